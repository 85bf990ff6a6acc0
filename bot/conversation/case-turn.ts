import type { Match } from '../../knowledge/matcher/matcher.js';
import { decide, type Outcome } from '../../rules/engine/decide.js';
import type { Facts, Goal } from '../../rules/facts.js';
import type { Reading } from '../../rules/reading/reading.js';
import { answerReply, makeReply } from './answer-reply.js';
import { valuesOf } from './answers.js';
import type { Deps } from './deps.js';
import { say } from './format.js';
import { mailBlock } from './mail.js';
import type { Memory } from './memory.js';
import { readingNotes } from './notes.js';
import { questionBlock, questionNote } from './question-block.js';
import type { Block, QuestionBlock } from './reply.js';
import type { Turn } from './turn.js';
import { shownPresumptions, understoodBlock, understoodFacts } from './understood.js';
import { universityTerm } from './university-term.js';
import { branchBlocks, citationsOf, detailsOf, officialBlocks, silenceBlocks, verdictBlocks } from './verdict-blocks.js';

/** A case as it stands after a message or a form. */
export interface CaseMessage {
  readonly facts: Facts;
  /** What is remembered of it: without what is only supposed. */
  readonly kept: Facts;
  readonly goals: readonly Goal[];
  readonly memory: Memory;
  /** True where it is known what is asked (a form, a continued case), so that a question needs no further ground. */
  readonly certain: boolean;
  /** What a typed message was and held; absent for a form. */
  readonly text?: string;
  readonly reading?: Reading;
  readonly match?: Match;
  readonly alsoAsked?: readonly string[];
  /** True if the message only supposes something of the case. */
  readonly supposes?: boolean;
  /** What of a form could not be taken as it stands. */
  readonly notes?: readonly Block[];
}

/** What a case deserves: verdicts, one question, the official answer with a question under it, or nothing of its own. */
type Treatment = 'verdict' | 'question' | 'answer' | null;

/** Decides a case of one's own; null where there is nothing to decide and nothing worth asking. */
export function caseTurn(message: CaseMessage, deps: Deps): Turn | null {
  const { facts: said, goals } = message;
  const own = universityTerm(said, deps);
  const facts = { ...said, ...own };
  const outcome = decide(deps.rules, goals, facts);
  const treatment = treatmentOf(outcome, message);
  if (treatment === null) return null;
  const entries = entriesOf(outcome, message, deps);
  const question = questionBlock(outcome.missing, facts, deps);
  const parts = { outcome, facts, own, entries, question, confidence: confidenceOf(entries[0], message) };
  const reply = treatment === 'answer' ? answerWithQuestion(parts, message, deps) : caseReply(parts, message, deps);
  return { reply, memory: { ...message.memory, facts: message.kept, goals, topic: reply.entry, asked: idsAsked(question) } };
}

function treatmentOf({ decisions, branches, missing, silences }: Outcome, { certain, reading, match }: CaseMessage): Treatment {
  if (decisions.length > 0 || branches.length > 0) return 'verdict';
  if (silences.length > 0) return 'answer';
  if (missing.length === 0) return null;
  if (certain || datesBearOn(missing, reading)) return 'question';
  if (match?.band === 'answer') return 'answer';
  return (reading?.goals.length ?? 0) > 0 ? 'question' : null;
}

interface Parts {
  readonly outcome: Outcome;
  /** What was decided on: what the person said, and the university's own dates. */
  readonly facts: Facts;
  readonly own: Facts;
  readonly entries: readonly string[];
  readonly question: QuestionBlock | null;
  readonly confidence: number;
}

/** The official answer to a general question, and below it what would decide the person's own case. */
function answerWithQuestion(
  { outcome, facts, entries, question, confidence }: Parts,
  { reading, alsoAsked = [] }: CaseMessage,
  deps: Deps,
) {
  const { knowledge } = deps;
  const extra: Block[] = [...silenceBlocks(outcome), ...(question ? [ownCase(deps), question, ...questionNote(question, deps)] : [])];
  const reply = answerReply(knowledge, [...new Set([...entries, ...alsoAsked])], confidence, extra);
  return { ...reply, missing: outcome.missing, facts: understoodFacts(facts, reading?.facts ?? [], {}) };
}

function ownCase({ knowledge }: Deps): Block {
  return { type: 'text', text: say(knowledge.phrases, 'question', 'ownCase') };
}

/** Verdicts, what they rest on, and the one question that is left. */
function caseReply({ outcome, facts, own, entries, question, confidence }: Parts, message: CaseMessage, deps: Deps) {
  const { reading, text = '', supposes = false, notes = [] } = message;
  const { phrases } = deps.knowledge;
  const decided = outcome.decisions.length > 0 || outcome.branches.length > 0;
  const presumed = shownPresumptions(outcome, facts, deps);
  const verdicts = verdictBlocks(outcome, facts, deps);
  const understood = understoodBlock(facts, own, presumed, deps);
  const mail = mailBlock([...verdicts, ...understood], deps);
  const blocks: Block[] = [
    ...(supposes ? [{ type: 'text' as const, text: say(phrases, 'verdict', 'supposed') }] : []),
    ...(decided ? [] : [{ type: 'lead' as const, text: say(phrases, 'question', 'lead') }]),
    ...verdicts,
    ...branchBlocks(outcome, deps),
    ...silenceBlocks(outcome),
    ...understood,
    ...notes,
    ...(reading ? readingNotes(reading, text, deps) : []),
    ...(decided && question ? [{ type: 'text' as const, text: say(phrases, 'verdict', 'stillOpen') }] : []),
    ...(question ? [question, ...questionNote(question, deps)] : []),
    ...(mail ? [mail] : []),
    ...officialBlocks(entries, deps),
  ];
  return makeReply(deps.knowledge, blocks, {
    kind: outcome.decisions.length > 0 ? 'verdict' : decided ? 'answer' : 'question',
    entry: entries[0] ?? null,
    entries,
    outcomes: [...new Set(outcome.decisions.map(({ verdict }) => verdict))],
    missing: outcome.missing,
    details: detailsOf(outcome.decisions, facts),
    facts: understoodFacts(facts, reading?.facts ?? [], presumed),
    confidence,
    citations: citationsOf(outcome),
  });
}

function idsAsked(question: QuestionBlock | null): string[] {
  if (!question) return [];
  return question.input.type === 'choice' ? [question.input.id] : question.input.fields.map(({ id }) => id);
}

/** What is asked of a form or a continued case is known; of a new message it is as likely as its match. */
function confidenceOf(entry: string | undefined, { certain, match }: CaseMessage): number {
  return (certain ? undefined : match?.ranked.find((one) => one.entry === entry)?.probability) ?? 1;
}

/** The official questions a case reply answers: for each goal the one that matches best, the surest of all first, then those quoted. */
function entriesOf({ decisions }: Outcome, { goals, match, memory, certain }: CaseMessage, { rules }: Deps): string[] {
  const order = match?.ranked.map(({ entry }) => entry) ?? [];
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : id === memory.topic ? -1 : order.length);
  const best = (ids: readonly string[]): string[] => ids.toSorted((a, b) => rank(a) - rank(b));
  const ofGoals = goals.flatMap((goal) => best(rules.goals[goal]?.entries ?? []).slice(0, 1));
  const quoted = decisions.flatMap(({ rule }) => rule.quotes.slice(0, 1).map(({ entry }) => entry));
  const surest = match?.band === 'answer' && !certain ? order.slice(0, 1) : [];
  return [...new Set([...surest, ...best(ofGoals), ...quoted])];
}

/** True if dates are missing and some were read: then the person wants them compared, and the general answer would be beside the point. */
function datesBearOn(missing: readonly string[], reading: Reading | undefined): boolean {
  const isDate = (id: string): boolean => valuesOf(id).length === 0;
  return missing.some(isDate) && ((reading?.facts ?? []).some(({ id }) => isDate(id)) || (reading?.problems.length ?? 0) > 0);
}

import type { Match } from '../../knowledge/matcher/matcher.js';
import { type Facts, type Goal, internshipFact } from '../../rules/facts.js';
import { evidenceOf } from '../../rules/reading/evidence.js';
import type { Reading } from '../../rules/reading/reading.js';
import { beginsWith, typedAnswer } from './answers.js';
import type { Deps } from './deps.js';
import type { Memory } from './memory.js';

/** What a message means in its conversation. */
export interface Understanding {
  readonly reading: Reading;
  readonly match: Match;
  /** The case: what was said now, what is remembered where the message continues it, and the university's own term dates. */
  readonly facts: Facts;
  readonly goals: readonly Goal[];
  /** True if the message goes on with the remembered case. */
  readonly continues: boolean;
  /** True if the person speaks of a case of their own. */
  readonly ownCase: boolean;
  /** Other official questions that sentences of the same message ask, each surely. */
  readonly alsoAsked: readonly string[];
}

/** A follow-up is short: longer messages tell a case of their own. */
const FOLLOW_UP_WORDS = 8;
/** A sentence must be this sure to add a second official question to a reply. */
const SECOND_QUESTION = 0.7;

export function understand(text: string, memory: Memory, deps: Deps): Understanding {
  const { knowledge, rules, matcher, read } = deps;
  const reading = read(text, memory.asked);
  const match = matcher.match(text, evidenceOf(reading));
  const said = Object.fromEntries(reading.facts.map(({ id, value }) => [id, value]));
  const answer = typedAnswer(text, memory.asked, knowledge.phrases);
  const answersAsked = answer !== null || memory.asked.some((id) => id in said);

  const best = match.band === 'answer' ? match.ranked[0]?.entry : undefined;
  const ofEntry = (Object.keys(rules.goals) as Goal[]).filter((goal) => best && rules.goals[goal]?.entries.includes(best));
  const asked = [...new Set([...reading.goals, ...ofEntry])];

  const remembers = Object.keys(memory.facts).length > 0 || memory.asked.length > 0 || memory.goals.length > 0;
  const short = text.trim().split(/\s+/).length <= FOLLOW_UP_WORDS;
  const followsUp = short && (beginsWith(knowledge.phrases, 'followUp', text) || (asked.length === 0 && reading.facts.length > 0));
  const continues = remembers && (answersAsked || followsUp);

  const newGoals = answersAsked || asked.length === 0 ? memory.goals : asked;
  const facts = continues ? { ...memory.facts, ...said, ...(answer ?? {}) } : said;
  return {
    reading,
    match,
    facts: withUniversityTerm(facts, deps),
    goals: continues ? newGoals : asked,
    continues,
    ownCase: continues || reading.ownCase || reading.facts.length > 0,
    alsoAsked: alsoAsked(text, best, deps),
  };
}

/** Adds the dates of the university's own term where an internship is dated and no term was given. */
export function withUniversityTerm(facts: Facts, { knowledge }: Deps): Facts {
  const starts = Object.entries(facts).filter(([id]) => internshipFact(id)?.field === 'from');
  const first = starts.map(([, value]) => value).sort()[0];
  if (!first || Object.keys(facts).some((id) => id.startsWith('term.'))) return facts;
  const term = knowledge.university?.terms.find(({ to }) => to >= first);
  return term ? { ...facts, 'term.from': term.from, 'term.to': term.to } : facts;
}

/** Questions after the first that another sentence asks. */
function alsoAsked(text: string, best: string | undefined, { matcher, read }: Deps): string[] {
  const questions = text.match(/[^.?!\n]+\?/g) ?? [];
  if (!best || questions.length < 2) return [];
  const entries = questions.flatMap((sentence) => {
    const { band, ranked } = matcher.match(sentence, evidenceOf(read(sentence)));
    const top = ranked[0];
    return band === 'answer' && top && top.probability >= SECOND_QUESTION ? [top.entry] : [];
  });
  return [...new Set(entries)].filter((entry) => entry !== best);
}

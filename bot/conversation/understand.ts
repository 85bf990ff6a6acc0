import type { Match } from '../../knowledge/matcher/matcher.js';
import { type Facts, fieldOf, GOALS, type Goal } from '../../rules/facts.js';
import { evidenceOf } from '../../rules/reading/evidence.js';
import type { Reading } from '../../rules/reading/reading.js';
import type { GoalSpec } from '../../rules/rules.js';
import { withoutOpening } from './answers.js';
import { readInContext } from './context.js';
import type { Deps } from './deps.js';
import type { Memory } from './memory.js';
import { questionsIn } from './questions.js';

/** What a message means in its conversation. */
export interface Understanding {
  readonly reading: Reading;
  readonly match: Match;
  /** The case: what was said now, and what is remembered where the message continues it. */
  readonly facts: Facts;
  readonly goals: readonly Goal[];
  /** True if the message goes on with the remembered case. */
  readonly continues: boolean;
  /** True if the message is about what the FAQ answers, or may be: then it is worth deciding or asking. */
  readonly onSubject: boolean;
  /** True if the likeliest question is one that the words name, too: then it is worth offering even where it is unlikely. */
  readonly worthOffering: boolean;
  /** True if the person speaks of a case of their own. */
  readonly ownCase: boolean;
  /** Other official questions that sentences of the same message ask, each surely. */
  readonly alsoAsked: readonly string[];
}

/** A sentence must be this sure to add a second official question to a reply. */
const SECOND_QUESTION = 0.7;

/** From this probability on, an official question supports a goal that the words name. */
const SUPPORT = 0.2;

export function understand(text: string, memory: Memory, deps: Deps): Understanding {
  const { knowledge, rules, matcher } = deps;
  const { reading, facts, answersAsked, continues } = readInContext(text, memory, deps);
  const match = matcher.match(withoutOpening(knowledge.phrases, text), evidenceOf(reading));
  const best = match.band === 'answer' ? match.ranked[0]?.entry : undefined;
  const grounds = GOALS.map((goal) => groundsFor(goal, reading, match, rules.goals[goal]));
  // In a case under way a few words are no ground to guess another question from.
  const guess = continues && memory.goals.length > 0 ? undefined : best;
  const asked = grounds.filter((one) => isAsked(one, guess, rules.goals[one.goal])).map(({ goal }) => goal);
  return {
    reading,
    match,
    facts,
    goals: continues && (answersAsked || asked.length === 0) ? memory.goals : asked,
    continues,
    onSubject:
      match.band === 'answer' ||
      (match.band === 'suggest' && reading.facts.length > 0) ||
      continues ||
      speaksOfOutside(reading) ||
      grounds.some(({ worded, matched, shown }) => worded && (shown >= 2 || (matched && shown > 0))),
    worthOffering: grounds.some(
      ({ goal, worded, matched }) => worded && matched && rules.goals[goal]?.entries.includes(match.ranked[0]?.entry ?? ''),
    ),
    ownCase: continues || reading.ownCase || reading.facts.length > 0,
    alsoAsked: alsoAsked(text, best, deps),
  };
}

/** What speaks for a goal: its words, a question that matches, facts that show it. */
interface Grounds {
  readonly goal: Goal;
  readonly worded: boolean;
  readonly matched: boolean;
  /** How many facts show it. */
  readonly shown: number;
}

function groundsFor(goal: Goal, { goals, facts }: Reading, { ranked }: Match, spec: GoalSpec | undefined): Grounds {
  const { entries = [], shownBy = [] } = spec ?? {};
  return {
    goal,
    worded: goals.includes(goal),
    matched: ranked.some(({ entry, probability }) => probability >= SUPPORT && entries.includes(entry)),
    shown: facts.filter(({ id }) => shownBy.includes(fieldOf(id))).length,
  };
}

/** Words alone can mislead ("sigorta" in a question about the letter): goals that say so need more. */
function isAsked({ worded, matched, shown }: Grounds, best: string | undefined, spec: GoalSpec | undefined): boolean {
  if (!spec) return false;
  const byWords = worded && (matched || shown > 0 || !spec.needsGround);
  const byEntry = best !== undefined && spec.entries.includes(best) && (worded || !spec.needsWords);
  return byWords || byEntry || (shown > 0 && spec.volunteered === true);
}

/** A question about an internship said to be outside the programme is ours to decline, with the reason. */
function speaksOfOutside({ goals, facts }: Reading): boolean {
  return goals.length > 0 && facts.some(({ id, value }) => fieldOf(id) === 'programme' && value === 'outside');
}

/** Questions after the first that another part of the message asks. */
function alsoAsked(text: string, best: string | undefined, deps: Deps): string[] {
  const parts = best ? questionsIn(text, deps.knowledge.phrases) : [];
  if (parts.length < 2) return [];
  const entries = parts.flatMap((part) => {
    const { band, ranked } = deps.matcher.match(part, evidenceOf(deps.read(part)));
    const top = ranked[0];
    return band === 'answer' && top && top.probability >= SECOND_QUESTION ? [top.entry] : [];
  });
  return [...new Set(entries)].filter((entry) => entry !== best);
}

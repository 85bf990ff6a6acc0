import { datedInternships, fieldOf, GOALS, type Goal, isDateFact } from '../../rules/facts.js';
import { logit } from '../../rules/reading/learned/odds.js';
import type { Asked, Reading } from '../../rules/reading/reading.js';
import type { GoalSpec, RuleSet } from '../../rules/rules.js';

/** What speaks for a goal being asked for, and against it. */
export interface Grounds extends Asked {
  readonly goal: Goal;
  /** True if the reader took it from the message, with all that it needs. */
  readonly read: boolean;
  /** How many questions the message holds. */
  readonly questions: number;
  /** How likely the whole message asks for another goal, the likeliest of them. */
  readonly rival: number;
  /** How many facts show it. */
  readonly shown: number;
  /** True if the dates told are for this goal to compare, or for another: those of two internships, or of one and the term. */
  readonly compares: boolean;
  readonly besideDates: boolean;
}

/**
 * Weight of each ground in the odds of a goal, by logistic regression on the messages of `rules/reading/examples/messages`, each
 * hand's read by what the others taught. How likely the official questions are that raise a goal adds nothing to these.
 */
const WEIGHTS = {
  bias: -0.28,
  worded: 1.95,
  anywhere: 0.36,
  wholly: 0.28,
  inClause: 0.15,
  inQuestion: 0.22,
  rival: -0.28,
  shown: 2.12,
  shownTwice: 0.28,
  /** Where a message has a question, and where it has several: then all of it tells more of each goal. */
  question: -0.75,
  questions: 0.58,
  whollyOfSeveral: 0.13,
  /** How much more often, or seldom, a goal is asked for where dates are told for another one. */
  besideDates: { cancel: -2.04, two: -1.75, term: -0.41, credit: -1.32, insurance: 1.58, document: -0.97 },
} as const satisfies Record<string, number | Readonly<Record<Goal, number>>>;
/** From this likelihood on a goal is asked for. */
const ASKED = 0.4;
/** From this likelihood on there is no doubt. */
const CLEAR = 0.75;

/** Of a goal that the words do not speak of at all. */
const UNASKED: Asked = { worded: false, anywhere: 0, wholly: 0, inClause: 0, inQuestion: 0 };

/** The grounds for every goal. */
export function groundsFor({ goals, asking, facts }: Reading, { goals: specs }: RuleSet): Grounds[] {
  const asked = (goal: Goal): Asked => asking.of[goal] ?? UNASKED;
  const compared = goalsCompared(facts.map(({ id }) => id));
  return GOALS.map((goal) => ({
    goal,
    read: goals.includes(goal),
    ...asked(goal),
    questions: asking.questions,
    rival: Math.max(...GOALS.filter((other) => other !== goal).map((other) => asked(other).wholly)),
    shown: facts.filter(({ id }) => specs[goal]?.shownBy.includes(fieldOf(id))).length,
    compares: compared.includes(goal),
    besideDates: compared.some((other) => other !== goal),
  }));
}

/** The goals that the dates among these facts are there for. */
export function goalsCompared(ids: readonly string[]): Goal[] {
  const dated = datedInternships(ids).length;
  const isTermDated = ids.some((id) => id.startsWith('term.') && isDateFact(id));
  return [...(dated > 1 ? (['two'] as const) : []), ...(dated > 0 && isTermDated ? (['term'] as const) : [])];
}

/** How likely a goal is asked for, 0–1. */
export function likelihoodOf(grounds: Grounds): number {
  const { goal, worded, anywhere, wholly, inClause, inQuestion, questions, rival, shown, besideDates } = grounds;
  const odds =
    WEIGHTS.bias +
    WEIGHTS.besideDates[goal] * Number(besideDates) +
    WEIGHTS.worded * Number(worded) +
    WEIGHTS.anywhere * logit(anywhere) +
    WEIGHTS.wholly * logit(wholly) +
    WEIGHTS.inClause * logit(inClause) +
    WEIGHTS.inQuestion * logit(inQuestion) +
    WEIGHTS.rival * logit(rival) +
    WEIGHTS.shown * Number(shown > 0) +
    WEIGHTS.shownTwice * Number(shown > 1) +
    WEIGHTS.question * Number(questions > 0) +
    (questions > 1 ? WEIGHTS.questions + WEIGHTS.whollyOfSeveral * logit(wholly) : 0);
  return 1 / (1 + Math.exp(-odds));
}

/**
 * "Çakışma yok, değil mi" beside one internship asks for no two: where the reader misses what a goal needs, it has to be beyond doubt,
 * and where dates are told for another goal, they are what it is about.
 */
function isAsked(grounds: Grounds, spec: GoalSpec | undefined): boolean {
  if (!spec) return false;
  const isMissed = spec.needsRead === true && !grounds.read;
  return !(isMissed && grounds.besideDates) && likelihoodOf(grounds) >= (isMissed ? CLEAR : ASKED);
}

/** The goals asked for; where there are none, those that a fact told unasked brings up. */
export function goalsAsked(grounds: readonly Grounds[], { goals }: RuleSet): Goal[] {
  const likely = grounds.filter((one) => isAsked(one, goals[one.goal])).map(({ goal }) => goal);
  const joins = ({ goal, worded }: Grounds): boolean => worded && (goals[goal]?.joins ?? []).some((other) => likely.includes(other));
  const bears = ({ goal, read, compares }: Grounds): boolean =>
    read && compares && (goals[goal]?.bearsOn ?? []).some((other) => likely.includes(other));
  const asked = grounds.filter((one) => likely.includes(one.goal) || joins(one) || bears(one));
  const volunteered = grounds.filter(({ goal, shown }) => shown > 0 && goals[goal]?.volunteered === true);
  return (asked.length > 0 ? asked : volunteered).map(({ goal }) => goal);
}

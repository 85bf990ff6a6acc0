import type { Goal } from '../../facts.js';
import type { Learned } from './model.js';

/** Likelihoods nearer to 0 and 1 than this say no more. */
const SURE = 0.995;

/** Logarithm of the odds of a likelihood, within bounds. */
export function logit(likelihood: number): number {
  const bounded = Math.min(SURE, Math.max(1 - SURE, likelihood));
  return Math.log(bounded / (1 - bounded));
}

/** What speaks for a value of a fact in a message about one internship. */
export interface ValueGrounds {
  readonly value: string;
  /** How likely its likeliest stretch says it, the one after that, and all of the message. */
  readonly anywhere: number;
  readonly again: number;
  readonly wholly: number;
  /** How likely the likeliest stretch that is not the whole message says it; null for a message of one clause. */
  readonly partly: number | null;
  /** True if a pattern of the lexicon finds it. */
  readonly worded: boolean;
}

interface Weights {
  /** What is asked where the fact matters. */
  readonly goal: Goal;
  readonly anywhere: number;
  readonly again: number;
  readonly wholly: number;
  readonly worded: number;
  /** Of the odds that the message asks for the goal: who asks that and nothing else tells less. */
  readonly asked: number;
  readonly values: Readonly<Record<string, number>>;
}

/**
 * Weight of each ground in the odds that a message which asks for the goal tells a value, against telling none: by multinomial
 * logistic regression on the messages of `examples/messages` that speak of one internship, each hand's read by what the others taught.
 */
const WEIGHTS: Partial<Record<Learned, Weights>> = {
  stage: {
    goal: 'cancel',
    anywhere: 0.56,
    again: 0.32,
    wholly: 0.47,
    worded: 1.26,
    asked: -0.4,
    values: { offered: 2.71, accepted: 3.03, approved: 3.71 },
  },
  document: {
    goal: 'document',
    anywhere: 0.29,
    again: 0.49,
    wholly: 0.49,
    worded: 0.97,
    asked: -0.27,
    values: { none: 3.64, student: 3.64, unit: 3.21, letter: 3.75 },
  },
  reason: {
    goal: 'cancel',
    anywhere: 0.35,
    again: 0.21,
    wholly: 0.66,
    worded: 1.06,
    asked: -0.33,
    values: { majeure: 2.78, other: 3.08 },
  },
  inTerm: {
    goal: 'term',
    anywhere: 0.4,
    again: 0.46,
    wholly: 0.38,
    worded: 1.39,
    asked: -0.52,
    values: { yes: 2.86, no: 1.89 },
  },
};

/** However much everybody who asks tells: what no part of a message makes likelier than this was not told, nor by one clause alone. */
const LEAST = 0.1;
const LEAST_ALONE = 0.55;

/** The goal for which a fact is weighed; null where it is not. */
export function goalOf(fact: Learned): Goal | null {
  return WEIGHTS[fact]?.goal ?? null;
}

/**
 * The likeliest value of a fact that a message tells, or null where telling none is likelier.
 * @param asked how likely the message asks for `goalOf(fact)`
 */
export function likeliestTold(fact: Learned, grounds: readonly ValueGrounds[], asked: number): string | null {
  const weights = WEIGHTS[fact];
  if (!weights) return null;
  const odds = ({ value, anywhere, again, wholly, worded }: ValueGrounds): number =>
    (weights.values[value] ?? 0) +
    weights.anywhere * logit(anywhere) +
    weights.again * logit(again) +
    weights.wholly * logit(wholly) +
    weights.worded * Number(worded) +
    weights.asked * logit(asked);
  const [best] = grounds
    .filter(({ partly, wholly, worded }) => worded || (partly === null ? wholly >= LEAST_ALONE : partly >= LEAST))
    .map((one) => ({ value: one.value, odds: odds(one) }))
    .toSorted((one, other) => other.odds - one.odds);
  return best && best.odds > 0 ? best.value : null;
}

import { GOALS, type Goal } from '../../facts.js';
import { type Asked, type Asking, NOTHING_ASKED } from '../reading.js';
import type { Heard } from './heard.js';
import { asksLikely, type TrainedStatements } from './model.js';

/** From this likelihood on a message asks for a goal that the lexicon does not word. */
export const GOAL_BELIEVED = 0.5;

/**
 * What a message asks.
 * @param worded the goals whose words stand in it
 * @param heard all its segments, in their order
 */
export function askingOf(worded: ReadonlySet<Goal>, heard: readonly Heard[], trained: TrainedStatements): Asking {
  const all = heard.at(-1);
  if (!all) return NOTHING_ASKED;
  const asks = (of: readonly Heard[], goal: Goal): number => Math.max(0, ...of.map(({ vector }) => asksLikely(trained, vector, goal)));
  const only = new Map(heard.map((one) => [one, one.likelihoods('goal')]));
  const isOnly = (of: readonly Heard[], goal: Goal): number => Math.max(0, ...of.map((one) => only.get(one)?.get(goal) ?? 0));
  const parts = heard.filter(({ segment }) => segment.isQuestion && !segment.isAll);
  const clauses = parts.filter(({ segment }) => segment.isClause);
  const asked = (goal: Goal): Asked => ({
    worded: worded.has(goal),
    anywhere: isOnly(heard, goal),
    wholly: asks([all, ...severalMarked(heard)], goal),
    inClause: isOnly(clauses, goal),
    inQuestion: asks(parts, goal),
  });
  return { questions: clauses.length, of: Object.fromEntries(GOALS.map((goal) => [goal, asked(goal)])) };
}

/** Sentences that are a question each, where a text asks several: what one of them asks is easily lost among the others. */
function severalMarked(heard: readonly Heard[]): Heard[] {
  const marked = heard.filter(({ segment }) => segment.isSentence && segment.isMarked);
  return marked.length > 1 ? marked : [];
}

/** The same of two persons, whose internships nobody wants to do together. */
export function withoutTwo({ questions, of: { two: _, ...of } }: Asking): Asking {
  return { questions, of };
}

/** The goals that the lexicon words, and those that the examples make likely. */
export function goalsLearned({ of }: Asking): Set<Goal> {
  return new Set(GOALS.filter((goal) => of[goal]?.worded || (of[goal]?.anywhere ?? 0) >= GOAL_BELIEVED));
}

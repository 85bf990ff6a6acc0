import { type LogisticModel, probabilities } from '../../../knowledge/matcher/logistic.js';
import type { FeatureSpace, Vector } from '../../../knowledge/matcher/vectors.js';
import type { Goal } from '../../facts.js';
import type { TrainedDates } from '../dated/model.js';

/** What is learned from examples: facts whose wordings no list ends, and what a sentence asks. */
export const LEARNED = ['stage', 'document', 'reason', 'programme', 'inTerm', 'overlap', 'count', 'goal'] as const;
export type Learned = (typeof LEARNED)[number];

/** The label of a clause that says nothing of a fact. */
export const UNSAID = 'unsaid';

/** What was learned: plain data, so that it can be stored. */
export interface TrainedStatements {
  /** Folded words that the examples use more than once, the most frequent first. */
  readonly vocabulary: readonly string[];
  readonly space: FeatureSpace;
  readonly models: Readonly<Record<Learned, { readonly labels: readonly string[]; readonly model: LogisticModel }>>;
  /** Whether a whole text asks for a goal, whatever else it asks: label 0 no, 1 yes. */
  readonly asks: Readonly<Record<Goal, LogisticModel>>;
  readonly dates: TrainedDates;
}

/** How likely a clause says each value of each fact. */
export type Likelihoods = (fact: Learned) => ReadonlyMap<string, number>;

/** What a clause makes likely, given as a vector of `space`; `unsaid` is left out. */
export function likelihoodsOf({ models }: TrainedStatements, vector: Vector): Likelihoods {
  return (fact) => {
    const { labels, model } = models[fact];
    const found = probabilities(model, vector);
    return new Map(labels.flatMap((label, at) => (label === UNSAID ? [] : [[label, found[at] ?? 0] as const])));
  };
}

/** How likely a text, given as a vector of `space`, asks for a goal, whatever else it asks. */
export function asksLikely({ asks }: TrainedStatements, vector: Vector, goal: Goal): number {
  return probabilities(asks[goal], vector)[1] ?? 0;
}

import { type Vector, vectorOf } from '../../../knowledge/matcher/vectors.js';
import type { Analysis } from '../analysis.js';
import type { Lexicon } from '../lexicon.js';
import { type Likelihoods, likelihoodsOf, type TrainedStatements } from './model.js';
import { type Segment, segmentsOf } from './segments.js';

/** A segment with what it makes likely. */
export interface Heard {
  readonly segment: Segment;
  readonly vector: Vector;
  readonly likelihoods: Likelihoods;
}

/** Every segment of a text with what it makes likely, all of the text last. */
export function heardIn(analysis: Analysis, lexicon: Lexicon, trained: TrainedStatements): Heard[] {
  return segmentsOf(analysis, lexicon).map((segment) => {
    const vector = vectorOf(trained.space, segment.traits);
    return { segment, vector, likelihoods: likelihoodsOf(trained, vector) };
  });
}

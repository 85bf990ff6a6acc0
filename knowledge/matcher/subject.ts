import { indexesOfBest } from './best.js';

/** Which subject a refused message is about: a vote of the nearest examples, weighted by their similarity. */

/** How many nearest examples have a say. */
const NEIGHBOURS = 5;

/** A subject, by its index. */
export interface NearestSubject {
  readonly subject: number;
  /** Its share of the vote, 0–1. */
  readonly share: number;
  /** Similarity of the nearest example, 0–1. */
  readonly similarity: number;
}

/**
 * The subject that most of the nearest examples stand for, or null where nothing resembles the message.
 * @param similarities of the message to each example
 * @param subjectOf the subject of each example
 * @param admits says which examples have a say
 */
export function nearestSubject(
  similarities: Float32Array,
  subjectOf: ArrayLike<number>,
  admits: (example: number) => boolean,
): NearestSubject | null {
  const nearest = indexesOfBest(similarities, NEIGHBOURS, (example) => (similarities[example] as number) > 0 && admits(example));
  const votes = new Map<number, number>();
  let all = 0;
  for (const example of nearest) {
    const vote = (similarities[example] as number) ** 2;
    const subject = subjectOf[example] as number;
    votes.set(subject, (votes.get(subject) ?? 0) + vote);
    all += vote;
  }
  const [best] = [...votes].sort((one, other) => other[1] - one[1]);
  return best ? { subject: best[0], share: best[1] / all, similarity: similarities[nearest[0] as number] as number } : null;
}

/** Which subject a refused message is about: a vote of the nearest examples, weighted by their similarity. */

/** How many nearest examples have a say. */
const NEIGHBOURS = 5;
/** Below this a message is about nothing we know. */
const NEAR = 0.2;
/** A subject with less of the vote is no better than a guess. */
const SHARE = 0.4;

/**
 * The subject that most of the nearest examples stand for, or null where none is near or none leads.
 * @param similarities of the message to each example
 * @param subjectOf the subject of each example
 * @param admits says which examples have a say
 */
export function nearestSubject(
  similarities: Float32Array,
  subjectOf: ArrayLike<number>,
  admits: (example: number) => boolean,
): number | null {
  const nearest: number[] = [];
  for (let example = 0; example < similarities.length; example++) {
    const similarity = similarities[example] as number;
    if (similarity === 0 || !admits(example)) continue;
    if (nearest.length === NEIGHBOURS && similarity <= (similarities[nearest[NEIGHBOURS - 1] as number] as number)) continue;
    const place = nearest.findIndex((other) => similarity > (similarities[other] as number));
    nearest.splice(place < 0 ? nearest.length : place, 0, example);
    nearest.length = Math.min(nearest.length, NEIGHBOURS);
  }
  const votes = new Map<number, number>();
  let all = 0;
  for (const example of nearest) {
    const vote = (similarities[example] as number) ** 2;
    const subject = subjectOf[example] as number;
    votes.set(subject, (votes.get(subject) ?? 0) + vote);
    all += vote;
  }
  const [best] = [...votes].sort((one, other) => other[1] - one[1]);
  const near = (similarities[nearest[0] ?? 0] ?? 0) >= NEAR;
  return best && near && best[1] >= SHARE * all ? best[0] : null;
}

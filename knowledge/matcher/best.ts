/**
 * Indexes of the highest scores, highest first; of equal scores the earlier first. For a handful out of many, where sorting all would be waste.
 * @param admits says which indexes may be among them; all by default
 */
export function indexesOfBest(scores: Float32Array, count: number, admits?: (index: number) => boolean): number[] {
  const best: number[] = [];
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index] as number;
    if (best.length === count && score <= (scores[best[count - 1] as number] as number)) continue;
    if (admits && !admits(index)) continue;
    const place = best.findIndex((other) => score > (scores[other] as number));
    best.splice(place < 0 ? best.length : place, 0, index);
    best.length = Math.min(best.length, count);
  }
  return best;
}

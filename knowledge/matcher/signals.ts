import { logit, type Signals } from './calibrate.js';

/**
 * What speaks for an entry: the log odds the model gives it, how near its nearest variant is, and how near the nearest refusal.
 * The model alone is as sure of a text that resembles nothing as of one that resembles a variant; nearness tells them apart.
 * @param probabilities one for each label: the entries, then the families of refusals
 * @param nearest similarity of the nearest example of each label
 */
export function signalsOf(entry: number, probabilities: Float32Array, nearest: Float32Array, entries: number): Signals {
  return [logit(probabilities[entry] as number), nearest[entry] as number, highest(nearest.subarray(entries))];
}

/** Similarity of the nearest example of each label. */
export function nearestOfLabels(similarities: Float32Array, labelOf: ArrayLike<number>, labels: number): Float32Array {
  const nearest = new Float32Array(labels);
  for (let example = 0; example < similarities.length; example++) {
    const label = labelOf[example] as number;
    const similarity = similarities[example] as number;
    if (similarity > (nearest[label] as number)) nearest[label] = similarity;
  }
  return nearest;
}

function highest(values: Float32Array): number {
  let best = 0;
  for (const value of values) if (value > best) best = value;
  return best;
}

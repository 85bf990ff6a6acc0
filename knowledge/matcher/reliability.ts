import type { Prediction } from './training.js';

/** One bin of a reliability table: of the predictions given about `predicted`, the share that was right. All shares are 0–1, weighted. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly predicted: number;
  readonly observed: number;
}

const BINS = 10;

/** Predicted against observed, by tenths of probability; empty tenths are left out. */
export function reliability(predictions: readonly Prediction[]): ReliabilityBin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = predictions.filter(({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin);
    const weight = inside.reduce((sum, one) => sum + one.weight, 0);
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      count: inside.length,
      predicted: inside.reduce((sum, one) => sum + one.probability * one.weight, 0) / weight,
      observed: inside.reduce((sum, one) => sum + (one.right ? one.weight : 0), 0) / weight,
    };
  }).filter(({ count }) => count > 0);
}

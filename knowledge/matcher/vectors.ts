/** Features of texts as sparse vectors over one feature space. */

import { type RowTable, rowOf, rowTable } from './row-table.js';

/** Features of a text: name → strength. */
export type Features = ReadonlyMap<string, number>;

/** The features that count, and how much. Plain data, so that it can be stored. */
export interface FeatureSpace {
  /** Row of each feature. */
  readonly rows: RowTable;
  /** Rarity of each feature, 0–1. */
  readonly idf: Float32Array;
}

/** A text in a feature space: its rows and their values, at most of length 1. Filled up with row 0, value 0 to a multiple of `LANES`. */
export interface Vector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** So many rows are multiplied at once in training and matching (`score` in logistic.ts). */
const LANES = 4;
/** A feature of a single text cannot generalise. */
const LEAST_TEXTS = 2;

/** What the space does not know makes a text longer all the same, as half a rare feature: else "hello there" would be all "there". */
const UNKNOWN = 0.5;

/** Builds the feature space of some texts, of the features that `least` of them have. */
export function spaceOf(texts: readonly Features[], least = LEAST_TEXTS): FeatureSpace {
  const counts = new Map<string, number>();
  for (const features of texts) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= least);
  return {
    rows: rowTable(kept.map(([name]) => name)),
    idf: Float32Array.from(kept, ([, count]) => Math.log(1 + texts.length / count) / Math.log(1 + texts.length)),
  };
}

/** The features of a text that the space knows, weighted by rarity; with those it does not know, scaled to length 1. */
export function vectorOf({ rows, idf }: FeatureSpace, features: Features): Vector {
  const found = new Int32Array(features.size + LANES);
  const values = new Float32Array(features.size + LANES);
  let size = 0;
  let square = 0;
  for (const [name, strength] of features) {
    const row = rowOf(rows, name);
    const value = strength * (row === undefined ? UNKNOWN : (idf[row] as number));
    square += value * value;
    if (row === undefined) continue;
    found[size] = row;
    values[size++] = value;
  }
  const scale = 1 / (Math.sqrt(square) || 1);
  for (let i = 0; i < size; i++) values[i] = (values[i] as number) * scale;
  const filled = Math.ceil(size / LANES) * LANES;
  return { rows: found.slice(0, filled), values: values.slice(0, filled) };
}

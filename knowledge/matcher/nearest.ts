import type { Vector } from './vectors.js';

/** Cosine similarity of a text to every example at once, over an inverted index. Plain data, so that it can be stored. */
export interface NearestIndex {
  readonly size: number;
  /** Postings of row r: from `starts[r]` to `starts[r + 1]`. */
  readonly starts: Uint32Array;
  readonly examples: Uint16Array | Uint32Array;
  readonly values: Float32Array;
}

/** Builds the index of vectors over a space of `rows` features. */
export function indexVectors(vectors: readonly Vector[], rows: number): NearestIndex {
  const starts = new Uint32Array(rows + 1);
  for (const vector of vectors) for (const row of vector.rows) starts[row + 1] = (starts[row + 1] as number) + 1;
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const next = starts.slice();
  const total = starts[rows] as number;
  const numbers = vectors.length > 0xffff ? new Uint32Array(total) : new Uint16Array(total);
  const index: NearestIndex = { size: vectors.length, starts, examples: numbers, values: new Float32Array(total) };
  vectors.forEach((vector, example) => {
    for (let i = 0; i < vector.rows.length; i++) {
      const row = vector.rows[i] as number;
      const at = next[row] as number;
      next[row] = at + 1;
      index.examples[at] = example;
      index.values[at] = vector.values[i] as number;
    }
  });
  return index;
}

/** Similarity (0–1) of a vector to each example, in their order. */
export function similarities({ size, starts, examples, values }: NearestIndex, vector: Vector): Float32Array {
  const found = new Float32Array(size);
  for (let i = 0; i < vector.rows.length; i++) {
    const row = vector.rows[i] as number;
    const value = vector.values[i] as number;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) {
      const example = examples[at] as number;
      found[example] = (found[example] as number) + value * (values[at] as number);
    }
  }
  return found;
}

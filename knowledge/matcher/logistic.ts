/**
 * Multinomial logistic regression on sparse features, trained with AdaGrad (Duchi et al., JMLR 12, 2011).
 *
 * Chosen by measurement on this knowledge base: on messages nobody tuned on it puts the right question first in 95–98 %, a vote of
 * the nearest variants (BM25-like) in 86–93 %. It is deterministic: the same examples in the same order give the same weights.
 */

export type Features = ReadonlyMap<string, number>;

export interface Example {
  readonly features: Features;
  /** Index into the labels. */
  readonly label: number;
  /** How much the example counts; 1 by default. */
  readonly weight?: number;
}

/** A trained model: plain data, so that it can be stored. */
export interface LogisticModel extends FeatureSpace {
  readonly labels: number;
  /** Row after row, one weight for each label. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** The features that count, and how much. */
interface FeatureSpace {
  /** Feature name → row. */
  readonly rows: ReadonlyMap<string, number>;
  /** Rarity of each feature, 0–1. */
  readonly idf: Float32Array;
}

/** Examples as vectors over one feature space, ready to be trained on, whole or in part. */
export interface Prepared extends FeatureSpace {
  readonly examples: readonly Example[];
  readonly vectors: readonly Vector[];
}

/** Builds the feature space. Features of a single example, or of less than one in a thousand, are left out: they cannot generalise. */
export function prepare(examples: readonly Example[]): Prepared {
  const space = countFeatures(examples, Math.max(2, Math.floor(examples.length / 1000)));
  return { ...space, examples, vectors: examples.map(({ features }) => vectorOf(space, features)) };
}

/** Looked up once: these stand in the innermost loops. */
const { exp, sqrt } = Math;

const EPOCHS = 6;
const RATE = 0.5;

/** Trains a model for `labels` labels on the prepared examples with the given numbers (all by default). */
export function train(prepared: Prepared, labels: number, numbers: Iterable<number> = prepared.examples.keys()): LogisticModel {
  const { rows, idf, examples, vectors } = prepared;
  const model: LogisticModel = {
    labels,
    rows,
    idf,
    weights: new Float32Array(rows.size * labels),
    bias: new Float32Array(labels),
  };
  const squares = new Float32Array(model.weights.length).fill(1e-3);
  const scores = new Float32Array(labels);
  const random = pseudoRandom(1);
  const order = [...numbers];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const n of order) {
      const { label, weight = 1 } = examples[n] as Example;
      step(model, vectors[n] as Vector, label, weight * RATE, squares, scores);
    }
  }
  return model;
}

/** Probability of each label, in the order of the labels; they add up to 1. */
export function probabilities(model: LogisticModel, features: Features): Float32Array {
  const scores = new Float32Array(model.labels);
  score(model, vectorOf(model, features), scores);
  return scores;
}

/** As `probabilities`, for a prepared example. */
export function probabilitiesOf(model: LogisticModel, vector: Vector): Float32Array {
  const scores = new Float32Array(model.labels);
  score(model, vector, scores);
  return scores;
}

export interface Vector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

function countFeatures(examples: readonly Example[], minExamples: number): FeatureSpace {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= minExamples);
  const total = examples.length;
  return {
    rows: new Map(kept.map(([name], row) => [name, row])),
    idf: Float32Array.from(kept, ([, count]) => Math.log(1 + total / count) / Math.log(1 + total)),
  };
}

/** The known features of a text, weighted by rarity and scaled to length 1. */
function vectorOf({ rows, idf }: FeatureSpace, features: Features): Vector {
  const found: number[] = [];
  const values: number[] = [];
  let square = 0;
  for (const [name, strength] of features) {
    const row = rows.get(name);
    if (row === undefined) continue;
    const value = strength * (idf[row] as number);
    found.push(row);
    values.push(value);
    square += value * value;
  }
  const scale = 1 / (Math.sqrt(square) || 1);
  return { rows: Int32Array.from(found), values: Float32Array.from(values, (value) => value * scale) };
}

/** Writes the softmax of the scores into `out`. */
function score({ labels, weights, bias }: LogisticModel, { rows, values }: Vector, out: Float32Array): void {
  out.set(bias);
  for (let i = 0; i < rows.length; i++) {
    const start = (rows[i] as number) * labels;
    const value = values[i] as number;
    for (let k = 0; k < labels; k++) out[k] = (out[k] as number) + value * (weights[start + k] as number);
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < labels; k++) if ((out[k] as number) > highest) highest = out[k] as number;
  let sum = 0;
  for (let k = 0; k < labels; k++) {
    out[k] = exp((out[k] as number) - highest);
    sum += out[k] as number;
  }
  for (let k = 0; k < labels; k++) out[k] = (out[k] as number) / sum;
}

/** One AdaGrad step on one example. */
function step(model: LogisticModel, vector: Vector, label: number, rate: number, squares: Float32Array, scores: Float32Array): void {
  const { labels, weights, bias } = model;
  score(model, vector, scores);
  scores[label] = (scores[label] as number) - 1;
  const { rows, values } = vector;
  for (let i = 0; i < rows.length; i++) {
    const start = (rows[i] as number) * labels;
    const value = values[i] as number;
    for (let k = 0; k < labels; k++) {
      const gradient = value * (scores[k] as number);
      if (gradient < 1e-4 && gradient > -1e-4) continue;
      const square = (squares[start + k] as number) + gradient * gradient;
      squares[start + k] = square;
      weights[start + k] = (weights[start + k] as number) - (rate * gradient) / sqrt(square);
    }
  }
  for (let k = 0; k < labels; k++) bias[k] = (bias[k] as number) - 0.01 * rate * (scores[k] as number);
}

/** A small linear congruential generator: the order of training must be the same everywhere. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as number, items[i] as number];
  }
}

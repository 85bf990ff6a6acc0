import type { Vector } from './vectors.js';

/**
 * Multinomial logistic regression on sparse vectors, trained with AdaGrad (Duchi et al., JMLR 12, 2011).
 *
 * Chosen by measurement on this knowledge base: on messages nobody tuned on it puts the right question first in 95–98 %, a vote of
 * the nearest variants (BM25-like) in 86–93 %. It is deterministic: the same examples in the same order give the same weights.
 */

export interface Example {
  readonly vector: Vector;
  /** Index into the labels. */
  readonly label: number;
  /** How much the example counts. */
  readonly weight: number;
}

/** A trained model: plain data, so that it can be stored. */
export interface LogisticModel {
  readonly labels: number;
  /** Row after row, one weight for each label. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Looked up once: these stand in the innermost loops. */
const { exp, sqrt } = Math;

/** Set by cross-validation on the knowledge base. */
const EPOCHS = 3;
const RATE = 0.8;
const BIAS_RATE = 0.02;
/** A label whose probability is off by less is left alone: twice as fast, and it generalises slightly better. */
const NEGLIGIBLE = 0.02;

/** Trains a model for `labels` labels over a space of `rows` features. */
export function train(examples: readonly Example[], rows: number, labels: number): LogisticModel {
  const model: LogisticModel = { labels, weights: new Float32Array(rows * labels), bias: new Float32Array(labels) };
  const squares = new Float32Array(model.weights.length).fill(1e-3);
  const errors = new Float32Array(labels);
  const random = pseudoRandom(1);
  const order = [...examples];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const example of order) step(model, example, squares, errors);
  }
  return model;
}

/** Probability of each label, in the order of the labels; they add up to 1. */
export function probabilities(model: LogisticModel, vector: Vector): Float32Array {
  const scores = new Float32Array(model.labels);
  score(model, vector, scores);
  return scores;
}

/** Writes the softmax of the scores into `out`. */
function score({ labels, weights, bias }: LogisticModel, { rows, values }: Vector, out: Float32Array): void {
  out.set(bias);
  // Four rows at a time: nearly three times as fast as one by one, and most of the training is done here.
  for (let i = 0; i < rows.length; i += 4) {
    const a = (rows[i] as number) * labels;
    const b = (rows[i + 1] as number) * labels;
    const c = (rows[i + 2] as number) * labels;
    const d = (rows[i + 3] as number) * labels;
    const ofA = values[i] as number;
    const ofB = values[i + 1] as number;
    const ofC = values[i + 2] as number;
    const ofD = values[i + 3] as number;
    for (let k = 0; k < labels; k++)
      out[k] =
        (out[k] as number) +
        ofA * (weights[a + k] as number) +
        ofB * (weights[b + k] as number) +
        ofC * (weights[c + k] as number) +
        ofD * (weights[d + k] as number);
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

/** One AdaGrad step on one example. Row by row: the weights of a row lie side by side in memory. */
function step(model: LogisticModel, { vector, label, weight }: Example, squares: Float32Array, errors: Float32Array): void {
  const { labels, weights, bias } = model;
  score(model, vector, errors);
  errors[label] = (errors[label] as number) - 1;
  const { rows, values } = vector;
  const rate = RATE * weight;
  const off: number[] = [];
  for (let k = 0; k < labels; k++) {
    const error = errors[k] as number;
    if (error > -NEGLIGIBLE && error < NEGLIGIBLE) continue;
    off.push(k);
    bias[k] = (bias[k] as number) - BIAS_RATE * rate * error;
  }
  for (let i = 0; i < rows.length; i++) {
    const start = (rows[i] as number) * labels;
    const value = values[i] as number;
    for (const k of off) {
      const gradient = value * (errors[k] as number);
      const square = (squares[start + k] as number) + gradient * gradient;
      squares[start + k] = square;
      weights[start + k] = (weights[start + k] as number) - (rate * gradient) / sqrt(square);
    }
  }
}

/** A small linear congruential generator: the order of training must be the same everywhere. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
}

import type { Outcome, Signals } from './calibrate.js';
import { type Example, probabilities, train } from './logistic.js';
import { indexVectors, similarities } from './nearest.js';
import { nearestOfLabels, signalsOf } from './signals.js';

/** What a model that had not seen an example says of it; the signals are those of the likeliest entry. */
export interface Held extends Outcome {
  /** Index of the example. */
  readonly example: number;
  /** The likeliest entries as their labels, best first, each with what speaks for it. */
  readonly candidates: readonly { readonly label: number; readonly signals: Signals }[];
  /** What the model had not seen: this text, or its whole entry. */
  readonly leftOut: 'text' | 'entry';
}

/** How many entries a prediction keeps: as many as are ever offered. */
const CANDIDATES = 3;

const FOLDS = 4;

/**
 * Predicts every example by a model that was trained without it.
 *
 * Refusals show how a message looks that nothing answers. Where there are none, entries take their place: each is left out whole
 * (several at a time), and its variants, which then nothing answers, are predicted by what is left.
 * @param entries how many of the labels are entries; those after are refusals
 */
export function crossValidate(examples: readonly Example[], rows: number, labels: number, entries: number): Held[] {
  const texts = holdOut(examples, rows, labels, entries, 'text', (_, n) => n % FOLDS);
  if (labels > entries) return texts;
  return [...texts, ...holdOut(examples, rows, labels, entries, 'entry', ({ label }) => label % FOLDS)];
}

/** Predicts the examples of each fold by a model trained on the other folds. Labels that the model has not seen cannot be right. */
function holdOut(
  examples: readonly Example[],
  rows: number,
  labels: number,
  entries: number,
  leftOut: Held['leftOut'],
  foldOf: (example: Example, n: number) => number,
): Held[] {
  const index = indexVectors(
    examples.map(({ vector }) => vector),
    rows,
  );
  const labelOf = examples.map(({ label }) => label);
  const folds = examples.map(foldOf);
  return Array.from({ length: FOLDS }).flatMap((_, fold) => {
    const training = examples.filter((_, n) => folds[n] !== fold);
    const seen = new Set(training.map(({ label }) => label));
    const model = train(training, rows, labels);
    return examples.flatMap(({ vector, label, weight }, example) => {
      if (folds[example] !== fold) return [];
      const raw = probabilities(model, vector);
      for (let at = 0; at < labels; at++) if (!seen.has(at)) raw[at] = 0;
      const nearest = nearestOfLabels(similarities(index, vector), labelOf, labels, (n) => folds[n] !== fold);
      const signals = signalsOf(raw, nearest, entries);
      const candidates = bestOf(raw, entries).map((at) => ({ label: at, signals: signals[at] ?? [] }));
      const right = candidates[0]?.label === label && seen.has(label);
      return [{ example, candidates, signals: candidates[0]?.signals ?? [], right, weight, leftOut }];
    });
  });
}

/** The likeliest entries, best first. */
function bestOf(probabilities: Float32Array, entries: number): number[] {
  return Array.from({ length: entries }, (_, entry) => entry)
    .sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number))
    .slice(0, CANDIDATES);
}

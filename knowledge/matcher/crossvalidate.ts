import { indexesOfBest } from './best.js';
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

/** How many parts the examples are split into, and how many of them are predicted, each by a model of its own. */
interface Split {
  readonly folds: number;
  readonly predicted: number;
}
const WHOLE: Split = { folds: 4, predicted: 4 };
/** With many labels a training takes long, and the predictions of one half are enough to learn a curve from. */
const HALF: Split = { folds: 2, predicted: 1 };
const MANY_LABELS = 100;

/** How many features and labels there are, and how many of the labels are entries; those after are refusals. */
interface Sizes {
  readonly rows: number;
  readonly labels: number;
  readonly entries: number;
}

/**
 * Predicts examples by models that were trained without them: all, or of a large knowledge base one half.
 *
 * Refusals show how a message looks that nothing answers. Where there are none, entries take their place: each is left out whole
 * (several at a time), and its variants, which then nothing answers, are predicted by what is left.
 */
export function crossValidate(examples: readonly Example[], sizes: Sizes): Held[] {
  const split = sizes.labels > MANY_LABELS ? HALF : WHOLE;
  const texts = holdOut(examples, sizes, 'text', split, (_, n) => n % split.folds);
  if (sizes.labels > sizes.entries) return texts;
  return [...texts, ...holdOut(examples, sizes, 'entry', split, ({ label }) => label % split.folds)];
}

/** Predicts the examples of a fold by a model trained on the other folds. Labels that the model has not seen cannot be right. */
function holdOut(
  examples: readonly Example[],
  { rows, labels, entries }: Sizes,
  leftOut: Held['leftOut'],
  { predicted }: Split,
  foldOf: (example: Example, n: number) => number,
): Held[] {
  const folds = examples.map(foldOf);
  return Array.from({ length: predicted }).flatMap((_, fold) => {
    const training = examples.filter((_, n) => folds[n] !== fold);
    const labelOf = training.map(({ label }) => label);
    const seen = new Set(labelOf);
    const model = train(training, rows, labels);
    const index = indexVectors(
      training.map(({ vector }) => vector),
      rows,
    );
    return examples.flatMap(({ vector, label, weight }, example) => {
      // A question asked in one way only is a stranger to a model without it, which says nothing of how it would do.
      if (folds[example] !== fold || (leftOut === 'text' && !seen.has(label))) return [];
      const raw = probabilities(model, vector);
      for (let at = 0; at < labels; at++) if (!seen.has(at)) raw[at] = 0;
      const nearest = nearestOfLabels(similarities(index, vector), labelOf, labels);
      const candidates = indexesOfBest(raw.subarray(0, entries), CANDIDATES).map((at) => ({
        label: at,
        signals: signalsOf(at, raw, nearest, entries),
      }));
      const right = candidates[0]?.label === label && seen.has(label);
      return [{ example, candidates, signals: candidates[0]?.signals ?? [], right, weight, leftOut }];
    });
  });
}

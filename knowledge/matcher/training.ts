import type { Knowledge } from '../load.js';
import { conceptFinder } from '../text/concepts.js';
import { words } from '../text/words.js';
import { type Band, bandOf, type Ranked } from './bands.js';
import { type Calibration, calibrate, fitCalibration } from './calibrate.js';
import { crossValidate, type Held } from './crossvalidate.js';
import { labelledTexts } from './examples.js';
import { type Evidence, type FeatureOptions, features } from './features.js';
import { train } from './logistic.js';
import type { TrainedMatcher } from './matcher.js';
import { indexVectors } from './nearest.js';
import { spaceOf, vectorOf } from './vectors.js';

/** What a matcher that had not seen a text of the knowledge base would say of it. */
export interface Prediction extends Pick<Held, 'example' | 'leftOut' | 'right' | 'weight'> {
  readonly band: Band;
  /** The likeliest entries, best first. */
  readonly ranked: readonly Ranked[];
  /** Of the likeliest. */
  readonly probability: number;
}

/** What training gives: the matcher, and how it does on its own knowledge base, cross-validated, for the evaluation and the check. */
export interface Training {
  readonly trained: TrainedMatcher;
  readonly predictions: readonly Prediction[];
}

/** With fewer right predictions, or fewer labels to be told apart, there is nothing to learn a curve from: then only what is near a variant is likely. */
const ENOUGH_RIGHT = 10;
const ENOUGH_LABELS = 3;
const NEARNESS_ALONE: Calibration = [-3, 0, 8, -4];
/** Of the messages that come, about so many ask what nothing here answers. However many refusals are written, they weigh so much. */
const REFUSED_SHARE = 1 / 3;

/**
 * Trains on a knowledge base. `evidenceOf` is what the fact reader finds in a text; it is used alike for variants and messages.
 */
export function trainMatcher(knowledge: Knowledge, evidenceOf: (text: string) => Evidence): Training {
  const { texts, families, subjects } = labelledTexts(knowledge);
  const entries = knowledge.entries.map(({ id }) => id);
  const labels = entries.length + families.length;
  const options: FeatureOptions = { concepts: conceptFinder(knowledge.concepts), mend: (word) => word };
  const found = texts.map(({ text }) => features(text, evidenceOf(text), options));
  const space = spaceOf(found);
  const rows = space.rows.size;
  const vectors = found.map((one) => vectorOf(space, one));
  const isVariant = (label: number): boolean => label < entries.length;
  const variants = texts.filter(({ label }) => isVariant(label)).length;
  const refusalWeight = (REFUSED_SHARE * variants) / ((1 - REFUSED_SHARE) * Math.max(1, texts.length - variants));
  const examples = texts.map(({ label }, n) => ({
    vector: vectors[n] as (typeof vectors)[number],
    label,
    weight: isVariant(label) ? 1 : refusalWeight,
  }));
  const held = crossValidate(examples, { rows, labels, entries: entries.length });
  const calibration = canLearn(held, labels) ? fitCalibration(held) : NEARNESS_ALONE;
  const trained: TrainedMatcher = {
    entries,
    families,
    subjects,
    space,
    model: train(examples, rows, labels),
    nearest: indexVectors(vectors, rows),
    labelOf: Uint16Array.from(texts, ({ label }) => label),
    subjectOf: Int16Array.from(texts, ({ label, owner }) => (isVariant(label) ? -1 : owner)),
    calibration,
    vocabulary: commonWords(texts.map(({ text }) => text)),
    concepts: knowledge.concepts,
  };
  return { trained, predictions: held.map((one) => predictionOf(one, calibration, entries)) };
}

function canLearn(held: readonly Held[], labels: number): boolean {
  return labels >= ENOUGH_LABELS && held.filter(({ right }) => right).length >= ENOUGH_RIGHT;
}

function predictionOf(
  { candidates, example, leftOut, right, weight }: Held,
  calibration: Calibration,
  entries: readonly string[],
): Prediction {
  const ranked = candidates
    .map(({ label, signals }) => ({ entry: entries[label] ?? '', probability: calibrate(calibration, signals) }))
    .sort((a, b) => b.probability - a.probability);
  return { example, leftOut, right, weight, band: bandOf(ranked), ranked, probability: ranked[0]?.probability ?? 0 };
}

/** Folded words of at least two texts, without numbers. */
function commonWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(words(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].filter(([word, count]) => count >= 2 && !/\d/.test(word)).map(([word]) => word);
}

import type { Knowledge } from '../load.js';
import { conceptFinder } from '../text/concepts.js';
import { mender } from '../text/spelling.js';
import { words } from '../text/words.js';
import { type Calibration, calibrate, fitCalibration } from './calibrate.js';
import { crossValidate, type Held } from './crossvalidate.js';
import { labelledTexts, SMALLTALK, type Subject } from './examples.js';
import { type Evidence, type FeatureOptions, features } from './features.js';
import { type LogisticModel, probabilities, train } from './logistic.js';
import { indexVectors, type NearestIndex, similarities } from './nearest.js';
import { nearestOfLabels, signalsOf } from './signals.js';
import { nearestSubject } from './subject.js';
import { type FeatureSpace, spaceOf, vectorOf } from './vectors.js';

/** How sure the matcher is: sure enough to answer, to offer a short list, or not at all. */
type Band = 'answer' | 'suggest' | 'none';

interface Ranked {
  readonly entry: string;
  /** Calibrated probability that this entry answers the message. */
  readonly probability: number;
}

export interface Match {
  readonly band: Band;
  /** All entries, best first. */
  readonly ranked: readonly Ranked[];
  /** What a refused message is about: the nearest refusal subject or small talk; `sure` where it may be named. */
  readonly subject: { readonly id: string; readonly sure: boolean } | null;
}

export const NO_MATCH: Match = { band: 'none', ranked: [], subject: null };

export interface Matcher {
  /** Matches a text; `evidence` is what the fact reader found in it. */
  readonly match: (text: string, evidence: Evidence) => Match;
}

/** What a matcher that had not seen a text of the knowledge base would say of it. */
export interface Prediction extends Pick<Held, 'example' | 'leftOut' | 'right' | 'weight'> {
  readonly band: Band;
  /** The likeliest entries, best first. */
  readonly ranked: readonly Ranked[];
  /** Of the likeliest. */
  readonly probability: number;
}

/** A trained matcher: plain data (strings, numbers, typed arrays, Maps), so that it can be stored with `node:v8`. */
export interface TrainedMatcher {
  readonly entries: readonly string[];
  /** Families of refusal subjects: the labels after the entries. */
  readonly families: readonly string[];
  readonly subjects: readonly Subject[];
  readonly space: FeatureSpace;
  readonly model: LogisticModel;
  readonly nearest: NearestIndex;
  /** Label of each example, and its subject; -1 for a variant. */
  readonly labelOf: Uint16Array;
  readonly subjectOf: Int16Array;
  readonly calibration: Calibration;
  /** Folded words that occur often enough to mend others with. */
  readonly vocabulary: readonly string[];
  readonly concepts: Readonly<Record<string, readonly string[]>>;
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
/** A refused message less similar than this to anything is about nothing we know. */
const NEAR = 0.25;
/** With less of the vote a subject is a guess: of those with more, nine in ten are right (each example judged by all others). */
const LEADING = 0.6;
/** Answer when being right is likelier than not; below, offer what is still likely. Probabilities are calibrated, so these need no tuning. */
const ANSWER = 0.5;
const SUGGEST = 0.2;
/** A best entry this far ahead of all others may answer; nearer than that both are offered. */
const MARGIN = 0.1;

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

/** Makes a trained matcher ready to match. */
export function createMatcher(trained: TrainedMatcher): Matcher {
  const { entries, families, space, model, nearest, labelOf, calibration } = trained;
  const options: FeatureOptions = { concepts: conceptFinder(trained.concepts), mend: mender(trained.vocabulary) };
  const labels = entries.length + families.length;
  return {
    match(text, evidence) {
      const vector = vectorOf(space, features(text, evidence, options));
      const near = similarities(nearest, vector);
      const raw = probabilities(model, vector);
      const nearestOf = nearestOfLabels(near, labelOf, labels);
      const ranked = entries
        .map((entry, label) => ({ entry, probability: calibrate(calibration, signalsOf(label, raw, nearestOf, entries.length)) }))
        .sort((a, b) => b.probability - a.probability);
      const band = bandOf(ranked);
      return { band, ranked, subject: band === 'none' ? subjectOfRefused(raw, near, trained) : null };
    },
  };
}

/** The subject of the likeliest family that the nearest examples stand for. */
function subjectOfRefused(
  raw: Float32Array,
  near: Float32Array,
  { entries, subjects, labelOf, subjectOf }: TrainedMatcher,
): Match['subject'] {
  if (subjects.length === 0) return null;
  const refusals = raw.subarray(entries.length);
  const family = entries.length + refusals.indexOf(Math.max(...refusals));
  const found = nearestSubject(near, subjectOf, (example) => labelOf[example] === family);
  const subject = found && subjects[found.subject];
  if (!subject) return null;
  // Small talk is answered in kind whichever it is; a subject that is named has to be the right one.
  const leads = subject.family === SMALLTALK || found.share >= LEADING;
  return { id: subject.id, sure: leads && found.similarity >= NEAR };
}

function bandOf([best, second]: readonly Ranked[]): Band {
  if (!best || best.probability < SUGGEST) return 'none';
  const margin = best.probability - (second?.probability ?? 0);
  return best.probability >= ANSWER && margin >= MARGIN ? 'answer' : 'suggest';
}

/** Folded words of at least two texts, without numbers. */
function commonWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(words(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].filter(([word, count]) => count >= 2 && !/\d/.test(word)).map(([word]) => word);
}

import type { Knowledge } from '../load.js';
import { conceptFinder } from '../text/concepts.js';
import { mender } from '../text/spelling.js';
import { words } from '../text/words.js';
import { type Calibration, calibrate, fitCalibration, type Prediction } from './calibrate.js';
import { type Evidence, type FeatureOptions, features } from './features.js';
import { type Example, type LogisticModel, prepare, probabilities, probabilitiesOf, train } from './logistic.js';
import { indexExamples, type NearestIndex, nearestGroups } from './nearest.js';

/** How sure the matcher is: sure enough to answer, to offer a short list, or not at all. */
export type Band = 'answer' | 'suggest' | 'none';

export interface Ranked {
  readonly entry: string;
  /** Calibrated probability that this entry answers the message. */
  readonly probability: number;
}

export interface Match {
  readonly band: Band;
  /** All entries, best first. */
  readonly ranked: readonly Ranked[];
  /** The nearest refusal subject or small talk, where one is near. */
  readonly subject: string | null;
}

export interface Matcher {
  /** Matches a text; `evidence` is what the fact reader found in it. */
  readonly match: (text: string, evidence: Evidence) => Match;
}

/** A trained matcher: plain data (strings, numbers, typed arrays, Maps), so that it can be stored with `node:v8`. */
export interface TrainedMatcher {
  readonly entries: readonly string[];
  readonly model: LogisticModel;
  readonly calibration: Calibration;
  readonly subjects: readonly string[];
  readonly nearest: NearestIndex;
  /** Folded words that occur often enough to mend others with. */
  readonly vocabulary: readonly string[];
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /** Cross-validated predictions on the knowledge base itself, with calibrated probabilities, for the evaluation. */
  readonly predictions: readonly Prediction[];
}

/** Answer when being right is likelier than not; below, offer what is still likely. Probabilities are calibrated, so these need no tuning. */
const ANSWER = 0.5;
const SUGGEST = 0.2;
const FOLDS = 4;
/** Refusal examples are twice as many as variants but rarer among real messages: each counts half. */
const REFUSAL_WEIGHT = 0.5;
/** A best entry this far ahead of all others may answer; nearer than that both are offered. */
const MARGIN = 0.1;
/** Below this similarity a refused message is about nothing we know. */
const SUBJECT_SIMILARITY = 0.12;

/**
 * Trains on a knowledge base. `evidenceOf` is what the fact reader finds in a text; it is used alike for variants and messages.
 */
export function trainMatcher(knowledge: Knowledge, evidenceOf: (text: string) => Evidence): TrainedMatcher {
  const { entries, refusals, smalltalk, concepts } = knowledge;
  const labels = entries.length + 1;
  const subjects = [
    ...refusals.map(({ id, examples }) => ({ id, examples })),
    ...smalltalk.map(({ id, examples }) => ({ id, examples })),
  ];
  const options: FeatureOptions = { concepts: conceptFinder(concepts), mend: (word) => word };
  const featuresOf = (text: string): Map<string, number> => features(text, evidenceOf(text), options);

  const variants: Example[] = entries.flatMap(({ question, variants }, label) =>
    [question, ...variants].map((text) => ({ features: featuresOf(text), label })),
  );
  const refused = subjects.flatMap(({ examples }, group) => examples.map((text) => ({ features: featuresOf(text), group })));
  const prepared = prepare([
    ...variants,
    ...refused.map((example) => ({ features: example.features, label: entries.length, weight: REFUSAL_WEIGHT })),
  ]);
  const predictions = crossValidate(prepared, labels);
  const calibration = fitCalibration(predictions);
  return {
    entries: entries.map(({ id }) => id),
    model: train(prepared, labels),
    calibration,
    subjects: subjects.map(({ id }) => id),
    nearest: indexExamples(refused),
    vocabulary: commonWords(knowledge),
    concepts,
    predictions: predictions.map((p) => ({ ...p, raw: calibrate(calibration, p.raw) })),
  };
}

/** Makes a trained matcher ready to match. */
export function createMatcher(trained: TrainedMatcher): Matcher {
  const { entries, model, calibration, subjects, nearest } = trained;
  const options: FeatureOptions = { concepts: conceptFinder(trained.concepts), mend: mender(trained.vocabulary) };
  return {
    match(text, evidence) {
      const found = features(text, evidence, options);
      const raw = probabilities(model, found);
      const ranked = entries
        .map((entry, label) => ({ entry, probability: calibrate(calibration, raw[label] as number) }))
        .sort((a, b) => b.probability - a.probability);
      const subject = nearestGroups(nearest, found)[0];
      return {
        band: bandOf(ranked),
        ranked,
        subject: subject && subject.similarity >= SUBJECT_SIMILARITY ? (subjects[subject.group] as string) : null,
      };
    },
  };
}

function bandOf([best, second]: readonly Ranked[]): Band {
  if (!best || best.probability < SUGGEST) return 'none';
  const margin = best.probability - (second?.probability ?? 0);
  return best.probability >= ANSWER && margin >= MARGIN ? 'answer' : 'suggest';
}

/** Predicts every example by a model that has not seen it. Label `labels - 1` is the refusals': there is no right entry for them. */
function crossValidate(prepared: ReturnType<typeof prepare>, labels: number): Prediction[] {
  const refusal = labels - 1;
  const folds = Array.from({ length: FOLDS }, (_, fold) => ({
    fold,
    model: train(
      prepared,
      labels,
      [...prepared.examples.keys()].filter((n) => n % FOLDS !== fold),
    ),
  }));
  return folds.flatMap(({ fold, model }) =>
    prepared.examples.flatMap(({ label, weight = 1 }, n) => {
      if (n % FOLDS !== fold) return [];
      const scores = probabilitiesOf(model, prepared.vectors[n] as (typeof prepared.vectors)[number]).subarray(0, refusal);
      const best = scores.reduce((top, value, k) => (value > (scores[top] as number) ? k : top), 0);
      return [{ raw: scores[best] as number, right: best === label, weight }];
    }),
  );
}

function commonWords({ entries, refusals, smalltalk }: Knowledge): string[] {
  const counts = new Map<string, number>();
  const texts = [
    ...entries.flatMap(({ question, answer, variants }) => [question, ...answer, ...variants]),
    ...refusals.flatMap(({ examples }) => examples),
    ...smalltalk.flatMap(({ examples }) => examples),
  ];
  for (const text of texts) for (const word of new Set(words(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].filter(([word, count]) => count >= 2 && !/\d/.test(word)).map(([word]) => word);
}

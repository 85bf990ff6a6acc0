import type { Knowledge } from '../load.js';
import { conceptFinder } from '../text/concepts.js';
import { mender } from '../text/spelling.js';
import { words } from '../text/words.js';
import { type Calibration, calibrate, fitCalibration, type Prediction } from './calibrate.js';
import { type Evidence, type FeatureOptions, features } from './features.js';
import { type Example, type LogisticModel, prepare, probabilities, probabilitiesOf, train } from './logistic.js';
import { indexExamples, type NearestIndex, nearestGroups } from './nearest.js';

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
  /** Families of refusal subjects: the labels after the entries. */
  readonly families: readonly string[];
  readonly subjects: readonly { readonly id: string; readonly family: string }[];
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
/** A best entry this far ahead of all others may answer; nearer than that both are offered. */
const MARGIN = 0.1;
/** Below this similarity a refused message is about nothing we know. */
const SUBJECT_SIMILARITY = 0.12;

/**
 * Trains on a knowledge base. `evidenceOf` is what the fact reader finds in a text; it is used alike for variants and messages.
 */
export function trainMatcher(knowledge: Knowledge, evidenceOf: (text: string) => Evidence): TrainedMatcher {
  const { entries, refusals, smalltalk, concepts } = knowledge;
  const subjects = [
    ...refusals.map(({ id, family, examples }) => ({ id, family, examples })),
    ...smalltalk.map(({ id, examples }) => ({ id, family: 'smalltalk', examples })),
  ];
  const families = [...new Set(subjects.map(({ family }) => family))];
  const labels = entries.length + families.length;
  const options: FeatureOptions = { concepts: conceptFinder(concepts), mend: (word) => word };
  const featuresOf = (text: string): Map<string, number> => features(text, evidenceOf(text), options);

  const variants: Example[] = entries.flatMap(({ label: name, question, variants }, label) =>
    [...new Set([question, name]), ...variants].map((text) => ({ features: featuresOf(text), label })),
  );
  const refused = subjects.flatMap(({ examples }, group) => examples.map((text) => ({ features: featuresOf(text), group })));
  // All refusals together count as much as all variants together, however many of each have been written.
  const weight = variants.length / Math.max(1, refused.length);
  const familyLabels = subjects.map(({ family }) => entries.length + families.indexOf(family));
  const prepared = prepare([
    ...variants,
    ...refused.map((example) => ({ features: example.features, label: familyLabels[example.group] as number, weight })),
  ]);
  const predictions = crossValidate(prepared, labels, entries.length);
  const calibration = fitCalibration(predictions);
  return {
    entries: entries.map(({ id }) => id),
    model: train(prepared, labels),
    calibration,
    families,
    subjects: subjects.map(({ id, family }) => ({ id, family })),
    nearest: indexExamples(refused),
    vocabulary: commonWords(knowledge),
    concepts,
    predictions: predictions.map((p) => ({ ...p, raw: calibrate(calibration, p.raw) })),
  };
}

/** Makes a trained matcher ready to match. */
export function createMatcher(trained: TrainedMatcher): Matcher {
  const { entries, families, model, calibration, subjects, nearest } = trained;
  const options: FeatureOptions = { concepts: conceptFinder(trained.concepts), mend: mender(trained.vocabulary) };
  return {
    match(text, evidence) {
      const found = features(text, evidence, options);
      const raw = probabilities(model, found);
      const ranked = entries
        .map((entry, label) => ({ entry, probability: calibrate(calibration, raw[label] as number) }))
        .sort((a, b) => b.probability - a.probability);
      const family = families[indexOfHighest(raw.subarray(entries.length))];
      const groups = nearestGroups(nearest, found, (group) => subjects[group]?.family === family);
      const subject = groups[0] && groups[0].similarity >= SUBJECT_SIMILARITY ? subjects[groups[0].group] : undefined;
      return { band: bandOf(ranked), ranked, subject: subject?.id ?? null };
    },
  };
}

function bandOf([best, second]: readonly Ranked[]): Band {
  if (!best || best.probability < SUGGEST) return 'none';
  const margin = best.probability - (second?.probability ?? 0);
  return best.probability >= ANSWER && margin >= MARGIN ? 'answer' : 'suggest';
}

/** Predicts every example by a model that has not seen it. Labels from `entries` on are refusals: there is no right entry for them. */
function crossValidate(prepared: ReturnType<typeof prepare>, labels: number, entries: number): Prediction[] {
  const numbers = [...prepared.examples.keys()];
  return Array.from({ length: FOLDS }).flatMap((_, fold) => {
    const model = train(
      prepared,
      labels,
      numbers.filter((n) => n % FOLDS !== fold),
    );
    return prepared.examples.flatMap(({ label, weight = 1 }, n) => {
      const vector = prepared.vectors[n];
      if (n % FOLDS !== fold || !vector) return [];
      const scores = probabilitiesOf(model, vector).subarray(0, entries);
      const best = indexOfHighest(scores);
      return [{ raw: scores[best] as number, right: best === label, weight }];
    });
  });
}

function indexOfHighest(values: Float32Array): number {
  return values.reduce((best, value, at) => (value > (values[best] as number) ? at : best), 0);
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

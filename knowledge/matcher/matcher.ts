import { conceptFinder } from '../text/concepts.js';
import { mender } from '../text/spelling.js';
import { type Band, bandOf, type Ranked } from './bands.js';
import { type Calibration, calibrate } from './calibrate.js';
import { SMALLTALK, type Subject } from './examples.js';
import { type Evidence, type FeatureOptions, features } from './features.js';
import { type LogisticModel, probabilities } from './logistic.js';
import { type NearestIndex, similarities } from './nearest.js';
import { nearestOfLabels, signalsOf } from './signals.js';
import { nearestSubject } from './subject.js';
import { type FeatureSpace, vectorOf } from './vectors.js';

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

/** A refused message less similar than this to anything is about nothing we know. */
const NEAR = 0.25;
/** With less of the vote a subject is a guess: of those with more, nine in ten are right (each example judged by all others). */
const LEADING = 0.6;

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

import type { ConceptFinder } from '../text/concepts.js';
import { stem, words } from '../text/words.js';

/** Evidence that another part of the house found in a text: name → strength (usually 0 or 1). */
export type Evidence = Readonly<Record<string, number>>;

export interface FeatureOptions {
  readonly concepts: ConceptFinder;
  /** Brings a misspelt word to one the knowledge base knows; the identity when nothing is near. */
  readonly mend: (word: string) => string;
}

/** Strength of each kind of feature. Set by cross-validation on the knowledge base. */
const STRENGTH = { stem: 1, pair: 0.8, gram: 0.8, concept: 1, concepts: 0.6, conceptAndStem: 0.4, length: 0.5, evidence: 1 };
/** Mending costs a search for each unknown word: only so many words of a message get one. */
const MENDED_WORDS = 80;

/**
 * The features of a text, each once: five-letter stems, pairs of neighbouring stems, character 4-grams within words,
 * concepts, pairs of concepts, concepts with each stem, how long the text is, and evidence.
 * Numbers become `#`: 3 August and 5 October are the same to a topic.
 */
export function features(text: string, evidence: Evidence, { concepts, mend }: FeatureOptions): Map<string, number> {
  const mended = words(text).map((word, at) => (/\d/.test(word) ? '#' : at < MENDED_WORDS ? mend(word) : word));
  const stems = mended.map(stem);
  const found = concepts(mended).sort();
  const result = new Map<string, number>();
  for (const s of stems) result.set(`s:${s}`, STRENGTH.stem);
  for (const [i, s] of stems.slice(1).entries()) result.set(`p:${stems[i]} ${s}`, STRENGTH.pair);
  for (const word of new Set(mended)) for (const gram of grams(word)) result.set(`g:${gram}`, STRENGTH.gram);
  for (const [i, c] of found.entries()) {
    result.set(`c:${c}`, STRENGTH.concept);
    for (const other of found.slice(i + 1)) result.set(`cc:${c}+${other}`, STRENGTH.concepts);
    for (const s of stems) result.set(`cs:${c} ${s}`, STRENGTH.conceptAndStem);
  }
  result.set(`l:${Math.floor(Math.log2(1 + stems.length))}`, STRENGTH.length);
  for (const [name, strength] of Object.entries(evidence)) if (strength) result.set(`e:${name}`, strength * STRENGTH.evidence);
  return result;
}

/** Three-letter grams beside these cost as much again and add nothing. */
const GRAM_LENGTH = 4;

function grams(word: string): string[] {
  const padded = `<${word}>`;
  return Array.from({ length: Math.max(0, padded.length - GRAM_LENGTH + 1) }, (_, at) => padded.slice(at, at + GRAM_LENGTH));
}

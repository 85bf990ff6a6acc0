import type { ConceptFinder } from '../text/concepts.js';
import { stem, words } from '../text/words.js';

/** Evidence that another part of the house found in a text: name → strength (usually 0 or 1). */
export type Evidence = Readonly<Record<string, number>>;

export interface FeatureOptions {
  readonly concepts: ConceptFinder;
  /** Brings a misspelt word to one the knowledge base knows; the identity when nothing is near. */
  readonly mend: (word: string) => string;
}

/**
 * The features of a text, each once:
 * five-letter stems, pairs of neighbouring stems, character 3- to 5-grams within words, concepts, pairs of concepts, and evidence.
 * Numbers become `#`: 3 August and 5 October are the same to a topic.
 */
export function features(text: string, evidence: Evidence, { concepts, mend }: FeatureOptions): Map<string, number> {
  const typed = words(text);
  const mended = typed.map((word) => (/\d/.test(word) ? '#' : mend(word)));
  const stems = mended.map(stem);
  const found = concepts(mended).sort();
  const result = new Map<string, number>();
  for (const s of stems) result.set(`s:${s}`, 1);
  for (const [i, s] of stems.slice(1).entries()) result.set(`p:${stems[i]} ${s}`, 0.8);
  for (const word of new Set(mended)) for (const gram of grams(word)) result.set(`g:${gram}`, 0.4);
  for (const c of found) result.set(`c:${c}`, 1);
  found.forEach((a, i) => {
    for (const b of found.slice(i + 1)) result.set(`cc:${a}+${b}`, 0.6);
  });
  for (const [name, strength] of Object.entries(evidence)) if (strength) result.set(`e:${name}`, strength);
  return result;
}

function grams(word: string): string[] {
  const padded = `<${word}>`;
  const result: string[] = [];
  for (let length = 3; length <= 5; length++)
    for (let at = 0; at + length <= padded.length; at++) result.push(padded.slice(at, at + length));
  return result;
}

import type { Knowledge } from '../../knowledge/load.js';
import { fold } from '../../knowledge/text/fold.js';
import type { KnownWord } from './scrub.js';

/** Two inflections of a word begin alike; so many letters are compared. */
const STEM = 6;

/** The words of the knowledge base, whatever their ending: what people write there and what the bot says. */
export function knownWords({ entries, refusals, smalltalk, phrases }: Knowledge): KnownWord {
  const texts = [
    ...entries.flatMap(({ question, answer, variants }) => [question, ...answer, ...variants]),
    ...refusals.flatMap(({ about, examples }) => [about, ...examples]),
    ...smalltalk.flatMap(({ examples }) => examples),
    ...Object.values(phrases).flatMap((section) => Object.values(section)),
  ];
  const stems = new Set(texts.flatMap((text) => (fold(text).match(/\p{L}+/gu) ?? []).map(stemOf)));
  return (word) => stems.has(stemOf(word));
}

function stemOf(word: string): string {
  return word.slice(0, STEM);
}

import Fuse from 'fuse.js';
import type { Matcher } from './matcher/matcher.js';
import type { Entry } from './schema.js';
import { fold } from './text/fold.js';

/** Finds official questions while somebody types: `(query, limit) -> entries`, best first. An empty query gives the first ones. */
export type Search = (query: string, limit: number) => readonly Entry[];

/** A single letter is in everything. */
const MIN_WORD = 2;
/** Of a long text the beginning is enough: every word is one more search. */
const MAX_WORDS = 8;
/** No word of the questions is as long. */
const MAX_WORD = 32;
/** Less likely questions are no find. */
const WORTH_SHOWING = 0.05;

/**
 * One search for the message extension and the page. First the titles and questions in which the typed words stand, whole or half,
 * misspelt or not (fuse.js, folded, every word must be found); then what the matcher takes the text to ask; then the answers in which
 * the words stand as they are.
 */
export function createSearch(entries: readonly Entry[], matcher: Matcher): Search {
  const texts = entries.map((entry) => ({
    entry,
    label: fold(entry.label),
    question: fold(entry.question),
    answer: fold(entry.answer.join(' ')),
  }));
  const options = { threshold: 0.25, ignoreLocation: true, useExtendedSearch: true };
  const titles = new Fuse(texts, { ...options, keys: [{ name: 'label', weight: 3 }, 'question'] });
  const answers = new Fuse(texts, { ...options, keys: ['answer'] });

  return (query, limit) => {
    // In fuse.js's extended search signs are operators; folded words hold none.
    const words = (fold(query).match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((word) => word.length >= MIN_WORD)
      .slice(0, MAX_WORDS)
      .map((word) => word.slice(0, MAX_WORD));
    if (words.length === 0) return entries.slice(0, limit);
    const titled = titles.search(words.join(' ')).map(({ item }) => item.entry);
    const asked = matcher
      .match(query, {})
      .ranked.filter(({ probability }) => probability >= WORTH_SHOWING)
      .flatMap(({ entry }) => entries.find(({ id }) => id === entry) ?? []);
    const said = answers.search(words.map((word) => `'${word}`).join(' ')).map(({ item }) => item.entry);
    return [...new Set([...titled, ...asked, ...said])].slice(0, limit);
  };
}

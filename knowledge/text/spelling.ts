import Fuse from 'fuse.js';

/** Mends one misspelt word, or gives it back as it is. */
export type Mender = (word: string) => string;

/** Shorter words have too many neighbours to tell a slip from another word. */
const SHORTEST = 5;
/** How many mended words are remembered: people make the same slips. */
const REMEMBERED = 5000;

/**
 * Mends words against the words the knowledge base itself uses. fuse.js searches a vocabulary of single words,
 * which is what it is good at; whole variants are matched otherwise.
 * @param vocabulary folded words
 */
export function mender(vocabulary: readonly string[]): Mender {
  const known = new Set(vocabulary);
  const remembered = new Map<string, string>();
  const byInitial = new Map<string, Fuse<string>>();
  const search = (initial: string): Fuse<string> => {
    let fuse = byInitial.get(initial);
    if (!fuse) {
      fuse = new Fuse(
        vocabulary.filter((word) => word.startsWith(initial) && word.length >= SHORTEST),
        { threshold: 0.25, distance: 10, location: 0, includeScore: true, shouldSort: true },
      );
      byInitial.set(initial, fuse);
    }
    return fuse;
  };
  return (word) => {
    if (word.length < SHORTEST || word.length > 24 || known.has(word)) return word;
    const before = remembered.get(word);
    if (before !== undefined) return before;
    const best = search(word.charAt(0)).search(word, { limit: 3 }).find(({ item }) => Math.abs(item.length - word.length) <= 2);
    const mended = best?.item ?? word;
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, mended);
    return mended;
  };
}

/** Brings back the vowels that thumbs leave out ("teklfi" → "teklifi"), or gives the word as it is. */
export type Restorer = (word: string) => string;

/** Shorter words have too many readings. */
const SHORTEST = 4;
const VOWELS = /[aeiou]/g;

/**
 * A word is restored to the known word with the same consonants in which its own letters stand in order, and that adds the fewest;
 * of several the one more often written. Words that are known, or have no such neighbour, stay.
 * @param known folded words, the most frequent first
 */
export function restorer(known: readonly string[]): Restorer {
  const words = new Set(known);
  const bySkeleton = new Map<string, string[]>();
  for (const word of known) {
    const skeleton = skeletonOf(word);
    bySkeleton.set(skeleton, [...(bySkeleton.get(skeleton) ?? []), word]);
  }
  return (word) => {
    if (word.length < SHORTEST || words.has(word)) return word;
    const fuller = (bySkeleton.get(skeletonOf(word)) ?? []).filter((one) => one.length > word.length && holdsInOrder(one, word));
    return fuller.toSorted((one, other) => one.length - other.length)[0] ?? word;
  };
}

/** The consonants of a word, with what it begins with. */
function skeletonOf(word: string): string {
  return word.charAt(0) + word.slice(1).replace(VOWELS, '');
}

function holdsInOrder(word: string, letters: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === letters[at]) at++;
  return at === letters.length;
}

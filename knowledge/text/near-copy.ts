import { stem, words } from './words.js';

/** A text as it is compared with others. */
export interface Profile {
  readonly text: string;
  readonly words: readonly string[];
  readonly stems: ReadonlySet<string>;
}

/** So many words a text must have to be a near copy; shorter ones share most of their words by chance. */
const WORDS = 5;
const SHARED_STEMS = 0.8;

export function profileOf(text: string): Profile {
  const found = words(text);
  return { text, words: found, stems: new Set(found.map(stem)) };
}

/** True if two texts are the same after folding, whatever their letters, case and punctuation. */
export function isSame(a: Profile, b: Profile): boolean {
  return a.words.join(' ') === b.words.join(' ');
}

/** True if two texts are the same after folding, or share four fifths of the stems of one that has five words or more. */
export function isNearCopy(a: Profile, b: Profile): boolean {
  return isSame(a, b) || isCovered(a, b) || isCovered(b, a);
}

/** True if each of two texts shares four fifths of its stems with the other: one of them adds nothing. */
export function isNearDuplicate(a: Profile, b: Profile): boolean {
  return isCovered(a, b) && isCovered(b, a);
}

function isCovered({ words: own, stems }: Profile, other: Profile): boolean {
  if (own.length < WORDS) return false;
  let shared = 0;
  for (const one of stems) if (other.stems.has(one)) shared++;
  return shared / stems.size >= SHARED_STEMS;
}

import { stem, words } from './words.js';

/** A text as it is compared with others. */
export interface Profile {
  readonly text: string;
  /** Its folded words in one line, and how many they are. */
  readonly line: string;
  readonly length: number;
  readonly stems: ReadonlySet<string>;
}

/** So many words a text must have to be a near copy; shorter ones share most of their words by chance. */
const WORDS = 5;
const SHARED_STEMS = 0.8;

export function profileOf(text: string): Profile {
  const found = words(text);
  return { text, line: found.join(' '), length: found.length, stems: new Set(found.map(stem)) };
}

/** True if two texts are the same after folding, whatever their letters, case and punctuation. */
export function isSame(a: Profile, b: Profile): boolean {
  return a.line === b.line;
}

/** True if two texts are the same after folding, or share four fifths of the stems of one that has five words or more. */
export function isNearCopy(a: Profile, b: Profile): boolean {
  return isSame(a, b) || isCovered(a, b) || isCovered(b, a);
}

/** True if each of two texts shares four fifths of its stems with the other: one of them adds nothing. */
export function isNearDuplicate(a: Profile, b: Profile): boolean {
  const [fewer, more] = [Math.min(a.stems.size, b.stems.size), Math.max(a.stems.size, b.stems.size)];
  return fewer >= SHARED_STEMS * more && isCovered(a, b) && isCovered(b, a);
}

function isCovered({ length, stems }: Profile, other: Profile): boolean {
  if (length < WORDS) return false;
  let shared = 0;
  for (const one of stems) if (other.stems.has(one)) shared++;
  return shared / stems.size >= SHARED_STEMS;
}

/**
 * Finds the texts that may be near copies of a text: comparing everything with everything would take minutes.
 * Whoever shares four fifths of its stems shares one of its rarest fifth, too.
 * @returns a function from a text to the indexes of such texts, in no order
 */
export function copyCandidates(texts: readonly Profile[]): (text: Profile) => number[] {
  const having = new Map<string, number[]>();
  texts.forEach(({ stems }, n) => {
    for (const stem of stems) push(having, stem, n);
  });
  const rarest = ({ stems }: Profile): string[] =>
    [...stems]
      .sort((a, b) => (having.get(a)?.length ?? 0) - (having.get(b)?.length ?? 0))
      .slice(0, stems.size - Math.ceil(SHARED_STEMS * stems.size) + 1);
  const havingRarest = new Map<string, number[]>();
  texts.forEach((text, n) => {
    for (const stem of rarest(text)) push(havingRarest, stem, n);
  });
  return (text) => [
    ...new Set([
      ...rarest(text).flatMap((stem) => having.get(stem) ?? []),
      ...[...text.stems].flatMap((stem) => havingRarest.get(stem) ?? []),
    ]),
  ];
}

function push(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

import { type Hit, hitsOf } from '../cues.js';
import type { CueName, Lexicon } from '../lexicon.js';
import type { Searched, Span } from '../patterns.js';

/** The number of an internship that a word points to, or `other` for "diğeri". */
export type Pointer = 1 | 2 | 3 | 'other' | 'all';

/** A word that points to one of several internships ("ilki", "diğeri", "ikisi de"). */
export interface Pointing {
  readonly to: Pointer;
  /** True where it is a name that tells it apart from the others. */
  readonly name?: true;
  readonly start: number;
  readonly end: number;
}

/** A word that names one of the places or persons of a message, by the letters all its forms share ("Konya'daki", "Konya'nın"). */
export interface Name extends Span {
  readonly key: string;
}

const ONE_OF_THEM = /^biri(?:n|s|$)/;
/** "Birincisi, bu karar bizim mi? İkincisi, …": the questions are numbered, and no dates follow. */
const NUMBERS_QUESTION = /^(?:birinci|ikinci|ucuncu)si ?[,:](?![^.?!]{0,60}\d)/;
const POINTERS: Partial<Record<CueName, Pointer>> = { first: 1, second: 2, third: 3, other: 'other', pair: 'all' };

/** All words of a text that point to an internship, in order. Of "biri … biri …" the second means the other one. */
export function pointingsOf(text: Searched, lexicon: Lexicon): Pointing[] {
  const seen = new Set<string>();
  return hitsOf(text, lexicon, ['first', 'second', 'third', 'other', 'pair']).flatMap(({ cue, start, end }: Hit) => {
    const to = NUMBERS_QUESTION.test(text.text.slice(start)) ? undefined : POINTERS[cue];
    const again = to === 1 && ONE_OF_THEM.test(text.text.slice(start, end)) && seen.size > 0;
    if (to === 1) seen.add(text.text.slice(start, end));
    return to ? [{ to: again ? 'other' : to, start, end }] : [];
  });
}

/** Without those that count internships of a whole life ("bu 2. stajım, sigortamı kim öder"): there the second is the only one spoken of. */
export function ofThisCase(pointings: readonly Pointing[], severalAsked: boolean, questionAsked: boolean): readonly Pointing[] {
  const contrasted = pointings.some((one) => one.to === 1 || one.to === 'other' || one.to === 'all');
  return severalAsked || contrasted || !questionAsked ? pointings : [];
}

/** The last word between two places that points to an internship. */
export function pointerBefore(pointings: readonly Pointing[], start: number, end: number): Pointing | undefined {
  return pointings.filter((one) => one.start >= start && one.end <= end).at(-1);
}

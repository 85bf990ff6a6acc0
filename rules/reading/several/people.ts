import { hitsOf } from '../cues.js';
import type { Lexicon } from '../lexicon.js';
import { finds, type Searched } from '../patterns.js';
import type { Said } from '../statements.js';
import type { Name } from './pointings.js';

/** "İkisi de", "her ikisinin", "üçü": pronouns, which count whatever was spoken of. */
const PRONOUN = /^(?:ikis|her iki(?:s|$)|ucu|dordu|hepsi|[234][^a-z]?[iu]s?[iun])/;

/** True for a count that hangs on a pronoun, and may be of anything. */
export function countsByPronoun({ fact, start }: Said, { text }: Searched): boolean {
  return fact === 'count' && PRONOUN.test(text.slice(start));
}

/**
 * "İki öğrencimiz var, ikisi de kabul aldı": persons with a case each, whose internships nobody wants to do together. Where internships
 * are counted as well ("iki arkadaşız, benim iki stajım var"), the case is of one person.
 */
export function isOfPeople(text: Searched, said: readonly Said[], lexicon: Lexicon): boolean {
  const counts = said.filter((one) => one.fact === 'count' && !countsByPronoun(one, text));
  return counts.length === 0 && (finds(lexicon.cues.people, text) || finds(lexicon.cues.students, text));
}

/** Two dates are of two persons only if these are students: "biz iki arkadaş iddiaya girdik: öğrencimizin iki kabulü …" is about one. */
export function haveDateEach(text: Searched, dated: number, lexicon: Lexicon): boolean {
  return dated < 2 || (dated === 2 && finds(lexicon.cues.students, text));
}

/** So many letters of a name stay in all its forms. */
const KEY_LETTERS = 3;

/** Who speaks, and somebody else who is not named. */
export const SELF = 'self';
export const OTHER_PERSON = 'he';

/** The words for each of several persons: "Mert" and "Mert'inki" are one, "ben" and "benimki", and "onun" is of whoever was named last. */
export function personsIn(text: Searched, lexicon: Lexicon): Name[] {
  let last = OTHER_PERSON;
  return hitsOf(text, lexicon, ['self', 'he', 'person']).map(({ cue, start, end }) => {
    const key = cue === 'self' ? SELF : cue === 'he' ? last : text.text.slice(start, start + KEY_LETTERS);
    if (cue !== 'self') last = key;
    return { key, start, end };
  });
}

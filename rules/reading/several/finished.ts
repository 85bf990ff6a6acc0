import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import type { Lexicon } from '../lexicon.js';
import { finds, type Searched, searched } from '../patterns.js';
import type { Said } from '../statements.js';

/** "Etti üç": that sums up all internships of a life. */
const SUM = /^(?:etti|eder|etmis|toplam)/;

/**
 * "Önceki ikisini kendim bulup bitirmiştim, bu seferberlikten": beside one of the programme, what was found outside it and is over is
 * background, and so is how many those were.
 */
export function withoutFinishedOutside(
  { searchable: { text }, clauses }: Analysis,
  said: readonly Said[],
  { cues }: Lexicon,
): readonly Said[] {
  const programmes = said.filter(({ fact }) => fact === 'programme');
  const inside = programmes.filter(({ value }) => value === 'inside');
  if (inside.length === 0) return said;
  const wordsOf = ({ start, end }: Clause): Searched => searched(text.slice(start, end));
  const isOver = ({ clause }: Said): boolean => {
    const sentence = clauses.filter((one) => one.sentence === clause.sentence);
    if (finds(cues.over, wordsOf(clause))) return true;
    const isOfInside = inside.some((one) => one.clause.sentence === clause.sentence);
    return !isOfInside && !finds(cues.toCome, wordsOf(clause)) && sentence.some((one) => finds(cues.over, wordsOf(one)));
  };
  const over = programmes.filter((one) => one.value === 'outside' && isOver(one));
  const sentences = new Set(over.map(({ clause }) => clause.sentence));
  const isSum = ({ start }: Said): boolean => over.length > 0 && SUM.test(text.slice(start));
  return said.filter((one) => !over.includes(one) && !(one.fact === 'count' && (sentences.has(one.clause.sentence) || isSum(one))));
}

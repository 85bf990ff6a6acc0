import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { between, type Hit, hitsOf } from '../cues.js';
import type { Lexicon } from '../lexicon.js';
import type { Said } from '../statements.js';

/** "Etti üç": that sums up all internships of a life. */
const SUM = /^(?:etti|eder|etmis|toplam)/;

/**
 * "Önceki ikisini kendim bulup bitirmiştim, bu seferberlikten": beside one of the programme, what was found outside it and is over is
 * background, and so is how many those were.
 */
export function withoutFinishedOutside({ searchable, clauses }: Analysis, said: readonly Said[], lexicon: Lexicon): readonly Said[] {
  const programmes = said.filter(({ fact }) => fact === 'programme');
  const inside = programmes.filter(({ value }) => value === 'inside');
  const outside = programmes.filter(({ value }) => value === 'outside');
  if (inside.length === 0 || outside.length === 0) return said;
  const over = hitsOf(searchable, lexicon, ['over']);
  const toCome = hitsOf(searchable, lexicon, ['toCome']);
  const holds = (hits: readonly Hit[], { start, end }: Clause): boolean => between(hits, start, end).length > 0;
  const isOver = ({ clause }: Said): boolean => {
    if (holds(over, clause)) return true;
    const isOfInside = inside.some((one) => one.clause.sentence === clause.sentence);
    const sentence = clauses.filter((one) => one.sentence === clause.sentence);
    return !isOfInside && !holds(toCome, clause) && sentence.some((one) => holds(over, one));
  };
  const finished = outside.filter(isOver);
  const sentences = new Set(finished.map(({ clause }) => clause.sentence));
  const isSum = ({ start }: Said): boolean => finished.length > 0 && SUM.test(searchable.text.slice(start));
  return said.filter((one) => !finished.includes(one) && !(one.fact === 'count' && (sentences.has(one.clause.sentence) || isSum(one))));
}

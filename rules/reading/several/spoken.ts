import type { Analysis } from '../analysis.js';
import type { DatesRead } from '../dated/read-dates.js';
import type { Lexicon } from '../lexicon.js';
import type { PlacedFact } from '../reading.js';
import type { Said } from '../statements.js';
import type { Pointing } from './pointings.js';

/** What is known of a message when its internships are counted and compared. */
export interface Spoken {
  readonly analysis: Analysis;
  readonly said: readonly Said[];
  /** The facts of each internship. */
  readonly own: readonly PlacedFact[];
  readonly dates: DatesRead;
  /** The words that point to one of them. */
  readonly pointings: readonly Pointing[];
  readonly lexicon: Lexicon;
  /** The words at a place of the folded text, as typed. */
  readonly words: (start: number, end: number) => string;
}

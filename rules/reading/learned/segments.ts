import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { between, hitsOf } from '../cues.js';
import type { Lexicon } from '../lexicon.js';
import type { Span } from '../patterns.js';
import { type Traits, traitsOf, wordsOf } from './traits.js';

/** A stretch of a text that may say something: a clause or some that follow one another in a sentence, or the whole text. */
export interface Segment extends Span {
  /** The first clause of it. */
  readonly clause: Clause;
  /** True if it is that clause and no more. */
  readonly isClause: boolean;
  /** True for a whole sentence, and for the whole text. */
  readonly isSentence: boolean;
  /** True if a question mark stands behind it; and if that, or a word in it, asks. */
  readonly isMarked: boolean;
  readonly isQuestion: boolean;
  readonly isAll: boolean;
  readonly traits: Traits;
}

/** "Belge geldi, ama imzasız": what the next clauses add may change what is said. */
const MOST_CLAUSES = 3;
/** Nobody tells a case in more; a list pasted by mistake would take long. */
const MOST_SEGMENTS = 120;
/** A single word says little of itself ("Rehberlik ve …"), unless it is all there is. */
const LEAST_WORDS = 2;

/** A question mark right behind. */
const MARKED = /^ ?\?/;

/** Every segment of a text with its traits, all of the text last. */
export function segmentsOf({ plain: { folded }, searchable, clauses, said }: Analysis, lexicon: Lexicon): Segment[] {
  const questions = hitsOf(searchable, lexicon, ['question']);
  const isAll = (first: number, last: number): boolean => first === 0 && last === clauses.length - 1;
  const segment = (first: number, last: number, isSentence: boolean): Segment => {
    const [clause, end] = [clauses[first] as Clause, (clauses[last] as Clause).end];
    const found = said.filter((one) => one.start >= clause.start && one.end <= end).map(({ fact, value }) => `${fact}=${value}`);
    const traits = traitsOf(folded.slice(clause.start, end), found, lexicon.kindOf);
    const isMarked = MARKED.test(folded.slice(end, end + 2));
    return {
      start: clause.start,
      end,
      clause,
      isClause: first === last,
      isSentence,
      isMarked,
      isQuestion: isMarked || between(questions, clause.start, end).length > 0,
      isAll: isAll(first, last),
      traits,
    };
  };
  const segments: Segment[] = [];
  clauses.forEach(({ start, sentence }, first) => {
    const last = lastOf(clauses, first);
    for (let at = first; at <= last && segments.length < MOST_SEGMENTS; at++) {
      const isPart = at < first + MOST_CLAUSES && wordsOf(folded.slice(start, clauses[at]?.end)).length >= LEAST_WORDS;
      const isSentence = at === last && clauses[first - 1]?.sentence !== sentence;
      if ((isPart || isSentence) && !isAll(first, at)) segments.push(segment(first, at, isSentence));
    }
  });
  return clauses.length > 0 ? [...segments, segment(0, clauses.length - 1, true)] : segments;
}

/** The last clause of the sentence that the clause at `first` stands in. */
function lastOf(clauses: readonly Clause[], first: number): number {
  let last = first;
  while (clauses[last + 1]?.sentence === clauses[first]?.sentence) last++;
  return last;
}

import type { Analysis } from '../analysis.js';
import { hitsOf } from '../cues.js';
import type { Lexicon } from '../lexicon.js';
import { findAll, type Span } from '../patterns.js';
import type { PlacedFact } from '../reading.js';
import { byRank, type Said } from '../statements.js';
import { wordsOfAll } from './count.js';
import type { Pointing } from './pointings.js';
import type { Spoken } from './spoken.js';

/**
 * Whether the internships are said to share days, or plainly do not.
 * @param months where their months stand, if those alone tell them apart
 */
export function overlapOf({ analysis, said, dates, pointings, lexicon, words }: Spoken, months: readonly Span[]): PlacedFact | null {
  const teaching = hitsOf(analysis.searchable, lexicon, ['teaching']);
  const ofTerm = ({ clause }: Said) => teaching.some((hit) => hit.start >= clause.start && hit.end <= clause.end);
  const [first] = byRank(said.filter((one) => one.fact === 'overlap' && !ofTerm(one)));
  if (first) return { id: 'overlap', value: first.value, words: words(first.start, first.end), at: first.start };
  const apart = months.length > 0 || dates.internships.size > 1 ? months : finishedBefore(analysis, pointings, lexicon);
  const [place] = apart;
  return place ? { id: 'overlap', value: 'no', words: wordsOfAll(apart, words), at: place.start } : null;
}

/** "İlki geçen hafta bitti, ikincisi gelecek ay": what is over shares no day with what is to come. */
function finishedBefore({ searchable, clauses }: Analysis, pointings: readonly Pointing[], lexicon: Lexicon): readonly Span[] {
  const [done] = findAll(lexicon.cues.doneOne, searchable);
  const over = findAll(lexicon.cues.done, searchable);
  const isOver = ({ start }: Pointing): boolean =>
    clauses.some((clause) => start >= clause.start && start < clause.end && over.some((hit) => hit.start > start && hit.end <= clause.end));
  const first = done ?? pointings.find((one) => one.to === 1 && isOver(one));
  const next =
    first &&
    [...pointings.filter(({ to }) => to === 2 || to === 'other'), ...findAll(lexicon.cues.oneMore, searchable)].find(
      ({ start }) => start >= first.end,
    );
  return first && next ? [first, next] : [];
}

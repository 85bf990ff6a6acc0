import type { Analysis } from '../analysis.js';
import { between, hitsOf } from '../cues.js';
import type { Lexicon } from '../lexicon.js';
import { monthNamed } from '../months.js';
import type { Span } from '../patterns.js';
import type { Token } from '../tokens.js';

/** "Eylülde başlıyor", "temmuz sonuna kadar": one end of something, and not all of it. */
const ONE_END = /^(?:bas(?:i|la)|son|ort|itibaren|kadar|dek|acil|gir|cik|bit)/;
/** "Eylül için", "temmuzdaki": so a month stands for the internship in it, whatever else its clause tells. */
const STANDS_FOR_IT = /[dt][ae]ki/;
const FOR = 'icin';
/** A month that is not told with days has no number so near. */
const BESIDE = [-1, 1];

/** "Temmuzda başlayıp temmuzda bitiyor". */
function isBothEnds(tokens: readonly Token[], month: number): boolean {
  return tokens.filter(({ kind, text }) => kind === 'word' && monthNamed(text)?.month === month).length > 1;
}

/**
 * "Biri temmuzda, biri eylülde": internships that are told by their months, no two in the same one, share no day.
 * @returns where each of the months stands first; empty where fewer than two differ
 */
export function monthsApart({ searchable, tokens, clauses }: Analysis, lexicon: Lexicon): readonly Span[] {
  const others = hitsOf(searchable, lexicon, ['term', 'otherDate', 'earlier', 'event']);
  const named = tokens.flatMap(({ kind, text, start, end }, at) => {
    const month = kind === 'word' ? monthNamed(text) : null;
    const clause = clauses.find((one) => start >= one.start && end <= one.end);
    if (!month || !clause || month.suffix === 'from' || month.suffix === 'to') return [];
    if (BESIDE.some((step) => tokens[at + step]?.kind === 'number')) return [];
    const next = tokens[at + 1]?.text ?? '';
    const standsForIt = next === FOR || STANDS_FOR_IT.test(text);
    const isOther = between(others, clause.start, clause.end).length > 0;
    const isOneEnd = ONE_END.test(next) && !isBothEnds(tokens, month.month);
    return isOneEnd || (isOther && !standsForIt) ? [] : [{ month: month.month, start, end }];
  });
  const months = named.filter(({ month }, at) => named.findIndex((one) => one.month === month) === at);
  const [first, next] = months;
  const isRange = first && next && !/[a-z]/.test(searchable.text.slice(first.end, next.start));
  return next && !isRange ? months : [];
}

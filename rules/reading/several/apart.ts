import type { DatesRead } from '../dated/read-dates.js';
import type { Searched, Span } from '../patterns.js';
import type { Said } from '../statements.js';
import type { Pointing } from './pointings.js';

/** From so many internships of the programme one may be told apart. */
const PAIR = 2;

/**
 * "Programdan iki kabulüm var (6–24 Temmuz, 3–21 Ağustos), eylülde de amcamın fabrikasında kendi ayarladığım": where two are said to be
 * of the programme and both are dated, a place outside it that is told with neither of their dates is none of the two.
 * @returns its number; null where all is told of the dated ones
 */
export function apartFromTwo(text: Searched, said: readonly Said[], dates: DatesRead, pointings: readonly Pointing[]): number | null {
  const programmes = said.filter(({ fact }) => fact === 'programme');
  const outside = programmes.filter(({ value }) => value === 'outside');
  const first = [...dates.internships].slice(0, PAIR);
  if (first.length < PAIR || outside.length === 0 || !programmes.some((one) => isOfTwo(one, said))) return null;
  const places = first.flatMap(([, at]) => at);
  const isApart = ({ clause, start }: Said): boolean =>
    text.text[clause.start - 1] !== '(' &&
    text.text[clause.end] !== '(' &&
    !places.some((place) => isWithin(place, clause)) &&
    !pointings.some(
      ({ to, ...span }) => isWithin(span, clause) && to !== 3 && !/daha$/.test(text.text.slice(span.start, span.end)) && span.start < start,
    );
  return outside.every(isApart) ? PAIR + 1 : null;
}

/** "Programdan iki kabulüm var": the programme is named of two. */
function isOfTwo({ value, clause }: Said, said: readonly Said[]): boolean {
  return value === 'inside' && said.some((one) => one.fact === 'count' && one.value === '2' && one.clause.sentence === clause.sentence);
}

function isWithin({ start, end }: Span, clause: Span): boolean {
  return start >= clause.start && end <= clause.end;
}

import type { Analysis } from './analysis.js';
import { hitsOf } from './cues.js';
import type { DatesRead } from './dated/read-dates.js';
import type { Lexicon } from './lexicon.js';
import { findAll, finds, type Searched, type Span } from './patterns.js';
import type { PlacedFact } from './reading.js';
import { monthsApart } from './several/months-apart.js';
import type { Pointing } from './several/pointings.js';
import { byRank, type Said } from './statements.js';

/** "Dersler 12 ekim, staj 12 ekim, ikisi aynı gün": these two are the internship and the term. */
export function isOfInternshipAndTerm({ fact, start }: Said, { text }: Searched, dates: DatesRead): boolean {
  const areDated = dates.internships.size === 1 && dates.facts.some(({ id }) => id.startsWith('term.'));
  return (fact === 'count' || fact === 'overlap') && areDated && /^(?:ikis|iki yere birden)/.test(text.slice(start));
}

/** What is said of a third one makes it a case of its own; that it would be one too many does not. */
const EACH_HAS_ITS_OWN: readonly string[] = ['stage', 'document', 'reason'];

/** How many internships a message speaks of, 1 at least: dated, said ("iki stajım var") or set against each other ("diğeri"). */
export function spokenOf(said: readonly Said[], dates: DatesRead, pointings: readonly Pointing[]): number {
  const numbers = [...dates.internships.keys()];
  const saysTwo = said.some((one) => one.fact === 'count' && one.value === '2');
  const pointed = new Set(pointings.map((one) => one.to));
  const programmes = new Set(said.flatMap(({ fact, value }) => (fact === 'programme' ? [value] : [])));
  const contrasted = pointed.has('other') || (pointed.has(1) && pointed.has(2)) || programmes.size > 1;
  const isTold = ({ start }: Pointing): boolean =>
    said.some(({ fact, clause }) => EACH_HAS_ITS_OWN.includes(fact) && start >= clause.start && start < clause.end);
  const named = pointings.flatMap((one) => (typeof one.to === 'number' && (one.name || (one.to === 3 && isTold(one))) ? [one.to] : []));
  return Math.max(1, ...numbers, ...named, saysTwo || contrasted ? 2 : 1);
}

/** Facts of the whole case: how many internships within the programme, and whether they are said to overlap. */
export function caseFacts(
  analysis: Analysis,
  said: readonly Said[],
  own: readonly PlacedFact[],
  dates: DatesRead,
  pointings: readonly Pointing[],
  lexicon: Lexicon,
  words: (start: number, end: number) => string,
): PlacedFact[] {
  const several = dates.internships.size > 1 || hitsOf(analysis.searchable, lexicon, ['several']).length > 0;
  const months = several && dates.internships.size === 0 ? monthsApart(analysis, lexicon) : [];
  const count = countOf(analysis.searchable, said, own, dates, pointings, lexicon, words) ?? countOfMonths(months, words);
  const overlap = several ? overlapOf(analysis, said, dates, months, pointings, lexicon, words) : null;
  return [count, overlap].filter((fact) => fact !== null);
}

function countOf(
  text: Searched,
  said: readonly Said[],
  own: readonly PlacedFact[],
  dates: DatesRead,
  pointings: readonly Pointing[],
  lexicon: Lexicon,
  words: (start: number, end: number) => string,
): PlacedFact | null {
  const outside = new Set(
    own.filter((fact) => fact.id.endsWith('.programme') && fact.value === 'outside').map((fact) => fact.id.split('.')[0]),
  );
  const inside = [...dates.internships].filter(([number]) => !outside.has(`internship${number}`));
  const [stated] = byRank(said.filter((one) => one.fact === 'count'));
  if (stated && !(stated.value === '2' && outside.size > 0)) {
    const isThird = pointings.some((one) => one.to === 3 && !isOnlyOffered(one, text));
    const isMore = isThird || inside.length > 2 || addsToTwo(text, stated, lexicon, words);
    const isLess = inside.length === 2 && finds(lexicon.cues.declined, text);
    const value = { '1': '1', '2': isMore ? 'more' : '2', more: isLess ? '2' : 'more' }[stated.value] ?? stated.value;
    return { id: 'count', value, words: words(stated.start, stated.end), at: stated.start };
  }
  if (inside.length < 2) return summedUp(text, lexicon, words);
  const places = inside.flatMap(([, at]) => at.slice(0, 1));
  return {
    id: 'count',
    value: inside.length > 2 ? 'more' : '2',
    words: wordsOfAll(places, words),
    at: places[0]?.start ?? 0,
  };
}

/** "Temmuzda biri, ağustosta biri, eylülde de üçüncüsü": as many as there are months. */
function countOfMonths(months: readonly Span[], words: (start: number, end: number) => string): PlacedFact | null {
  const [first] = months;
  return first && months.length > 2 ? { id: 'count', value: 'more', words: wordsOfAll(months, words), at: first.start } : null;
}

/** What counts two, and is not the second. */
const OF_TWO = /^(?:iki|2|her iki)(?!nci|[.])/;

/** "İki tane yaptım, bir tane daha …", "birini bitirdim, iki tane daha …": with two of them, these are more. */
function addsToTwo(text: Searched, stated: Said, lexicon: Lexicon, words: (start: number, end: number) => string): boolean {
  const sum = summedUp(text, lexicon, words);
  if (sum) return sum.value === 'more';
  return OF_TWO.test(text.text.slice(stated.start)) && finds(lexicon.cues.done, text) && finds(lexicon.cues.oneMore, text);
}

/** "Birini bitirdim, iki tane daha istiyorum": how many were done and how many more are wanted. */
function summedUp(text: Searched, lexicon: Lexicon, words: (start: number, end: number) => string): PlacedFact | null {
  const [done] = findAll(lexicon.cues.doneOne, text);
  if (!done || finds(lexicon.cues.earlier, text)) return null;
  const [two] = findAll(lexicon.cues.twoMore, text);
  const [one] = findAll(lexicon.cues.oneMore, text);
  const more = two ?? one;
  return more
    ? { id: 'count', value: two ? 'more' : '2', words: `${words(done.start, done.end)}, ${words(more.start, more.end)}`, at: done.start }
    : null;
}

/** "Üçüncü bir yer de teklif yolladı": more offers are no fault, until one wants to go there; nor is one that is turned down. */
function isOnlyOffered({ start, end }: Pointing, { text }: Searched): boolean {
  const after = text.slice(start);
  if (/^[^.?!]{0,50}(?:reddet|redded|geri cevir|istemi|kabul etme[dm]|(?:cevap|yanit) (?:verme|yazma)[dm]|yanitlama[dm])/.test(after))
    return true;
  return (
    /^.{0,40}teklif/.test(text.slice(start, end + 45)) &&
    !/ucuncu\w* (?:de |da )?(?:gid|yap|kat)|(?:onu|buna|ona|bunu) da (?:gid|git|yap|kat)|(?:kabul et|onayla|evet de)(?:t|d|m[iu]s)/.test(
      after,
    )
  );
}

function overlapOf(
  analysis: Analysis,
  said: readonly Said[],
  dates: DatesRead,
  months: readonly Span[],
  pointings: readonly Pointing[],
  lexicon: Lexicon,
  words: (start: number, end: number) => string,
): PlacedFact | null {
  const teaching = hitsOf(analysis.searchable, lexicon, ['teaching']);
  const ofTerm = ({ clause }: Said) => teaching.some((hit) => hit.start >= clause.start && hit.end <= clause.end);
  const [first] = byRank(said.filter((one) => one.fact === 'overlap' && !ofTerm(one)));
  if (first) return { id: 'overlap', value: first.value, words: words(first.start, first.end), at: first.start };
  const apart = months.length > 0 || dates.internships.size > 1 ? months : finishedBefore(analysis, pointings, lexicon);
  const [place] = apart;
  return place ? { id: 'overlap', value: 'no', words: wordsOfAll(apart, words), at: place.start } : null;
}

function wordsOfAll(places: readonly Span[], words: (start: number, end: number) => string): string {
  return places.map(({ start, end }) => words(start, end)).join(', ');
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

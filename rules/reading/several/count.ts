import type { Lexicon } from '../lexicon.js';
import { findAll, finds, type Searched, type Span } from '../patterns.js';
import type { PlacedFact } from '../reading.js';
import { byRank, type Said } from '../statements.js';
import type { Pointing } from './pointings.js';
import type { Spoken } from './spoken.js';

/** How many internships within the programme are said, dated or summed up; null where that is not told. */
export function countOf({ analysis, said, own, dates, pointings, lexicon, words }: Spoken): PlacedFact | null {
  const text = analysis.searchable;
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
export function countOfMonths(months: readonly Span[], words: (start: number, end: number) => string): PlacedFact | null {
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

/** The words of several places, as one. */
export function wordsOfAll(places: readonly Span[], words: (start: number, end: number) => string): string {
  return places.map(({ start, end }) => words(start, end)).join(', ');
}

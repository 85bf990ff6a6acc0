import { isEnglish, isShortMonth, monthNamed, monthNextToNumber } from './months.js';
import { type NumberRead, readDayWord, readNumber } from './numbers.js';
import { type Suffix, suffixOf } from './suffixes.js';
import type { Token } from './tokens.js';

/** The last day of a month, whichever that is. */
export const LAST_DAY = 1000;

/** One date as mentioned: what is not said is null. `first` and `next` are indexes of tokens, `next` the one after the mention. */
export interface Mention {
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
  readonly suffix: Suffix | null;
  /** "ağustos başı", "ağustos sonu": a date only as an end of a range. */
  readonly edge: boolean;
  readonly first: number;
  readonly next: number;
}

const UNIT =
  /^(?:is|gun|hafta|hft?$|ay(?!i(?:n|nin)?$)|yil|saat|kisi|ogrenci|staj|yer|kurum|firma|sirket|teklif|kabul|tane|adet|farkli|ayri|sinif|kez|kere|defa)/;
/** "2.5 ay" is no 2 May. */
const MEASURE = /^(?:is|gun|hafta|ay|yil|saat|lira|tl|puan|kat|ortalama|kredi)/;
const WEEKDAY = /^(?:pazartesi|sali|carsamba|persembe|cuma|cumartesi|pazar|pzt|gunu?)(?:n?[dt][ae]n?|s?i|ye|n?[ae]|y[ae])?$/;
const DATE_NOUN = /^(?:tarihi?|gunu?)(?:nden|nde|ne|nin|den|de|e)?$/;

/** Reads the date that begins at token `at`: "3 ağustos 2020", "ağustosun 3'ünde", "03.08.2020", "ağustos sonuna", or null. */
export function readPoint(tokens: readonly Token[], at: number): Mention | null {
  return figures(tokens, at) ?? dayThenMonth(tokens, at) ?? monthThenDay(tokens, at) ?? edgeOfMonth(tokens, at);
}

/** Reads a day without its month: "28'inde", "24üne", or with `plain` a mere "28". */
export function readDay(tokens: readonly Token[], at: number, plain: boolean): Mention | null {
  const start = /^ayin$/.test(tokens[at]?.text ?? '') ? at + 1 : at;
  const number = readNumber(tokens, start);
  if (!number || number.value < 1 || number.value > 31) return null;
  const torn = number.suffix ? null : tornEnding(tokens[number.next]);
  const suffix = number.suffix ?? torn;
  if (!suffix && !plain) return null;
  const end = torn ? number.next + 1 : number.next;
  if (tokens[number.next - 1]?.ordinal || (suffix === null && isUnit(tokens[end]))) return null;
  const named = monthInBrackets(tokens, end);
  const next = named === null ? end : end + 3;
  return { ...NOTHING, day: number.value, month: named, suffix, first: at, next: afterDate(tokens, next) };
}

/** "28 inde", "21 ine": an ending that stands apart. */
function tornEnding(token: Token | undefined): Suffix | null {
  return token?.kind === 'word' && /^s?[iu]n?(?:[dt][ae]n?|[ae])$/.test(token.text) ? suffixOf(token.text) : null;
}

/** "Ayın 24'ünde (ağustos)". */
function monthInBrackets(tokens: readonly Token[], at: number): number | null {
  const [open, word, close] = tokens.slice(at, at + 3);
  return open?.text === '(' && close?.text === ')' && word?.kind === 'word' ? (monthNamed(word.text)?.month ?? null) : null;
}

const NOTHING = { month: null, year: null, suffix: null, edge: false };

function isUnit(token: Token | undefined): boolean {
  return token?.kind === 'word' && UNIT.test(token.text);
}

function figures(tokens: readonly Token[], at: number): Mention | null {
  const token = tokens[at];
  if (!token?.date || (token.date.year === null && MEASURE.test(tokens[at + 1]?.text ?? ''))) return null;
  const loose = looseSuffix(tokens, at + 1, token.suffix);
  return finish(tokens, { ...NOTHING, ...token.date, ...loose, first: at });
}

function dayThenMonth(tokens: readonly Token[], at: number): Mention | null {
  const number = readNumber(tokens, at);
  if (!number || number.value > 99) return null;
  const word = tokens[number.next];
  if (word?.kind !== 'word' || isSometime(tokens, at)) return null;
  // "3'ten 14'üne ağustos": only the end of a range has its ending before the month.
  if (number.suffix && !(number.suffix === 'to' && monthNamed(word.text)?.suffix === null)) return null;
  const month = number.value > 31 ? monthNamed(word.text) : monthNextToNumber(word.text);
  if (!month) return null;
  const afterDot = tokens[number.next + 1]?.text === '.' && word.text.length === 3 && tokens[number.next + 1]?.start === word.end;
  const next = number.next + (afterDot && tokens[number.next + 2]?.kind === 'number' ? 2 : 1);
  const year = yearAt(tokens, next);
  const loose = looseSuffix(tokens, year ? next + 1 : next, year ? year.suffix : month.suffix);
  return finish(tokens, { ...NOTHING, day: number.value, month: month.month, year: year?.value ?? null, ...loose, first: at });
}

/** "Ağustosta bir ara": at some time, and not the first of December. */
function isSometime(tokens: readonly Token[], at: number): boolean {
  return /^bi?r?$/.test(tokens[at]?.text ?? '') && /^ara(?:da|lar|liklarda)?$/.test(tokens[at + 1]?.text ?? '');
}

function monthThenDay(tokens: readonly Token[], at: number): Mention | null {
  const word = tokens[at];
  if (word?.kind !== 'word') return null;
  const month =
    monthNamed(word.text) ??
    (word.text.length > 4 || isEnglish(word.text) || isShortMonth(word.text) ? monthNextToNumber(word.text) : null);
  if (!month || (month.suffix !== null && month.suffix !== 'of' && month.suffix !== 'bare')) return null;
  const ofMonth = /^ayi(?:n|nin)?$/.test(tokens[at + 1]?.text ?? '');
  const dayAt = ofMonth ? at + 2 : at + 1;
  const day = dayOfMonth(tokens, dayAt, month.suffix === 'of' || ofMonth) ?? edgeDay(tokens, dayAt);
  if (!day) return null;
  return finish(tokens, { ...NOTHING, day: day.value, month: month.month, ...looseSuffix(tokens, day.next, day.suffix), first: at });
}

/** The day after its month: "(ağustosun) yedisinde", "(ağustos) 3'te", but not "(ağustos) 20 iş günü" or "(ağustos) 4 eylül". */
function dayOfMonth(tokens: readonly Token[], at: number, genitive: boolean): NumberRead | null {
  const number = genitive ? readDayWord(tokens, at) : (readNumber(tokens, at) ?? withEnding(readDayWord(tokens, at)));
  if (!number || number.value < 1 || number.value > 31) return null;
  const after = tokens[number.next];
  if (number.suffix !== null) return number;
  if (isUnit(after) || (genitive && tokens[number.next - 1]?.ordinal)) return null;
  if (after?.kind === 'word' && monthNextToNumber(after.text) && !isNextDate(tokens, number.next)) return null;
  return genitive || tokens[at]?.kind !== 'word' ? number : null;
}

/** "(eylül 14) ekim 16": the month after a day is the next date's where a day of its own follows. */
function isNextDate(tokens: readonly Token[], at: number): boolean {
  const day = readNumber(tokens, at + 1);
  return day !== null && day.value <= 31 && !isUnit(tokens[day.next]) && monthNamed(tokens[day.next]?.text ?? '') === null;
}

/** "(kasımın) son gününe", "(ekimin) ilk günü". */
function edgeDay(tokens: readonly Token[], at: number): NumberRead | null {
  const side = tokens[at]?.text;
  const [, letters] = /^gun([iu].*)?$/.exec(tokens[at + 1]?.text ?? '') ?? [];
  if ((side !== 'ilk' && side !== 'son') || letters === undefined) return null;
  return { value: side === 'ilk' ? 1 : LAST_DAY, suffix: suffixOf(letters), next: at + 2 };
}

/** "(ekim) dokuzda": without its ending a number word after a month counts something else. */
function withEnding(number: NumberRead | null): NumberRead | null {
  return number && number.suffix !== null && number.suffix !== 'of' ? number : null;
}

/** "ağustos sonuna", "temmuz başından", "ay sonuna" (of the month spoken of). */
function edgeOfMonth(tokens: readonly Token[], at: number): Mention | null {
  const word = tokens[at];
  if (word?.kind !== 'word') return null;
  const month = /^ay(?:in)?$/.test(word.text) ? { month: null, suffix: null } : monthNamed(word.text);
  if (!month || (month.suffix !== null && month.suffix !== 'of')) return null;
  const next = /^ayi(?:n|nin)?$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const [, edge, letters = ''] = /^(son|bas)(u|i|un[au]|in[ai]|undan|indan|unda|inda)$/.exec(tokens[next]?.text ?? '') ?? [];
  if (!edge) return null;
  return finish(tokens, {
    day: edge === 'son' ? LAST_DAY : 1,
    month: month.month,
    year: null,
    suffix: suffixOf(letters),
    edge: true,
    first: at,
    next: next + 1,
  });
}

function yearAt(tokens: readonly Token[], at: number): Token | null {
  const token = tokens[at];
  return token?.kind === 'number' && token.value >= 2000 && token.value <= 2099 && token.text.length === 4 ? token : null;
}

/** "28 ağustos ta", "3 ağustos dan", "temmuzun 20 si": endings typed as words of their own. */
function looseSuffix(tokens: readonly Token[], at: number, suffix: Suffix | null): { suffix: Suffix | null; next: number } {
  const token = tokens[at];
  if (token?.kind === 'word' && /^itibar[ia]/.test(token.text)) return { suffix: 'from', next: at + 1 };
  const loose = suffix === null && token?.kind === 'word' ? /^(?:[dt][ae]n?|[ae]|s[iu]|[iu]n[dt][ae]n?)$/.exec(token.text) : null;
  return loose ? { suffix: suffixOf(loose[0]), next: at + 1 } : { suffix, next: at };
}

/** Takes in "(28 eylül) pazartesi günü", "tarihinde", "tarihleri" and their case. */
function finish(tokens: readonly Token[], mention: Mention): Mention {
  const next = afterDate(tokens, mention.next);
  const last = next > mention.next ? tokens[next - 1]?.text : undefined;
  const suffix = last === undefined ? null : /[dt][ae]n$/.test(last) ? 'from' : /(?:ne|ye|na|ya)$/.test(last) ? 'to' : null;
  return { ...mention, next, suffix: mention.suffix ?? suffix };
}

function afterDate(tokens: readonly Token[], at: number): number {
  let next = at;
  const opened = tokens[next]?.text === '(' && WEEKDAY.test(tokens[next + 1]?.text ?? '') && tokens[next + 2]?.text === ')';
  if (opened) next += 3;
  while (
    next < at + 3 &&
    tokens[next]?.kind === 'word' &&
    (WEEKDAY.test(tokens[next]?.text ?? '') || DATE_NOUN.test(tokens[next]?.text ?? ''))
  )
    next++;
  return next;
}

import { monthNamed, monthNextToNumber } from './months.js';
import { EACH, readNumber } from './numbers.js';
import { LAST_DAY, type Mention, readDay, readPoint } from './points.js';
import type { Suffix } from './suffixes.js';
import type { Token } from './tokens.js';

/** What one place in a text says of dates: a range, or one date. `first` and `next` are indexes of tokens. */
export interface Dated {
  readonly kind: 'range' | 'point';
  readonly from: Mention;
  /** The same as `from` for a point. */
  readonly to: Mention;
  readonly first: number;
  readonly next: number;
  /** Set where the range was counted in weeks. */
  readonly weeks: boolean;
}

/** "20 iş günü", "4 hafta": how long something lasts. */
export interface Duration {
  readonly count: number;
  readonly unit: 'workdays' | 'days' | 'weeks' | 'months';
  readonly first: number;
  readonly next: number;
}

/** "7 eylül haftası" says neither when it begins nor when it ends. */
interface Vague {
  readonly first: number;
  readonly next: number;
}

/** "Eylül stajım": a month without a day, which later days may be of. */
export interface NamedMonth {
  readonly month: number;
  readonly first: number;
  readonly next: number;
}

/** All that a text says of dates, in its order. */
export interface DatesFound {
  readonly dated: readonly Dated[];
  readonly durations: readonly Duration[];
  readonly vague: readonly Vague[];
  readonly named: readonly NamedMonth[];
}

const UNTIL = /^(?:kadar|dek|degin)$/;
const FILLER = /^(?:itibaren|baslayip|baslayarak|baslayan|tarihinden|baslar|ta|gunu|[,])$/;
const WEEK = /^hafta(?:si|sinda|sindan|sina)$/;
const WHOLE = /^(?:butun|tum|komple|tamamen|boydan|full?)$/;
const THROUGHOUT = /^(?:boyunca|boyu|tamami|tamamini|tamaminda|komple|tamamen|boydan|full?)$/;
const FIRST_TO_LAST = /^ilk gunu(?:nden|yle|) son gunu(?:ne|) ?(?:kadar|dek|)/;

/** Finds every date, range and duration. */
export function findDates(tokens: readonly Token[]): DatesFound {
  const dated: Dated[] = [];
  const durations: Duration[] = [];
  const vague: Vague[] = [];
  const named: NamedMonth[] = [];
  const monthKnown = tokens.some(({ kind, text, date }) => date !== null || (kind === 'word' && monthNamed(text) !== null));
  for (let at = 0; at < tokens.length; ) {
    const found = datedAt(tokens, at, monthKnown);
    const duration = found ? null : durationAt(tokens, at);
    if (found && isVague(tokens, found)) vague.push({ first: found.first, next: found.next + 1 });
    else if (found && !isDenied(tokens, found.next) && !isRestated(tokens, found.next)) dated.push(found);
    if (duration) durations.push(duration);
    if (!found && !duration) named.push(...namedAt(tokens, at));
    at = found?.next ?? duration?.next ?? at + 1;
  }
  return { dated, durations, vague, named };
}

function namedAt(tokens: readonly Token[], at: number): NamedMonth[] {
  const token = tokens[at];
  const month = token?.kind === 'word' ? monthNamed(token.text) : null;
  return month ? [{ month: month.month, first: at, next: at + 1 }] : [];
}

/** "Ayın 25'inde yani 25 Eylül'de": said again, and better. */
function isRestated(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'yani' && readPoint(tokens, at + 1) !== null;
}

function isVague(tokens: readonly Token[], { kind, next }: Dated): boolean {
  return kind === 'point' && WEEK.test(tokens[next]?.text ?? '');
}

/** "10 ağustosta değil, 17'sinde": said not to be so; but "10 ağustosta, değil mi" asks. */
function isDenied(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'degil' && !/^m[iu]/.test(tokens[at + 1]?.text ?? '');
}

function datedAt(tokens: readonly Token[], at: number, monthKnown: boolean): Dated | null {
  return partOfMonth(tokens, at) ?? range(tokens, at) ?? single(tokens, at, monthKnown);
}

function single(tokens: readonly Token[], at: number, monthKnown: boolean): Dated | null {
  const point = readPoint(tokens, at) ?? (monthKnown ? readDay(tokens, at, false) : null);
  if (!point || (point.edge && !UNTIL.test(tokens[point.next]?.text ?? ''))) return null;
  return { kind: 'point', from: point, to: point, first: at, next: point.next, weeks: false };
}

function range(tokens: readonly Token[], at: number): Dated | null {
  const from = readPoint(tokens, at) ?? readDay(tokens, at, true);
  if (!from) return null;
  const to = endOf(tokens, from);
  if (!to) return null;
  const month = from.month ?? monthBefore(from, to);
  if (month === null && !isOfNamedMonth(tokens, from, to)) return null;
  if (from.month === null && to.month !== null && isNumbering(tokens, to)) return null;
  return {
    kind: 'range',
    from: { ...from, month, year: from.month === null ? to.year : from.year },
    to: { ...to, month: to.month ?? month, year: to.month === null ? (to.year ?? from.year) : to.year },
    first: at,
    next: UNTIL.test(tokens[to.next]?.text ?? '') || isBetween(tokens[to.next]) ? to.next + 1 : to.next,
    weeks: false,
  };
}

/** "(Temmuzda) 13-24", "(eylülün) 7'sinden 25'ine": two days that may be of a month named before; but not "3-4 hafta". */
function isOfNamedMonth(tokens: readonly Token[], from: Mention, to: Mention): boolean {
  const isPart = /^[-/.]$/.test(tokens[from.first - 1]?.text ?? '') || /^[-/]$/.test(tokens[to.next]?.text ?? '');
  const counts =
    tokens[to.next]?.kind === 'word' &&
    /^(?:is|gun|hafta|ay|yil|saat|kisi|tane|adet|staj|kere|defa|sinif)/.test(tokens[to.next]?.text ?? '');
  return !isPart && !counts && from.day < to.day && (to.day <= 31 || to.edge);
}

/** Of "25'inden 16 ekime" the first day is of the month before, as it would come after the second. */
function monthBefore(from: Mention, to: Mention): number | null {
  return from.suffix === 'from' && to.month !== null && from.day > to.day ? ((to.month + 10) % 12) + 1 : to.month;
}

/** "Staj 1 - 3 Ağustos/28 Ağustos": the 1 numbers the internship; but in "8-26 haziran / 7 eylül-2 ekim" a slash parts two ranges. */
function isNumbering(tokens: readonly Token[], { next }: Mention): boolean {
  const after = /^[-/]$/.test(tokens[next]?.text ?? '') ? readPoint(tokens, next + 1) : null;
  return after !== null && tokens[after.next]?.text !== '-';
}

/** The other end of a range that begins with `from`, or null if it is no range. */
function endOf(tokens: readonly Token[], from: Mention): Mention | null {
  const { next } = from;
  const connector = tokens[next]?.text ?? '';
  // A cell of a table ends where the next begins.
  if (/^(?:-|\/|\||ile|ila|>|→)$/.test(connector)) {
    const doubled = /^[->]$/.test(tokens[next + 1]?.text ?? '');
    return otherEnd(tokens, next + (doubled ? 2 : 1));
  }
  if (isNextCell(tokens, next)) return readPoint(tokens, next + 1);
  // "30'unda.. 2-3 gün": what ends in -de is no first day of two.
  if (connector === '.' && tokens[next + 1]?.text === '.' && from.suffix !== 'at') return otherEnd(tokens, next + 2);
  if (connector === 've') return betweenEnd(tokens, next + 1);
  return endByEnding(tokens, from);
}

/** "3 ve 28 ağustos arasında". */
function betweenEnd(tokens: readonly Token[], at: number): Mention | null {
  const to = otherEnd(tokens, at);
  return to && isBetween(tokens[to.next]) ? to : null;
}

/** No sign or word joins the two: the ending of the first does, or nothing. */
function endByEnding(tokens: readonly Token[], from: Mention): Mention | null {
  if (from.suffix === 'with') return otherEnd(tokens, from.next);
  return from.suffix === 'from' ? farEnd(tokens, from) : (nextDate(tokens, from) ?? nextDay(tokens, from));
}

/** "2020-08-31;2020-09-25": two dates in figures, side by side in a row of a table. */
function isNextCell(tokens: readonly Token[], at: number): boolean {
  const [date, sign, other] = tokens.slice(at - 1, at + 2);
  const isSign = sign?.text === ';' || sign?.text === ',';
  return isSign && date?.date?.year != null && other?.date?.year != null && other.start === sign.end;
}

/** "6 temmuz 31 temmuz (arası)": two full dates side by side. */
function nextDate(tokens: readonly Token[], from: Mention): Mention | null {
  if (from.month === null || (from.suffix !== null && from.suffix !== 'bare')) return null;
  const to = readPoint(tokens, from.next);
  if (!to || to.month === null) return null;
  return to.suffix === 'from' || to.suffix === 'of' ? null : to;
}

/** "Temmuzun 1'i 24'ü arası". */
function nextDay(tokens: readonly Token[], from: Mention): Mention | null {
  const to = from.suffix === 'bare' && from.month !== null ? readDay(tokens, from.next, false) : null;
  return to && isBetween(tokens[to.next]) ? to : null;
}

function isBetween(token: Token | undefined): boolean {
  return token !== undefined && /^ara(?:s|lig)/.test(token.text);
}

function otherEnd(tokens: readonly Token[], at: number): Mention | null {
  return readPoint(tokens, at) ?? readDay(tokens, at, true);
}

/** "3 ağustostan (itibaren) 28 ağustosa (kadar)": the first date in -e soon after one in -den. */
function farEnd(tokens: readonly Token[], from: Mention): Mention | null {
  let at = from.next;
  while (at < from.next + 2 && FILLER.test(tokens[at]?.text ?? '')) at++;
  const to = readPoint(tokens, at) ?? readDay(tokens, at, false) ?? endOfMonth(tokens, at, from);
  if (!to) return null;
  return to.suffix === 'to' || UNTIL.test(tokens[to.next]?.text ?? '') ? to : null;
}

/** "(ayın 17'sinden) sonuna kadar". */
function endOfMonth(tokens: readonly Token[], at: number, { month, year }: Mention): Mention | null {
  if (!/^son(?:una|a)$/.test(tokens[at]?.text ?? '') || !UNTIL.test(tokens[at + 1]?.text ?? '')) return null;
  return { day: LAST_DAY, month, year, suffix: 'to', edge: true, first: at, next: at + 1 };
}

/** "bütün temmuz", "temmuz boyunca", "ağustosun ilk iki haftası", "eylülün son haftası". */
function partOfMonth(tokens: readonly Token[], at: number): Dated | null {
  const whole = WHOLE.test(tokens[at]?.text ?? '');
  const nameAt = whole ? at + 1 : at;
  const name = tokens[nameAt];
  const isThroughout = THROUGHOUT.test(tokens[nameAt + 1]?.text ?? '');
  const month = name?.kind !== 'word' ? null : isThroughout && name.text.length > 4 ? monthNextToNumber(name.text) : monthNamed(name.text);
  if (!month) return null;
  const next = /^ayi(?:n|nin)?$/.test(tokens[nameAt + 1]?.text ?? '') ? nameAt + 2 : nameAt + 1;
  const part = wholeMonth(tokens, next, whole, month.suffix) ?? (month.suffix === 'of' ? sideOfMonth(tokens, next) : null);
  if (!part) return null;
  const mention = { month: month.month, year: null, suffix: null, edge: false, first: at, next: part.next };
  return {
    kind: 'range',
    from: { ...mention, day: part.from },
    to: { ...mention, day: part.to },
    first: at,
    next: part.next,
    weeks: part.weeks,
  };
}

interface PartOfMonth {
  readonly from: number;
  readonly to: number;
  readonly next: number;
  readonly weeks: boolean;
}

function wholeMonth(tokens: readonly Token[], next: number, whole: boolean, suffix: Suffix | null): PartOfMonth | null {
  if (THROUGHOUT.test(tokens[next]?.text ?? '')) return { from: 1, to: LAST_DAY, next: next + 1, weeks: false };
  const [through = ''] = FIRST_TO_LAST.exec(textOf(tokens, next, 5)) ?? [];
  if (through) return { from: 1, to: LAST_DAY, next: next + through.trim().split(' ').length, weeks: false };
  return whole && (suffix === null || suffix === 'bare') ? { from: 1, to: LAST_DAY, next, weeks: false } : null;
}

function textOf(tokens: readonly Token[], at: number, count: number): string {
  return tokens
    .slice(at, at + count)
    .map(({ text }) => text)
    .join(' ');
}

/** "ilk iki haftası", "son 10 günü", "ilk yarısı" of a month. */
function sideOfMonth(tokens: readonly Token[], at: number): PartOfMonth | null {
  const side = tokens[at]?.text;
  if (side !== 'ilk' && side !== 'son') return null;
  const number = readNumber(tokens, at + 1);
  const unitAt = number ? number.next : at + 1;
  const unit = tokens[unitAt]?.text ?? '';
  const next = unitAt + 1;
  if (/^yari/.test(unit)) return side === 'ilk' ? { from: 1, to: 15, next, weeks: false } : { from: 16, to: LAST_DAY, next, weeks: false };
  const weeks = /^hafta/.test(unit);
  const length = weeks ? (number?.value ?? 1) * 7 : /^gun/.test(unit) && number ? number.value : 0;
  if (length < 1 || length > 28) return null;
  return side === 'ilk' ? { from: 1, to: length, next, weeks } : { from: LAST_DAY - length + 1, to: LAST_DAY, next, weeks };
}

/** "Bi ay": a number only before what is counted. */
const ONE = { value: 1, suffix: null };

function durationAt(tokens: readonly Token[], at: number): Duration | null {
  const number = tokens[at]?.text === 'bi' ? { ...ONE, next: at + 1 } : readNumber(tokens, at);
  if (!number || number.suffix || number.value < 1 || number.value > 200 || tokens[number.next - 1]?.ordinal) return null;
  if (tokens[number.next - 1]?.kind === 'code') return null;
  // "15'er iş günü".
  const next = EACH.test(tokens[number.next]?.text ?? '') ? number.next + 1 : number.next;
  const [one = '', two = ''] = [tokens[next]?.text, tokens[next + 1]?.text];
  const { value: count } = number;
  if (/^is$/.test(one) && /^g(?:[iu]?n|$)/.test(two)) return { count, unit: 'workdays', first: at, next: next + 2 };
  if (/^takvim$/.test(one) && /^g[iu]n/.test(two)) return { count, unit: 'days', first: at, next: next + 2 };
  if (/^isgunu/.test(one)) return { count, unit: 'workdays', first: at, next: next + 1 };
  if (/^gun(?!d[ae]|es|l[ae]r)/.test(one)) return { count, unit: 'days', first: at, next: next + 1 };
  if (/^(?:hafta(?!d|ya|nin|lar)|hf$|hft$)/.test(one)) return { count, unit: 'weeks', first: at, next: next + 1 };
  if (/^ay(?:lik|ligina)?$/.test(one) && count <= 12) return { count, unit: 'months', first: at, next: next + 1 };
  return null;
}

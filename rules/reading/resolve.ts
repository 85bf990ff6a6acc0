import { daysBetween, isoDate, lastOfMonth } from '../calendar.js';
import { LAST_DAY, type Mention } from './points.js';
import type { Dated, NamedMonth } from './ranges.js';

/** A mention of dates brought to the calendar: ISO dates, or what is wrong with it. */
export interface Resolved extends Dated {
  readonly start: number;
  readonly end: number;
  readonly fromDate: string | null;
  readonly toDate: string | null;
  readonly problem: 'no-such-day' | 'end-before-start' | null;
}

/** A range that runs into the next year is no longer than this; anything longer was typed the wrong way round. */
const LONGEST_RANGE = 280;
/** Months that belong to the next year where the text reaches into it. */
const LAST_SPRING_MONTH = 6;
/** A text that speaks of autumn and of January to March speaks of the winter between them. */
const FIRST_AUTUMN_MONTH = 9;
const LAST_WINTER_MONTH = 3;

/** Gives every mention its year, and checks that its days exist and that it ends after it starts. */
export function resolve(dated: readonly (Dated & { start: number; end: number })[], defaultYear: number): Resolved[] {
  const first = dated.map((mention) => resolveOne(mention, defaultYear, false));
  const nextYear = String(defaultYear + 1);
  const reachesNextYear = first.some((one) => one.fromDate?.startsWith(nextYear) || one.toDate?.startsWith(nextYear));
  const months = dated.flatMap(({ from, to }) => [from, to]).filter((mention) => mention.year === null);
  const bothSides =
    months.some(({ month }) => month !== null && month >= FIRST_AUTUMN_MONTH) &&
    months.some(({ month }) => month !== null && month <= LAST_WINTER_MONTH);
  return reachesNextYear || bothSides ? dated.map((mention) => resolveOne(mention, defaultYear, true)) : first;
}

/**
 * Gives a day without a month ("28'inde bitiyor") the month of the date before it in the same sentence or, unless it may count something
 * else, in one of the two before, else of the next date in its sentence; a month named by itself ("Eylül stajım 1'inde …") counts like a date
 * before it, and one right behind a range ("13'ü ile 24'ü arası temmuzda") is the range's. A day without such a date is dropped.
 */
export function fillMonths<T extends Dated & { start: number }>(
  dated: readonly T[],
  named: readonly (NamedMonth & { start: number })[],
  sentenceOf: (at: number) => number,
): T[] {
  const filled: T[] = [];
  for (const [index, one] of dated.entries()) {
    const before = filled.at(-1);
    const since = named.findLast(
      ({ start }) => start < one.start && start > (before?.start ?? -1) && sentenceOf(start) === sentenceOf(one.start),
    );
    const next = dated.slice(index + 1).find(({ from }) => from.month !== null);
    if (one.from.month !== null) {
      filled.push(one);
      continue;
    }
    const behind = one.kind === 'range' ? named.find(({ first }) => first === one.next) : undefined;
    const month = behind ?? since;
    const source = month ? { month: month.month, year: null } : monthFor(one, before, next, sentenceOf);
    if (!source) continue;
    const ofMonth = (mention: Mention): Mention => ({ ...mention, month: source.month, year: source.year });
    filled.push({ ...one, from: ofMonth(one.from), to: ofMonth(one.to) });
  }
  return filled;
}

/** The date whose month a day without one has. */
function monthFor<T extends Dated & { start: number }>(
  { kind, start, from, to }: T,
  before: T | undefined,
  after: T | undefined,
  sentenceOf: (at: number) => number,
): Mention | undefined {
  const sentence = sentenceOf(start);
  const isAlone = kind === 'range' ? to.day - from.day >= LEAST_APART : from.day >= LEAST_ALONE;
  if (before && sentence - sentenceOf(before.start) <= (isAlone ? MONTH_REACH : 0)) return before.to;
  return isAlone && after && sentenceOf(after.start) === sentence ? after.from : undefined;
}

/** "Bugün 6 Ağustos. Belgeyi daha vermedim. Staj ayın 10'unda": so many sentences behind a date its month is still meant. */
const MONTH_REACH = 2;
/** "Ağustosta ilki 3-14, ikincisi 17-28": two days that are less apart may be anything. */
const LEAST_APART = 3;
/** "2'sine de", "3'ü": small numbers with an ending count internships as well as days. */
const LEAST_ALONE = 5;

function resolveOne(dated: Dated & { start: number; end: number }, defaultYear: number, springIsNext: boolean): Resolved {
  const { from, to } = dated;
  const yearOf = (mention: Mention) => (springIsNext && (mention.month ?? 12) <= LAST_SPRING_MONTH ? defaultYear + 1 : defaultYear);
  const turns = (to.month ?? 0) < (from.month ?? 0);
  const fromYear = from.year ?? (to.year === null ? yearOf(from) : turns ? to.year - 1 : to.year);
  const toYear = to.year ?? (turns ? fromYear + 1 : fromYear);
  const fromDate = dateOf(from, fromYear);
  const toDate = dateOf(to, toYear);
  return { ...dated, fromDate, toDate, problem: problemOf(dated, fromDate, toDate) };
}

function dateOf({ day, month }: Mention, year: number): string | null {
  if (month === null) return null;
  return isoDate(year, month, day > LAST_DAY / 2 ? lastOfMonth(year, month) - (LAST_DAY - day) : day);
}

function problemOf({ from, to }: Dated, fromDate: string | null, toDate: string | null): Resolved['problem'] {
  if ((from.month !== null && !fromDate) || (to.month !== null && !toDate)) return 'no-such-day';
  if (!fromDate || !toDate) return null;
  const days = daysBetween(fromDate, toDate);
  return days < 0 || days > LONGEST_RANGE + (from.year !== null && to.year !== null ? 366 : 0) ? 'end-before-start' : null;
}

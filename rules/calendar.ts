/**
 * Days as ISO strings (`2020-08-03`). Everything is counted in UTC, so no time zone and no daylight saving can shift a day.
 */

/** A range of days, both ends included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;

/** The ISO date of a day, or null if there is no such day (31 September) or the year is outside 2000–2099. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 2000 || year > 2099) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** The day `days` after `date`; before it if negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Days from `from` to `to`: 0 for the same day, negative if `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** The last day of a month: `lastOfMonth(2020, 2)` is 29. */
export function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekday(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

/** The days that two ranges share, or null. Ends are inclusive: ending on the day the other begins is a shared day. */
export function overlapOf(one: DateRange, other: DateRange): DateRange | null {
  const [, from = one.from] = [one.from, other.from].sort();
  const [to = one.to] = [one.to, other.to].sort();
  return from <= to ? { from, to } : null;
}

/** The last of `count` working days (Monday to Friday, no holidays) counted from `from`, itself counted if it is one. */
export function addWorkingDays(from: string, count: number): string {
  let date = from;
  for (let left = count; ; date = addDays(date, 1)) {
    if (weekday(date) <= 5 && --left <= 0) return date;
  }
}

/** The last day of `count` months that begin on `from`: one month from 3 August ends on 2 September. */
export function addMonths(from: string, count: number): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const months = year * 12 + (month - 1) + count;
  const [endYear, endMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const last = lastOfMonth(endYear, endMonth);
  const end = new Date(Date.UTC(endYear, endMonth - 1, Math.min(day, last))).toISOString().slice(0, 10);
  return day > last ? end : addDays(end, -1);
}

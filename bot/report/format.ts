/** Numbers and short dates as they are written in Turkish. */

const numbers = new Intl.NumberFormat('tr');
const percents = new Intl.NumberFormat('tr', { style: 'percent', maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('tr', { maximumFractionDigits: 1 });
const short = new Intl.DateTimeFormat('tr', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** 1234 → "1.234". */
export function number(count: number): string {
  return numbers.format(count);
}

/** With one decimal where it is no whole number. */
export function average(value: number): string {
  return tenths.format(value);
}

/** "%12"; of nothing "–". */
export function share(count: number, of: number): string {
  return of === 0 ? '–' : percents.format(count / of);
}

/** "28 Kas". */
export function shortDay(day: string): string {
  return short.format(new Date(day));
}

import { addDays } from '../calendar.js';
import type { Facts } from '../facts.js';
import { daysOf, internshipNumbers } from './case.js';

/** The dates of internship `n` moved by so many days (earlier if negative), as facts; what is not dated stays out. */
export function moved(facts: Facts, n: number, days: number): Facts {
  const { from, to } = daysOf(facts, n);
  return {
    ...(from ? { [`internship${n}.from`]: addDays(from, days) } : {}),
    ...(to ? { [`internship${n}.to`]: addDays(to, days) } : {}),
  };
}

/** The number of the internship that begins last, or null where none is dated. */
export function lastToBegin(facts: Facts): number | null {
  const dated = internshipNumbers(facts).flatMap((n) => {
    const { from } = daysOf(facts, n);
    return from ? [{ n, from }] : [];
  });
  return dated.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]?.n ?? null;
}

/**
 * Facts of a case.
 *
 * A case is a flat map from fact id to value, so that it can be stored, merged, corrected and sent as it is:
 * `{ 'internship1.from': '2020-08-03', 'internship1.stage': 'accepted', 'term.from': '2020-09-21' }`.
 * Internships are numbered from 1 in the order in which the person speaks of them.
 */

/** Fact id → value. Dates are ISO (`2020-08-03`); `unknown` is the answer "bilmiyorum": never asked again, decided for both cases. */
export type Facts = Readonly<Record<string, string>>;

export const UNKNOWN = 'unknown';

/** At most so many internships are kept in one case. */
export const MAX_INTERNSHIPS = 6;

/** Facts of one internship with a small closed set of values. */
export const INTERNSHIP_DOMAINS = {
  /** Inside the programme Staj Seferberliği, or not. Presumed inside. */
  programme: ['inside', 'outside'],
  /** The student was offered it, has accepted it, or the employer has given the final approval too. */
  stage: ['offered', 'accepted', 'approved'],
  /** No document; with the student; handed in to the unit; or the employer's official letter came instead. */
  document: ['none', 'student', 'unit', 'letter'],
  /** Why it is to be cancelled: something that may count as force majeure, or not. */
  reason: ['majeure', 'other'],
  /** Said directly: it falls into the teaching term, or not. */
  inTerm: ['yes', 'no'],
} as const;

/** Facts of the whole case with a small closed set of values. */
export const CASE_DOMAINS = {
  /** Internships done or wanted within the programme. */
  count: ['1', '2', 'more'],
  /** Said directly: the two internships share a day, or not. */
  overlap: ['yes', 'no'],
} as const;

/** Facts that are dates: of an internship (`internship1.from`), and of the case (`term.from`). */
const INTERNSHIP_DATES = ['from', 'to'] as const;
/** `term` is the teaching term asked about; `previousTerm.to` the end of the one before, where a message gives both. */
const CASE_DATES = ['term.from', 'term.to', 'previousTerm.to'] as const;

/** What can be asked about a case. */
export const GOALS = ['cancel', 'two', 'term', 'credit', 'insurance', 'document'] as const;
export type Goal = (typeof GOALS)[number];

const FACT_ID = /^internship([1-6])\.(\w+)$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The number and field of an internship's fact (`internship2.from` → `{ internship: 2, field: 'from' }`), or null for a fact of the case. */
export function internshipFact(id: string): { internship: number; field: string } | null {
  const [, number, field] = FACT_ID.exec(id) ?? [];
  return number && field ? { internship: Number(number), field } : null;
}

/** `internship2.stage` → `stage`; a fact of the case is its own field. */
export function fieldOf(id: string): string {
  return internshipFact(id)?.field ?? id;
}

/** True if the fact is a date, of an internship or of a term. */
export function isDateFact(id: string): boolean {
  return /\.(?:from|to)$/.test(id);
}

/** The numbers of the internships that have a date, of facts with these ids. */
export function datedInternships(ids: readonly string[]): number[] {
  return [...new Set(ids.filter(isDateFact).flatMap((id) => internshipFact(id)?.internship ?? []))];
}

/** True if `id` is a known fact and `value` one it can have (`unknown` always is). */
export function isFact(id: string, value: string): boolean {
  const of = internshipFact(id);
  const domains: Readonly<Record<string, readonly string[]>> = of ? INTERNSHIP_DOMAINS : CASE_DOMAINS;
  const name = of ? of.field : id;
  const dates: readonly string[] = of ? INTERNSHIP_DATES : CASE_DATES;
  if (dates.includes(name)) return value === UNKNOWN || isDate(value);
  const domain = Object.hasOwn(domains, name) ? domains[name] : undefined;
  return domain !== undefined && (value === UNKNOWN || domain.includes(value));
}

/** True for an ISO date of a day that exists, in the years 2000–2099. */
function isDate(value: string): boolean {
  if (!ISO_DATE.test(value) || !value.startsWith('20')) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** The ranges (`internship2`, `term`) that would end before they begin. */
export function reversedRanges(facts: Facts): string[] {
  return Object.keys(facts)
    .filter((id) => id.endsWith('.from'))
    .map((id) => id.slice(0, -'.from'.length))
    .filter((of) => {
      const [from, to] = [facts[`${of}.from`] ?? UNKNOWN, facts[`${of}.to`] ?? UNKNOWN];
      return from !== UNKNOWN && to !== UNKNOWN && to < from;
    });
}

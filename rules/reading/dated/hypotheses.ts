import { daysBetween } from '../../calendar.js';
import type { DateMention } from './mentions.js';
import type { Role, RoleOdds } from './model.js';

/** A day of the calendar and the mention that gives it. */
interface Day {
  readonly date: string;
  /** Index of the mention. */
  readonly by: number;
}

/** An internship or a term, as far as mentions give it; never empty. */
export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** One way to take all mentions of a text together. */
export interface Hypothesis {
  /** Logarithm of how likely the mentions have their roles, each by itself. */
  readonly odds: number;
  /** In the order of their first mention. */
  readonly internships: readonly Period[];
  readonly term: Period | null;
  /** For each mention so far whether it is of the case. */
  readonly used: readonly boolean[];
  /** How many dates are two internships' at once. */
  readonly shared: number;
  /** How many mentions only say again what an earlier one said. */
  readonly again: number;
  /** Mentions that a later one put right. */
  readonly replaced: readonly Replaced[];
}

/** A mention that a later one put right: the indexes of both, and of their internship; null for the term. */
export interface Replaced {
  readonly old: number;
  readonly by: number;
  readonly internship: number | null;
}

/** So many hypotheses are followed up from mention to mention. */
const BEAM = 100;
/** A date that is two internships' at once is rare, and an internship that ends before it starts rarer. */
const SHARED_ODDS = -1;
const REVERSED_ODDS = -2;
/** "28 Eylül … 8 Ocak": an end in the next year is believed if it comes within so many days. */
const LONGEST = 280;

/** How a text without dates is taken. */
export const NOTHING: Hypothesis = { odds: 0, internships: [], term: null, used: [], shared: 0, again: 0, replaced: [] };

/**
 * The likeliest ways to take the mentions of a text, by beam search: each mention is left out, begins or ends a period, completes one, or
 * puts one right. What speaks for the whole of each is weighed by `plausibility`.
 * @param ofBoth for each mention whether it may be two internships' at once
 */
export function hypothesesOf(
  mentions: readonly DateMention[],
  odds: readonly RoleOdds[],
  ofBoth: readonly boolean[],
): readonly Hypothesis[] {
  let beam: readonly Hypothesis[] = [NOTHING];
  mentions.forEach((mention, by) => {
    const options = beam.flatMap((one) => optionsFor(one, mention, by, odds[by] as RoleOdds, ofBoth[by] ?? false));
    beam = options.toSorted((one, other) => promise(other) - promise(one)).slice(0, BEAM);
  });
  return beam;
}

/** What a hypothesis is followed up by: the roles, less what makes one of a few dates a riddle. */
function promise({ odds, internships, replaced, again }: Hypothesis): number {
  return odds - replaced.length - again - internships.filter(({ from }) => !from).length;
}

/** A hypothesis with one more mention, in every way it can be taken. */
function optionsFor(before: Hypothesis, mention: DateMention, by: number, odds: RoleOdds, shared: boolean): Hypothesis[] {
  const left: Hypothesis = { ...before, odds: before.odds + odds.none, used: [...before.used, false] };
  const options = [left];
  const take = (role: Role, change: Partial<Hypothesis>, more = 0): void => {
    options.push({ ...before, ...change, odds: before.odds + odds[role] + more, used: [...before.used, true] });
  };
  if (mention.reached)
    takeDay(before, mention, { date: mention.reached, by }, false, (role, change, more) => MOVED[role] && take(MOVED[role], change, more));
  if (mention.problem || !mention.fromDate || !mention.toDate) return options.length > 1 ? options : [{ ...left, odds: before.odds }];
  const from = { date: mention.fromDate, by };
  const to = { date: mention.toDate, by };
  if (mention.kind === 'range') takeRange(before, { from, to }, shared, take);
  else takeDay(before, mention, from, shared, take);
  return options;
}

/** The roles of a range that tells where an end was moved, by what the day it was moved to is. */
const MOVED: Partial<Record<Role, Role>> = { start: 'movedStart', end: 'movedEnd', termStart: 'movedTerm' };

type Take = (role: Role, change: Partial<Hypothesis>, more?: number) => void;

function takeRange({ internships, term, shared, again, replaced }: Hypothesis, range: Period, isShared: boolean, take: Take): void {
  take('range', { internships: [...internships, range] });
  if (isShared) take('range', { internships: [...internships, range, range], shared: shared + 1 }, SHARED_ODDS);
  internships.forEach((period, at) => {
    // "Eylülün tamamında (1-30 Eylül)": said again in other words.
    if (haveSameDates(period, range)) take('range', { again: again + 1 });
    else if (isSpeltOut(period, range)) take('range', { internships: internships.with(at, range) });
    else if (period.from && period.to)
      take('range', {
        internships: internships.with(at, range),
        replaced: [...replaced, { old: lastOf(period), by: lastOf(range), internship: at }],
      });
  });
  take('termRange', { term: range, ...(term && { replaced: [...replaced, { old: lastOf(term), by: lastOf(range), internship: null }] }) });
}

function takeDay(before: Hypothesis, mention: DateMention, day: Day, isShared: boolean, take: Take): void {
  const { internships, term, shared, again, replaced } = before;
  const [starting, ending] = [
    { from: day, to: null },
    { from: null, to: day },
  ];
  take('start', { internships: [...internships, starting] });
  take('end', { internships: [...internships, ending] });
  if (isShared) {
    take('start', { internships: [...internships, starting, starting], shared: shared + 1 }, SHARED_ODDS);
    take('end', { internships: [...internships, ending, ending], shared: shared + 1 }, SHARED_ODDS);
    // "Dersler de staj da aynı gün başlıyor, 5 ekimde", "son günü 29 eylül, ilk ders günüyle aynı gün".
    if (!term)
      for (const [role, period] of [['start', starting] as const, ['end', ending] as const])
        take(role, { internships: [...internships, period], term: starting, shared: shared + 1 }, SHARED_ODDS);
  }
  internships.forEach((period, at) => {
    for (const role of rolesAgain(period, day)) take(role, { again: again + 1 });
    for (const { role, change, old, isReversed } of fitting(period, mention, day))
      take(
        role,
        {
          internships: internships.with(at, { ...period, ...change }),
          ...(old && { replaced: [...replaced, { old: old.by, by: day.by, internship: at }] }),
        },
        isReversed ? REVERSED_ODDS : 0,
      );
  });
  if (!term?.from) take('termStart', { term: { to: null, ...term, from: day } });
  else if (term.from.date === day.date) take('termStart', { again: again + 1 });
  else take('termStart', { term: { ...term, from: day }, replaced: [...replaced, { old: term.from.by, by: day.by, internship: null }] });
  if (!term?.to) take('termEnd', { term: { from: null, ...term, to: endAfter(term?.from ?? null, mention, day) } });
}

/** The ends of a period that a day says again. */
function rolesAgain({ from, to }: Period, { date }: Day): ('start' | 'end')[] {
  return [...(from?.date === date ? (['start'] as const) : []), ...(to?.date === date ? (['end'] as const) : [])];
}

interface Fitting {
  readonly role: 'start' | 'end';
  readonly change: Partial<Period>;
  /** The day that it takes the place of. */
  readonly old?: Day;
  readonly isReversed?: boolean;
}

/** Where in a period a day has its place: as an end that is missing, or instead of one. */
function fitting({ from, to }: Period, mention: DateMention, day: Day): Fitting[] {
  const end = endAfter(from, mention, day);
  const start = { role: 'start', change: { from: day } } as const;
  const found: (Fitting | false | null)[] = [
    (!to || day.date <= to.date) && day.date !== from?.date && (from ? { ...start, old: from } : to && start),
    from && !to && { role: 'end', change: { to: end }, isReversed: end.date < from.date },
    to && to.date !== day.date && (!from || day.date >= from.date) && { role: 'end', change: { to: day }, old: to },
  ];
  return found.filter((one) => one !== false && one !== null);
}

/** True if two periods begin and end on the same days, whatever mentions give them. */
export function haveSameDates(one: Period, other: Period): boolean {
  return one.from?.date === other.from?.date && one.to?.date === other.to?.date;
}

/** "Biri 24 Ağustos'ta bitiyor … (3-24 Ağustos)": a range that says in full what was begun. */
function isSpeltOut({ from, to }: Period, range: Period): boolean {
  return from ? to === null && from.date === range.from?.date : to !== null && to.date === range.to?.date;
}

/** The end that a day gives; in the next year where it would come before the start otherwise. */
function endAfter(from: Day | null, { to }: DateMention, day: Day): Day {
  if (!from || to.year !== null || day.date >= from.date) return day;
  const nextYear = `${Number(day.date.slice(0, 4)) + 1}${day.date.slice(4)}`;
  return daysBetween(from.date, nextYear) <= LONGEST ? { ...day, date: nextYear } : day;
}

/** The index of its last mention. */
export function lastOf({ from, to }: Period): number {
  return Math.max(from?.by ?? -1, to?.by ?? -1);
}

/** The index of its first mention. */
export function firstOf({ from, to }: Period): number {
  return Math.min(from?.by ?? Number.POSITIVE_INFINITY, to?.by ?? Number.POSITIVE_INFINITY);
}

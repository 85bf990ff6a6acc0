import { daysBetween, weekday } from '../../calendar.js';
import type { Pointer } from '../several/pointings.js';
import { firstOf, type Hypothesis, haveSameDates, lastOf, type Period, type Replaced } from './hypotheses.js';
import type { Lengthened } from './lengths.js';
import { MANY } from './model.js';
import type { Setting } from './setting.js';

/**
 * What speaks for or against taking the mentions of a text together in one way, each with its weight in the odds: by conditional logistic
 * regression on the examples (`npm run fit:dates`), each hand's mentions weighed by what the others taught.
 */
export const WEIGHTS = {
  /** The roles of the mentions, each by itself. */
  roles: 0.8,
  /** The number of internships, and a term or none, by the whole text. */
  internships: 0.83,
  term: 0.7,
  /** A mention left out. */
  unused: 0.09,
  withoutStart: -1.06,
  withoutEnd: -1.22,
  /** Lengths, in days with the last one. */
  underThreeDays: -0.61,
  underNineDays: -1.33,
  usualLength: 1.43,
  overThreeMonths: -0.89,
  /** An internship begins on a Monday and ends on a Friday; not on a weekend. */
  beginsMonday: 0.04,
  endsFriday: -0.03,
  beginsWeekend: -0.05,
  endsWeekend: -0.41,
  earlierYear: -0.28,
  /** Start and end from two mentions: the end first, others of the case or left out between them, sentences apart. */
  endFirst: -0.35,
  othersBetween: -0.41,
  unusedBetween: -0.17,
  sameSentence: 1.24,
  nextSentence: 0.71,
  fartherSentence: 0.36,
  samePointer: 0.12,
  pointerBetween: -0.29,
  otherPointer: -0.3,
  sameName: 0.48,
  sameDates: -0.53,
  shared: 0.32,
  /** A mention that says again what an earlier one said. */
  again: 0,
  unusedLength: -0.45,
  termWithoutStart: 0.45,
  termReversed: -0.12,
  termUnderTwoMonths: -0.22,
  termBeginsMonday: 1.27,
  termBeginsInAutumn: 1.08,
  /** A mention that puts an earlier one right. */
  replaced: -1.1,
  replacedSaid: 1.33,
  replacedInSentence: -0.34,
  replacedNextSentence: -0.51,
  replacedFarther: -0.34,
  /** It is named as the old one, or as another; "ikincisi" points to it, or to another. */
  replacedNamed: 0.16,
  replacedOtherNamed: -0.12,
  replacedPointed: -0.02,
  replacedOtherPointed: -0.32,
  replacedLast: -0.36,
  replacedEarlier: -0.54,
  namedAlike: -0.24,
  pointedAlike: -0.27,
};

export type Ground = keyof typeof WEIGHTS;
export type Grounds = Partial<Record<Ground, number>>;

/** Odds of a hypothesis, as a logarithm up to a constant. */
export function plausibility(grounds: Grounds, weights: Readonly<Record<Ground, number>> = WEIGHTS): number {
  return Object.entries(grounds).reduce((sum, [name, value]) => sum + weights[name as Ground] * value, 0);
}

/** What speaks for and against a hypothesis; `lengthened` are the ends that lengths give. */
export function groundsFor(hypothesis: Hypothesis, lengthened: readonly Lengthened[], setting: Setting): Grounds {
  const { internships, term, used, shared, again, replaced, odds } = hypothesis;
  const grounds: Grounds = {
    roles: odds,
    internships: setting.odds.internships[Math.min(MANY, internships.length)] ?? 0,
    term: setting.odds.term[term ? 1 : 0] ?? 0,
    unused: used.filter((one) => !one).length,
    shared,
    again,
    unusedLength: setting.lengths.length - new Set(lengthened.map(({ duration }) => duration)).size,
    sameDates: sameDates(internships),
  };
  const add: Add = (name) => {
    if (name) grounds[name] = (grounds[name] ?? 0) + 1;
  };
  for (const [at, period] of internships.entries())
    addInternship(add, period, lengthened.find((one) => one.period === at)?.to ?? null, isRepeated(internships, at), used, setting);
  if (term) addTerm(add, term);
  for (const one of replaced) addReplaced(add, one, setting);
  addAlike(add, internships, setting);
  return grounds;
}

type Add = (name: Ground | null | undefined) => void;

/** Days of the week, 1 for Monday. */
const BEGINS: Readonly<Record<number, Ground>> = { 1: 'beginsMonday', 6: 'beginsWeekend', 7: 'beginsWeekend' };
const ENDS: Readonly<Record<number, Ground>> = { 5: 'endsFriday', 6: 'endsWeekend', 7: 'endsWeekend' };

function addInternship(
  add: Add,
  period: Period,
  lengthenedTo: string | null,
  repeats: boolean,
  used: readonly boolean[],
  setting: Setting,
): void {
  const { from, to } = period;
  const end = to?.date ?? lengthenedTo;
  add(from && BEGINS[weekday(from.date)]);
  add(to && ENDS[weekday(to.date)]);
  if ((end ?? from?.date ?? '') < String(setting.year)) add('earlierYear');
  // Who corrects or completes a case gives one date and no more.
  const isLone = setting.mentions.length === 1;
  if (!from) add(isLone ? null : 'withoutStart');
  else if (!end) add(isLone ? null : 'withoutEnd');
  else if (!repeats) add(lengthGround(daysBetween(from.date, end) + 1));
  if (from && to && from.by !== to.by) addLink(add, period, used, setting);
}

/** "Eylülün tamamında (1-30 Eylül)": the dates of an earlier internship from another mention say nothing for one more. */
function isRepeated(internships: readonly Period[], at: number): boolean {
  const period = internships[at] as Period;
  return internships.slice(0, at).some((one) => haveSameDates(one, period) && one.from?.by !== period.from?.by);
}

function lengthGround(days: number): Ground | null {
  // One that ends before it starts is asked about.
  if (days <= 0) return null;
  if (days < 3) return 'underThreeDays';
  if (days < 9) return 'underNineDays';
  if (days <= 50) return 'usualLength';
  return days > 92 ? 'overThreeMonths' : null;
}

/** The start and the end come from two mentions. */
function addLink(add: Add, period: Period, used: readonly boolean[], { mentions, pointers, isNamedAlike }: Setting): void {
  const [first, last] = [firstOf(period), lastOf(period)];
  if (period.to?.by === first) add('endFirst');
  const between = used.slice(first + 1, last);
  for (const _ of between.filter(Boolean).slice(0, 2)) add('othersBetween');
  if (between.includes(false)) add('unusedBetween');
  add(APART[(mentions[last]?.sentence ?? 0) - (mentions[first]?.sentence ?? 0)] ?? 'fartherSentence');
  if (isNamedAlike(first, last)) add('sameName');
  add(pointerGround(pointers[first] ?? null, pointers[last] ?? null));
}

/** By how many sentences stand between. */
const APART: Readonly<Record<number, Ground>> = { 0: 'sameSentence', 1: 'nextSentence' };

function pointerGround(before: Pointer | null, after: Pointer | null): Ground | null {
  if (after === null || after === 'all') return null;
  if (before === null) return 'pointerBetween';
  return before === after ? 'samePointer' : 'otherPointer';
}

function addTerm(add: Add, { from, to }: Period): void {
  if (!from) {
    add('termWithoutStart');
    return;
  }
  const days = to ? daysBetween(from.date, to.date) : null;
  if (days !== null && days < 60) add(days < 0 ? 'termReversed' : 'termUnderTwoMonths');
  if (weekday(from.date) === 1) add('termBeginsMonday');
  if (/-(?:09|10)-/.test(from.date)) add('termBeginsInAutumn');
}

function addReplaced(add: Add, { old, by, internship }: Replaced, { mentions, pointers, isPutRight, isNamedAlike }: Setting): void {
  add('replaced');
  const [one, other] = [mentions[old], mentions[by]];
  if (one && other && isPutRight(one, other)) add('replacedSaid');
  const apart = (other?.sentence ?? 0) - (one?.sentence ?? 0);
  add(apart === 0 ? 'replacedInSentence' : apart === 1 ? 'replacedNextSentence' : 'replacedFarther');
  add(likeness());

  /** Which of those before it is put right: the one named alike, the one pointed to, or else the last. */
  function likeness(): Ground {
    if (isNamedAlike(old, by)) return 'replacedNamed';
    if (mentions.slice(0, by).some((_, before) => isNamedAlike(before, by))) return 'replacedOtherNamed';
    const pointer = pointers[by];
    if (typeof pointer === 'number' && internship !== null) return pointer === internship + 1 ? 'replacedPointed' : 'replacedOtherPointed';
    return by - old === 1 ? 'replacedLast' : 'replacedEarlier';
  }
}

/** Two internships are seldom called by the same name, or the same number. */
function addAlike(add: Add, internships: readonly Period[], { pointers, isNamedAlike }: Setting): void {
  const first = internships.map(firstOf);
  first.forEach((by, at) => {
    for (const other of first.slice(0, at)) {
      if (other === by) continue;
      if (isNamedAlike(other, by)) add('namedAlike');
      if (typeof pointers[by] === 'number' && pointers[by] === pointers[other]) add('pointedAlike');
    }
  });
}

/** How many pairs of internships have the same dates. */
function sameDates(internships: readonly Period[]): number {
  return internships.reduce((sum, one, at) => sum + internships.slice(0, at).filter((other) => haveSameDates(one, other)).length, 0);
}

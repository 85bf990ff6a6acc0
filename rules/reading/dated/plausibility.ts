import { daysBetween, weekday } from '../../calendar.js';
import { firstOf, type Hypothesis, lastOf, type Period, type Replaced } from './hypotheses.js';
import type { Lengthened } from './lengths.js';
import { MANY } from './model.js';
import type { Setting } from './setting.js';

/**
 * What speaks for or against taking the mentions of a text together in one way, each with its weight in the odds: by conditional logistic
 * regression on the examples (`npm run fit:dates`), each hand's mentions weighed by what the others taught.
 */
export const WEIGHTS = {
  /** The roles of the mentions, each by itself. */
  roles: 0.77,
  /** The number of internships, and a term or none, by the whole text. */
  internships: 0.76,
  term: 0.69,
  /** A mention left out. */
  unused: 0.02,
  withoutStart: -1.01,
  withoutEnd: -1.07,
  /** Lengths, in days with the last one. */
  underThreeDays: -0.7,
  underNineDays: -1.32,
  usualLength: 1.28,
  overThreeMonths: -0.91,
  /** An internship begins on a Monday and ends on a Friday; not on a weekend. */
  beginsMonday: 0.1,
  endsFriday: -0.05,
  beginsWeekend: 0.18,
  endsWeekend: -0.76,
  earlierYear: -0.4,
  /** Start and end from two mentions: the end first, others of the case or left out between them, sentences apart. */
  endFirst: -0.28,
  othersBetween: -0.6,
  unusedBetween: -0.46,
  sameSentence: 1.48,
  nextSentence: 0.76,
  fartherSentence: 0.12,
  samePointer: 0.12,
  pointerBetween: -0.32,
  otherPointer: -0.35,
  sameName: 0.41,
  sameDates: -0.65,
  shared: 0.33,
  unusedLength: -0.61,
  termWithoutStart: 0.28,
  termReversed: -0.09,
  termUnderTwoMonths: -0.33,
  termBeginsMonday: 1.12,
  termBeginsInAutumn: 1.13,
  /** A mention that puts an earlier one right. */
  replaced: -1.25,
  replacedSaid: 1.42,
  replacedNext: -0.06,
  replacedInSentence: -0.53,
  replacedNextSentence: -0.58,
  replacedFarther: -0.27,
  /** It is named as the old one, or as another; "ikincisi" points to it, or to another. */
  replacedNamed: 0.34,
  replacedOtherNamed: -0.09,
  replacedPointed: 0.1,
  replacedOtherPointed: -0.23,
  namedAlike: -0.25,
  pointedAlike: -0.4,
};

export type Ground = keyof typeof WEIGHTS;
export type Grounds = Partial<Record<Ground, number>>;

/** Odds of a hypothesis, as a logarithm up to a constant. */
export function plausibility(grounds: Grounds, weights: Readonly<Record<Ground, number>> = WEIGHTS): number {
  return Object.entries(grounds).reduce((sum, [name, value]) => sum + weights[name as Ground] * value, 0);
}

/** What speaks for and against a hypothesis; `lengthened` are the ends that lengths give. */
export function groundsFor(hypothesis: Hypothesis, lengthened: readonly Lengthened[], setting: Setting): Grounds {
  const { internships, term, used, shared, replaced, odds } = hypothesis;
  const grounds: Grounds = {
    roles: odds,
    internships: setting.odds.internships[Math.min(MANY, internships.length)] ?? 0,
    term: setting.odds.term[term ? 1 : 0] ?? 0,
    unused: used.filter((one) => !one).length,
    shared,
    unusedLength: setting.lengths - new Set(lengthened.map(({ duration }) => duration)).size,
    sameDates: sameDates(internships),
  };
  const add = (name: Ground): void => {
    grounds[name] = (grounds[name] ?? 0) + 1;
  };
  internships.forEach((period, at) => addInternship(add, period, lengthened.find((one) => one.period === at)?.to ?? null, used, setting));
  if (term) addTerm(add, term);
  for (const one of replaced) addReplaced(add, one, setting);
  addAlike(add, internships, setting);
  return grounds;
}

type Add = (name: Ground) => void;

function addInternship(add: Add, period: Period, lengthenedTo: string | null, used: readonly boolean[], setting: Setting): void {
  const from = period.from?.date;
  const to = period.to?.date ?? lengthenedTo ?? undefined;
  if ((to ?? from ?? '') < '2020') add('earlierYear');
  if (from && weekday(from) === 1) add('beginsMonday');
  if (from && weekday(from) > 5) add('beginsWeekend');
  if (period.to && weekday(period.to.date) === 5) add('endsFriday');
  if (period.to && weekday(period.to.date) > 5) add('endsWeekend');
  if (!from) return add('withoutStart');
  if (!to) return add('withoutEnd');
  const length = lengthGround(daysBetween(from, to) + 1);
  if (length) add(length);
  if (period.from && period.to && period.from.by !== period.to.by) addLink(add, period, used, setting);
}

function lengthGround(days: number): Ground | null {
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
  const apart = (mentions[last]?.sentence ?? 0) - (mentions[first]?.sentence ?? 0);
  add(apart === 0 ? 'sameSentence' : apart === 1 ? 'nextSentence' : 'fartherSentence');
  if (isNamedAlike(first, last)) add('sameName');
  const [before, after] = [pointers[first] ?? null, pointers[last] ?? null];
  if (after !== null && after !== 'all') add(before === after ? 'samePointer' : before === null ? 'pointerBetween' : 'otherPointer');
}

function addTerm(add: Add, { from, to }: Period): void {
  if (!from) return add('termWithoutStart');
  const days = to ? daysBetween(from.date, to.date) : null;
  if (days !== null && days < 60) add(days < 0 ? 'termReversed' : 'termUnderTwoMonths');
  if (weekday(from.date) === 1) add('termBeginsMonday');
  if (/-(?:09|10)-/.test(from.date)) add('termBeginsInAutumn');
}

function addReplaced(add: Add, { old, by, internship }: Replaced, { mentions, pointers, isPutRight, isNamedAlike }: Setting): void {
  add('replaced');
  const [one, other] = [mentions[old], mentions[by]];
  if (one && other && isPutRight(one, other)) add('replacedSaid');
  if (by - old === 1) add('replacedNext');
  const apart = (mentions[by]?.sentence ?? 0) - (mentions[old]?.sentence ?? 0);
  add(apart === 0 ? 'replacedInSentence' : apart === 1 ? 'replacedNextSentence' : 'replacedFarther');
  if (isNamedAlike(old, by)) add('replacedNamed');
  else if (mentions.slice(0, by).some((_, other) => isNamedAlike(other, by))) add('replacedOtherNamed');
  const pointer = pointers[by];
  if (typeof pointer === 'number' && internship !== null) add(pointer === internship + 1 ? 'replacedPointed' : 'replacedOtherPointed');
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
  const keys = internships.map(({ from, to }) => `${from?.date} ${to?.date}`);
  return keys.reduce((sum, key, at) => sum + keys.slice(0, at).filter((other) => other === key).length, 0);
}

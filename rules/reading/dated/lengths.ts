import { addDays, addMonths, addWorkingDays } from '../../calendar.js';
import type { Period } from './hypotheses.js';
import type { DateMention, DatesTold, PlacedDuration } from './mentions.js';
import type { LengthPointed, Setting } from './setting.js';

/** The end that a length gives to a period. */
export interface Lengthened {
  /** Index of the period. */
  readonly period: number;
  readonly to: string;
  readonly duration: PlacedDuration;
}

/** "İkisi de 20 iş günü", "her biri 15 gün": what is said right before a length that each has. */
const OF_EACH = /(?:ikisi|her ?bir|her iki|hepsi|ikiser|ucer)[^.]{0,10}$/;
const OF_EACH_REACH = 22;
/** "15'er iş günü", "yirmişer gün". */
const EACH = /^(?:\d+|[a-z]{2,})s?[ae]r\b/;

/**
 * Gives each length of a text to a period that has a start and no end: the one that the words before it point to, else by its place; a later one
 * in the place of one that it puts right. As many as are left over go to the periods that are, in order.
 */
export function lengthsOf(
  periods: readonly Period[],
  { mentions, durations, bounds }: DatesTold,
  folded: string,
  { lengths, isPutRight }: Setting,
): readonly Lengthened[] {
  let found: readonly Lengthened[] = [];
  const starting = periods.flatMap(({ from, to }, period): Open[] =>
    from && !to ? [{ period, by: from.by, from: from.date, place: mentions[from.by] as DateMention }] : [],
  );
  for (const [at, duration] of durations.entries()) {
    const open = starting.filter(({ period }) => found.every((one) => one.period !== period || isPutRight(one.duration, duration)));
    const following = followers(durations, at, mentions);
    const lengthened = isOfEach(duration, folded) ? open : (meant(open, lengths[at]) ?? nextTo(duration, open, following, bounds));
    found = [
      ...found.filter(({ period }) => lengthened.every((one) => one.period !== period)),
      ...lengthened.map((one) => withLength(one, duration)),
    ];
  }
  const unused = durations.filter((duration) => found.every((one) => one.duration !== duration));
  const open = starting.filter(({ period }) => found.every((one) => one.period !== period));
  return unused.length === open.length ? [...found, ...open.map((one, n) => withLength(one, unused[n] as PlacedDuration))] : found;
}

function withLength({ period, from }: Open, duration: PlacedDuration): Lengthened {
  return { period, to: endOf(from, duration), duration };
}

/** A period without an end, and the mention that starts it. */
interface Open {
  readonly period: number;
  /** Index of the mention. */
  readonly by: number;
  readonly from: string;
  readonly place: DateMention;
}

/** "İlki 4 hafta, ikincisi 15 iş günü", "tei 20 iş günü": the one that the words before a length single out; null where they do not. */
function meant(open: readonly Open[], pointed: LengthPointed | undefined): Open[] | null {
  if (!pointed || open.length < 2) return null;
  const { pointer, isNamedLike } = pointed;
  const named = open.filter(({ by }) => isNamedLike(by));
  if (named.length === 1) return named;
  const number = pointer === 'other' ? 2 : pointer;
  const found = open.filter(({ period }) => period + 1 === number);
  return found.length > 0 ? found : null;
}

/** How many more lengths follow one before the next date: "3 ağustos ve 7 eylülde başlıyor, 4 hafta ve 15 iş günü". */
function followers(durations: readonly PlacedDuration[], at: number, mentions: readonly DateMention[]): number {
  const { start } = durations[at] as PlacedDuration;
  const end = mentions.find((one) => one.start > start)?.start ?? Number.POSITIVE_INFINITY;
  return durations.slice(at + 1).filter((one) => one.start < end).length;
}

/**
 * By its place: in its sentence the last that starts before it, or an earlier one where more lengths follow; else the first after it; else
 * in turn where there are as many lengths; else the only one, where that stands in the sentence beside.
 */
function nextTo({ start }: PlacedDuration, open: readonly Open[], following: number, bounds: DatesTold['bounds']): Open[] {
  const sentence = bounds.sentenceOf(start).index;
  const same = open.filter(({ place }) => place.sentence === sentence);
  const before = same.filter(({ place }) => place.end <= start);
  const beside = open.filter(({ place }) => Math.abs(place.sentence - sentence) === 1);
  const inTurn = following > 0 && open.length === following + 1 ? open[0] : undefined;
  const one = before.at(-1 - following) ?? before[0] ?? same[0] ?? inTurn ?? (isOneStart(beside) ? beside[0] : undefined);
  return following === 0 ? open.filter(({ by }) => by === one?.by) : one ? [one] : [];
}

function isOneStart(open: readonly Open[]): boolean {
  return new Set(open.map(({ by }) => by)).size === 1;
}

function isOfEach({ start, end }: PlacedDuration, folded: string): boolean {
  return EACH.test(folded.slice(start, end)) || OF_EACH.test(folded.slice(Math.max(0, start - OF_EACH_REACH), start));
}

function endOf(from: string, { count, unit }: PlacedDuration): string {
  if (unit === 'workdays') return addWorkingDays(from, count);
  return unit === 'months' ? addMonths(from, count) : addDays(from, (unit === 'weeks' ? 7 : 1) * count - 1);
}

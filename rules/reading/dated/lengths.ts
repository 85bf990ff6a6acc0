import { addDays, addMonths, addWorkingDays } from '../../calendar.js';
import type { Period } from './hypotheses.js';
import type { DateMention, DatesTold, PlacedDuration } from './mentions.js';

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
 * Gives each length of a text to the period that has a start, no end, and stands next to it; a later one in the place of one that it puts
 * right.
 * @param isPutRight whether the words from one length to another put something right
 */
export function lengthsOf(
  periods: readonly Period[],
  { mentions, durations, bounds }: DatesTold,
  folded: string,
  isPutRight: (old: PlacedDuration, by: PlacedDuration) => boolean,
): Lengthened[] {
  let found: readonly Lengthened[] = [];
  for (const duration of durations) {
    const open = periods.flatMap(({ from, to }, period): Open[] =>
      from && !to && found.every((one) => one.period !== period || isPutRight(one.duration, duration))
        ? [{ period, from: from.date, place: mentions[from.by] as DateMention }]
        : [],
    );
    const lengthened = isOfEach(duration, folded) ? open : nextTo(duration, open, bounds);
    found = [
      ...found.filter(({ period }) => lengthened.every((one) => one.period !== period)),
      ...lengthened.map(({ period, from }) => ({ period, to: endOf(from, duration), duration })),
    ];
  }
  return [...found];
}

/** A period without an end, and the mention that starts it. */
interface Open {
  readonly period: number;
  readonly from: string;
  readonly place: DateMention;
}

/** The one that starts before a length in its sentence, else after it, else the only one where that stands in the sentence beside. */
function nextTo({ start }: PlacedDuration, open: readonly Open[], bounds: DatesTold['bounds']): Open[] {
  const sentence = bounds.sentenceOf(start).index;
  const same = open.filter(({ place }) => place.sentence === sentence);
  const beside = open.filter(({ place }) => open.length === 1 && Math.abs(place.sentence - sentence) === 1);
  return [same.findLast(({ place }) => place.end <= start) ?? same[0] ?? beside[0]].filter((one) => one !== undefined);
}

function isOfEach({ start, end }: PlacedDuration, folded: string): boolean {
  return EACH.test(folded.slice(start, end)) || OF_EACH.test(folded.slice(Math.max(0, start - OF_EACH_REACH), start));
}

function endOf(from: string, { count, unit }: PlacedDuration): string {
  if (unit === 'workdays') return addWorkingDays(from, count);
  return unit === 'months' ? addMonths(from, count) : addDays(from, (unit === 'weeks' ? 7 : 1) * count - 1);
}

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
  let found: Lengthened[] = [];
  for (const duration of durations) {
    const open = periods.flatMap(({ from, to }, period) =>
      from && !to && found.every((one) => one.period !== period || isPutRight(one.duration, duration))
        ? [{ period, from: from.date, place: mentions[from.by] as DateMention }]
        : [],
    );
    const sentence = bounds.sentenceOf(duration.start).index;
    const same = open.filter(({ place }) => place.sentence === sentence);
    const beside = open.length === 1 && Math.abs((open[0]?.place.sentence ?? 0) - sentence) === 1 ? open[0] : undefined;
    const next = same.findLast(({ place }) => place.end <= duration.start) ?? same[0] ?? beside;
    const isOfEach = OF_EACH.test(folded.slice(Math.max(0, duration.start - OF_EACH_REACH), duration.start));
    for (const { period, from } of isOfEach ? open : next ? [next] : [])
      found = [...found.filter((one) => one.period !== period), { period, to: endOf(from, duration), duration }];
  }
  return found;
}

function endOf(from: string, { count, unit }: PlacedDuration): string {
  if (unit === 'workdays') return addWorkingDays(from, count);
  return unit === 'months' ? addMonths(from, count) : addDays(from, (unit === 'weeks' ? 7 : 1) * count - 1);
}

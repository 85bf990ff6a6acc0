import { addDays, addMonths, addWorkingDays, daysBetween } from '../calendar.js';
import type { Boundaries } from './marked.js';
import type { Duration } from './ranges.js';
import type { Assumption, ReadFact } from './reading.js';
import type { Owned } from './roles.js';

/** A fact with its place in the text. */
export interface PlacedFact extends ReadFact {
  readonly at: number;
}

/** Where the dates of an internship stand, and in which sentence. */
export interface DatePlace {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

/** The dates of one internship or of a term, while they are being put together. */
export interface Slot {
  readonly id: string;
  from: PlacedFact | null;
  to: PlacedFact | null;
  readonly places: DatePlace[];
}

/** A duration with its place. */
export type PlacedDuration = Duration & { readonly start: number; readonly end: number };

const KINDS = { workdays: 'working-days', days: 'days', weeks: 'weeks', months: 'months' } as const;
/** "28 Eylül … 8 Ocak": an end in the next year is believed if it comes within so many days. */
const LONGEST = 280;

export function emptySlot(id: string): Slot {
  return { id, from: null, to: null, places: [] };
}

/** True if a single date can complete what the slot has: an end its start, or a start its end. */
export function completes(slot: Slot, { role }: Owned): boolean {
  return role === 'end' ? slot.from !== null && slot.to === null : role === 'start' && slot.to !== null && slot.from === null;
}

/** "4 Eylül'de bitiyor, diğer şehirdeki 7 Eylül'de başlıyor": a start on or after the end is another internship's. */
export function isInOrder(slot: Slot, { role, fromDate }: Owned): boolean {
  return role !== 'start' || slot.to === null || (fromDate ?? '') < slot.to.value;
}

/** "Biri 24 Ağustos'ta bitiyor … (3-24 Ağustos)": a range that says in full what was begun. */
export function isSpeltOut({ from, to }: Slot, { role, fromDate, toDate }: Owned): boolean {
  if (role !== 'range') return false;
  return from === null ? to !== null && to.value === toDate : to === null && from.value === fromDate;
}

/** True if the slot has nothing yet of what the date gives. */
export function isFree(slot: Slot, { role }: Owned): boolean {
  return (role === 'end' || slot.from === null) && (role === 'start' || slot.to === null);
}

/** The end that a date gives to a slot; in the next year where it would come before the start otherwise. */
export function endAfter(slot: Slot, date: Owned, words: string): PlacedFact {
  const end = date.toDate as string;
  const wraps = date.kind === 'point' && date.to.year === null && slot.from !== null && end < slot.from.value;
  const nextYear = `${Number(end.slice(0, 4)) + 1}${end.slice(4)}`;
  const value = wraps && slot.from && daysBetween(slot.from.value, nextYear) <= LONGEST ? nextYear : end;
  return { id: `${slot.id}.to`, value, words, at: date.start };
}

/** Gives an end to the start that a duration stands next to. */
export function lengthen(
  slots: readonly Slot[],
  duration: PlacedDuration,
  bounds: Boundaries,
  words: (start: number, end: number) => string,
  assumptions: Assumption[],
): void {
  const slot = openSlot(slots, duration, bounds);
  if (!slot?.from) return;
  const from = slot.from.value;
  const { count, unit } = duration;
  const value =
    unit === 'workdays'
      ? addWorkingDays(from, count)
      : unit === 'months'
        ? addMonths(from, count)
        : addDays(from, (unit === 'weeks' ? 7 : 1) * count - 1);
  const text = words(duration.start, duration.end);
  slot.to = { id: `${slot.id}.to`, value, words: text, at: duration.start };
  assumptions.push({ kind: KINDS[unit], words: text, id: slot.to.id });
}

/** The start without an end that stands next to a duration: before it, else after it in its sentence, else the only one in the sentence beside. */
function openSlot(slots: readonly Slot[], duration: PlacedDuration, bounds: Boundaries): Slot | undefined {
  const sentence = bounds.sentenceOf(duration.start).index;
  const open = slots.flatMap((slot) => (slot.from && !slot.to && slot.places[0] ? [{ slot, place: slot.places[0] }] : []));
  const same = open.filter(({ place }) => place.sentence === sentence);
  const before = same.filter(({ place }) => place.end <= duration.start).at(-1);
  const beside = open.length === 1 ? open.find(({ place }) => Math.abs(place.sentence - sentence) === 1) : undefined;
  return (before ?? same[0] ?? beside)?.slot;
}

/** The facts of a slot. */
export function factsOf(slot: Slot): PlacedFact[] {
  return [slot.from, slot.to].filter((fact) => fact !== null);
}

/** The term asked about is the one that begins last; the end of one before it is `previousTerm.to`. */
export function termFacts(terms: readonly Slot[]): PlacedFact[] {
  const starts = terms.flatMap((term) => (term.from ? [term.from] : []));
  const asked =
    terms.find(
      (term) => term.from && !terms.some((other) => other.to && term.from && other !== term && other.to.value > term.from.value),
    ) ?? terms[0];
  if (!asked) return [];
  const latest = starts.length > 0 ? (terms.filter((term) => term.from).at(-1) as Slot) : asked;
  const previous = terms.find((term) => term !== latest && term.to && latest.from && term.to.value < latest.from.value)?.to;
  return [...factsOf(latest), ...(previous ? [{ ...previous, id: 'previousTerm.to' }] : [])];
}

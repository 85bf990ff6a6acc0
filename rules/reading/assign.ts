import { MAX_INTERNSHIPS } from '../facts.js';
import { type Pointing, pointerBefore } from './internships.js';
import type { Boundaries } from './marked.js';
import type { Assumption, ReadingProblem } from './reading.js';
import type { Owned } from './roles.js';
import {
  completes,
  type DatePlace,
  emptySlot,
  endAfter,
  factsOf,
  isFree,
  isInOrder,
  isSpeltOut,
  lengthen,
  type PlacedDuration,
  type PlacedFact,
  type Slot,
  termFacts,
} from './slots.js';

/** The dates of a case, told apart. */
export interface Assigned {
  readonly facts: readonly PlacedFact[];
  readonly problems: readonly ReadingProblem[];
  readonly assumptions: readonly Assumption[];
  /** Where dates stand in the folded text, whosever they are. */
  readonly places: readonly { start: number; end: number }[];
  /** Where the dates of each internship stand, by its number. */
  readonly internships: ReadonlyMap<number, readonly DatePlace[]>;
}

/** The original words between two places of the folded text. */
type Words = (start: number, end: number) => string;

/** Puts dates and durations together: which belong to internship 1, 2 … and which to the teaching term. */
export function assign(
  dates: readonly Owned[],
  durations: readonly PlacedDuration[],
  pointings: readonly Pointing[],
  bounds: Boundaries,
  words: Words,
): Assigned {
  const problems: ReadingProblem[] = [];
  const assumptions: Assumption[] = [];
  const internships = internshipSlots(pointings, bounds);
  const terms: Slot[] = [];
  const slotOf = (date: Owned) => (date.problem ? null : date.owner === 'term' ? termSlot(terms, date) : internships.slotFor(date));
  for (const date of dates) {
    if (date.owner === 'none' || !date.role || internships.has(date)) continue;
    const text = words(date.start, date.end);
    const slot = slotOf(date);
    const problem = slot ? put(date, slot, text) : date.problem && { kind: date.problem, words: text };
    if (problem) problems.push(problem);
    if (slot?.to && date.weeks) assumptions.push({ kind: 'weeks', words: text, id: slot.to.id });
  }
  for (const duration of durations)
    for (const slots of slotsFor(duration, [...internships.slots.values()], pointings))
      lengthen(slots, duration, bounds, words, assumptions);
  const kept = [...internships.slots].filter(([number]) => number <= MAX_INTERNSHIPS);
  return {
    facts: [...kept.flatMap(([, slot]) => factsOf(slot)), ...termFacts(terms)],
    problems,
    assumptions,
    places: dates,
    internships: new Map(kept.map(([number, slot]) => [number, slot.places])),
  };
}

const RIGHT_BEFORE = 8;

/** The internships a length may belong to: one of all, or each by itself ("ikisi de 20 iş günü"). */
function slotsFor(duration: PlacedDuration, slots: Slot[], pointings: readonly Pointing[]): Slot[][] {
  const ofEach = slots.length > 1 && pointings.some((one) => one.to === 'all' && isRightBefore(one, duration));
  return ofEach ? slots.map((slot) => [slot]) : [slots];
}

function isRightBefore(pointing: Pointing, { start }: PlacedDuration): boolean {
  return pointing.end <= start && start - pointing.end <= RIGHT_BEFORE;
}

/** Writes a date into its slot; a start after the end is a problem, and leaves neither. */
function put(date: Owned, slot: Slot, words: string): ReadingProblem | null {
  if (!date.fromDate || !date.toDate) return null;
  slot.places.push({ start: date.start, end: date.end, sentence: date.sentence });
  if (date.role !== 'end') slot.from = { id: `${slot.id}.from`, value: date.fromDate, words, at: date.start };
  if (date.role !== 'start') slot.to = endAfter(slot, date, words);
  const { from, to } = slot;
  if (!from || !to || from.value <= to.value) return null;
  slot.from = slot.to = null;
  return { kind: 'end-before-start', words: date.kind === 'range' ? words : `${from.words} … ${to.words}` };
}

/** The internships of a text in order of mention, or by the number that "ilki", "ikincisi" or "diğeri" gives. */
function internshipSlots(pointings: readonly Pointing[], bounds: Boundaries) {
  const slots = new Map<number, Slot>();
  let last: Slot | null = null;
  let other: number | null = null;

  const nextFree = () => Math.max(0, ...slots.keys()) + 1;
  const pointed = (date: Owned): number | null => {
    const clauseEnd = bounds.clauseEnd(date.end);
    const after = date.right > clauseEnd ? pointerBefore(pointings, date.end, clauseEnd) : undefined;
    const pointer = pointerBefore(pointings, date.left, date.start) ?? after;
    if (!pointer || pointer.to === 'all') return null;
    if (pointer.to !== 'other') return pointer.to;
    const current = last ? [...slots].find(([, slot]) => slot === last)?.[0] : undefined;
    other ??= current !== undefined && current > 1 ? current : Math.max(2, nextFree());
    return other;
  };
  const numbered = (number: number): Slot => {
    const slot = slots.get(number) ?? emptySlot(`internship${number}`);
    slots.set(number, slot);
    return slot;
  };
  const choose = (date: Owned): Slot => {
    const number = pointed(date);
    const wanted = number === null ? null : numbered(number);
    if (wanted) return isFree(wanted, date) ? wanted : numbered(nextFree());
    const begun = [...slots.values()].find((slot) => isSpeltOut(slot, date));
    if (begun) return begun;
    const near = last?.places.some((place) => place.sentence >= date.sentence - 1) || date.role === 'end';
    return last && near && completes(last, date) && isInOrder(last, date) ? last : numbered(nextFree());
  };
  return {
    slots,
    /** True for a range that was mentioned already. */
    has: (date: Owned) =>
      date.owner === 'internship' &&
      date.role === 'range' &&
      pointed(date) === null &&
      [...slots.values()].some(({ from, to }) => from?.value === date.fromDate && to?.value === date.toDate),
    slotFor: (date: Owned): Slot => {
      last = choose(date);
      return last;
    },
  };
}

function termSlot(terms: Slot[], date: Owned): Slot {
  const open = terms.at(-1);
  if (open && completes(open, date)) {
    const inOrder =
      date.role === 'end' ? endAfter(open, date, '').value >= (open.from?.value ?? '') : (date.fromDate ?? '') < (open.to?.value ?? '');
    if (inOrder) return open;
  }
  const slot = emptySlot('term');
  terms.push(slot);
  return slot;
}

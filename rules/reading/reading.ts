import type { Goal } from '../facts.js';
import type { Pointer } from './internships.js';

/** A fact found in a text, with the words it was read from (as typed). */
export interface ReadFact {
  readonly id: string;
  readonly value: string;
  readonly words: string;
}

/** A fact with its place in the folded text. */
export interface PlacedFact extends ReadFact {
  readonly at: number;
}

/** A date in the text that could not be taken as it stands. */
export interface ReadingProblem {
  readonly kind: 'no-such-day' | 'end-before-start' | 'ambiguous';
  readonly words: string;
}

/** What the reader took for granted: `working-days` (Monday to Friday, no holidays), `weeks` (n weeks are 7n days with the first). */
export interface Assumption {
  readonly kind: 'working-days' | 'weeks' | 'days' | 'months';
  readonly words: string;
  /** Id of the fact it gave. */
  readonly id: string;
}

/** "Ya ikincisini 5 gün kaydırırsak": an internship is moved, both its ends. */
export interface Shift {
  /** Negative for an earlier day. */
  readonly days: number;
  /** Which one, where that is said. */
  readonly internship: Pointer | null;
}

/** Nobody moves an internship by more days. */
export const LONGEST_SHIFT = 200;

/** What the words of a message say of a goal: whether the lexicon words it, and how likely the examples make it in the likeliest stretch and in all. */
export type Asking = Readonly<Partial<Record<Goal, { readonly worded: boolean; readonly anywhere: number; readonly wholly: number }>>>;

/** All that was understood from one message. */
export interface Reading {
  /** One value for each fact id; in the order of the text. */
  readonly facts: readonly ReadFact[];
  /** What the message asks about, as far as its words say so. */
  readonly goals: readonly Goal[];
  /** What the words say of each goal. */
  readonly asking: Asking;
  readonly problems: readonly ReadingProblem[];
  readonly assumptions: readonly Assumption[];
  /** True if the dates in `facts` are only supposed ("ya 25 eylülde bitse"). */
  readonly supposed: boolean;
  readonly shift: Shift | null;
  /** True if the message speaks of a case of its own (first person, or "öğrencimiz"), not in general. */
  readonly ownCase: boolean;
}

/** What is read from a text where there is nothing to read facts for. */
export const NOTHING_READ: Reading = {
  facts: [],
  goals: [],
  asking: {},
  problems: [],
  assumptions: [],
  supposed: false,
  shift: null,
  ownCase: false,
};

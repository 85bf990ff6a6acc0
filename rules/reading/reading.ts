import type { Goal } from '../facts.js';

/** A fact found in a text, with the words it was read from (as typed). */
export interface ReadFact {
  readonly id: string;
  readonly value: string;
  readonly words: string;
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

/** All that was understood from one message. */
export interface Reading {
  /** One value for each fact id; in the order of the text. */
  readonly facts: readonly ReadFact[];
  /** What the message asks about, as far as its words say so. */
  readonly goals: readonly Goal[];
  readonly problems: readonly ReadingProblem[];
  readonly assumptions: readonly Assumption[];
  /** True if the message speaks of a case of its own (first person, or "öğrencimiz"), not in general. */
  readonly ownCase: boolean;
}

/** What is read from a text where there is nothing to read facts for. */
export const NOTHING_READ: Reading = { facts: [], goals: [], problems: [], assumptions: [], ownCase: false };

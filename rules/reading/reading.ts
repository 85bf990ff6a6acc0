import type { Goal } from '../facts.js';
import type { Pointer } from './several/pointings.js';

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

/** What the words of a message say of a goal; all but the first as likelihoods, 0–1. */
export interface Asked {
  /** True if the lexicon words it. */
  readonly worded: boolean;
  /** As the examples make it in the likeliest stretch of the message. */
  readonly anywhere: number;
  /** By all of the message, or by one of several questions. */
  readonly wholly: number;
  /** In the likeliest clause that is a question, as its only goal. */
  readonly inClause: number;
  /** In the likeliest stretch that is a question, beside other goals or not. */
  readonly inQuestion: number;
}

/** What a message asks, as far as its words tell. */
export interface Asking {
  /** How many clauses are questions. */
  readonly questions: number;
  readonly of: Readonly<Partial<Record<Goal, Asked>>>;
}

export const NOTHING_ASKED: Asking = { questions: 0, of: {} };

/** All that was understood from one message. */
export interface Reading {
  /** One value for each fact id; in the order of the text. */
  readonly facts: readonly ReadFact[];
  /** What the message asks about, as far as its words say so. */
  readonly goals: readonly Goal[];
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
  asking: NOTHING_ASKED,
  problems: [],
  assumptions: [],
  supposed: false,
  shift: null,
  ownCase: false,
};

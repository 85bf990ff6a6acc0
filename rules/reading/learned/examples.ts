import { fieldOf } from '../../facts.js';
import type { Learned } from './model.js';

/** A sentence that says one value of one fact, or looks as if it did (`unsaid`). */
interface StatementExample {
  readonly fact: Learned;
  readonly value: string;
  readonly text: string;
}

/** A whole message with all the facts it tells and all it asks. */
export interface MessageExample {
  readonly text: string;
  readonly goals: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
}

/** A question of which only the goal is known: null where it asks for none. */
export interface QuestionExample {
  readonly text: string;
  readonly goal: string | null;
}

/** What the reader learns from. */
export interface Examples {
  readonly statements: readonly StatementExample[];
  readonly messages: readonly MessageExample[];
  readonly questions: readonly QuestionExample[];
}

export const NO_EXAMPLES: Examples = { statements: [], messages: [], questions: [] };

/** The different values a message tells of a fact, over all its internships; what it asks counts as values of `goal`. */
export function valuesIn({ facts, goals }: MessageExample, fact: Learned): readonly string[] {
  if (fact === 'goal') return goals;
  return [...new Set(Object.entries(facts).flatMap(([id, value]) => (fieldOf(id) === fact ? [value] : [])))];
}

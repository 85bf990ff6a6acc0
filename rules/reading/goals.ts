import { GOALS, type Goal } from '../facts.js';
import type { Clause } from './clauses.js';
import type { Lexicon } from './lexicon.js';
import { finds, searched } from './patterns.js';

/** What the facts of a message already show. */
export interface Shown {
  /** Internships that have a date, and of those the ones not outside the programme. */
  readonly dated: number;
  readonly datedInside: number;
  /** True if two or more internships are spoken of. */
  readonly several: boolean;
  /** True if a date of the teaching term was read. */
  readonly termDated: boolean;
  /** True if a reason for leaving was read. */
  readonly reason: boolean;
  /** True if the stage is that the offer is not accepted yet. */
  readonly offered: boolean;
  /** True if teaching or the term is spoken of at all. */
  readonly teaching: boolean;
  /** True if there is a question in it. */
  readonly asks: boolean;
}

/** The goals whose words stand in a message. Clauses on internships of the faculty or of earlier years do not ask for two. */
export function wordedGoals(folded: string, clauses: readonly Clause[], lexicon: Lexicon): Set<Goal> {
  const { earlier } = lexicon.cues;
  const sentences = new Map<number, { all: string; present: string }>();
  for (const { start, end, sentence } of clauses) {
    const text = folded.slice(start, end);
    const before = sentences.get(sentence) ?? { all: '', present: '' };
    const isPresent = !finds(earlier, searched(text));
    sentences.set(sentence, { all: `${before.all}, ${text}`, present: isPresent ? `${before.present}, ${text}` : before.present });
  }
  const parts = [...sentences.values()].map(({ all, present }) => ({ all: searched(all), present: searched(present) }));
  const worded = new Set<Goal>();
  for (const [goal, patterns] of lexicon.goals)
    if (parts.some(({ all, present }) => finds(patterns, goal === 'two' ? present : all))) worded.add(goal);
  return worded;
}

/** What a message asks about: by its words, and by the facts that it gives. In the order of `GOALS`. */
export function goalsOf(worded: ReadonlySet<Goal>, shown: Shown): Goal[] {
  const holds: Readonly<Record<Goal, boolean>> = {
    cancel: worded.has('cancel') || (shown.reason && shown.offered),
    // Whoever wants out of one of two has not asked whether both can be done.
    two: (shown.several && worded.has('two')) || (shown.datedInside >= 2 && !worded.has('cancel')),
    term: (worded.has('term') && shown.teaching && shown.asks) || (shown.termDated && (shown.dated > 0 || shown.asks)),
    credit: worded.has('credit'),
    insurance: worded.has('insurance'),
    document: worded.has('document'),
  };
  return GOALS.filter((goal) => holds[goal]);
}

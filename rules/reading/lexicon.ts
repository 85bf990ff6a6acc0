import { GOALS, type Goal } from '../facts.js';
import { compilePatterns, type Patterns } from './patterns.js';

/** Kinds of words that tell what a date or a statement belongs to. What each means stands in lexicon.yaml. */
export const CUES = [
  'internship',
  'term',
  'termVerb',
  'termEnd',
  'ofBoth',
  'putRight',
  'otherDate',
  'event',
  'start',
  'end',
  'supposedStart',
  'supposedEnd',
  'superseded',
  'movedTo',
  'declined',
  'shift',
  'shiftEarlier',
  'firstDay',
  'lastDay',
  'sameDay',
  'dayAfter',
  'notName',
  'first',
  'second',
  'third',
  'other',
  'pair',
  'people',
  'students',
  'self',
  'he',
  'person',
  'contrast',
  'pronoun',
  'done',
  'oneMore',
  'doneOne',
  'twoMore',
  'joint',
  'negation',
  'question',
  'teaching',
  'several',
  'over',
  'toCome',
  'earlier',
  'notLength',
  'notLengthBefore',
  'predicate',
  'ownCase',
] as const;
export type CueName = (typeof CUES)[number];

/** What statements give: facts of one internship, or of the case. */
export const STATED = ['stage', 'document', 'reason', 'programme', 'inTerm', 'overlap', 'count'] as const;
export type Stated = (typeof STATED)[number];

/** Patterns for one value of a fact. */
interface StatementData {
  readonly fact: Stated;
  readonly value: string;
  /** Cancelled by a negation or a question right after. */
  readonly says?: readonly string[];
  /** Taken as it stands: it holds its own negation. A question right after still cancels it. */
  readonly exactly?: readonly string[];
  /** Cancels both anywhere in the same clause. */
  readonly unless?: readonly string[];
  /** Taken only from a message that asks for this, or for nothing: "daha iyi bir yer" is a reason only where one wants to leave. */
  readonly goal?: Goal;
}

/** The parsed lexicon.yaml. How patterns are written is told there. */
export interface LexiconData {
  readonly defaultYear: number;
  /** Words that patterns share, by name: `{name}` in a pattern stands for one of them. */
  readonly groups: Readonly<Record<string, string>>;
  readonly cues: Readonly<Record<CueName, readonly string[]>>;
  readonly statements: readonly StatementData[];
  readonly goals: Readonly<Record<Goal, readonly string[]>>;
}

/** One value of a fact, ready to be looked for. */
export interface Statement {
  readonly fact: Stated;
  readonly value: string;
  readonly says: Patterns;
  readonly exactly: Patterns;
  readonly unless: Patterns;
  readonly goal: Goal | null;
}

/** The lexicon with its patterns compiled. */
export interface Lexicon {
  readonly defaultYear: number;
  /** The group that a folded word belongs to ("evrakı" → belge), or null. */
  readonly kindOf: (word: string) => string | null;
  readonly cues: Readonly<Record<CueName, Patterns>>;
  readonly statements: readonly Statement[];
  readonly goals: readonly (readonly [Goal, Patterns])[];
}

/** Compiles the patterns of a lexicon. Throws a SyntaxError that names the pattern if one cannot be read. */
export function compileLexicon(data: LexiconData): Lexicon {
  const compile = (patterns: readonly string[] | undefined) => compilePatterns(patterns, data.groups);
  return {
    defaultYear: data.defaultYear,
    kindOf: kindsIn(data.groups),
    cues: Object.fromEntries(CUES.map((name) => [name, compile(data.cues[name])])) as Record<CueName, Patterns>,
    statements: data.statements.map(({ fact, value, says, exactly, unless, goal }) => ({
      fact,
      value: String(value),
      says: compile(says),
      exactly: compile(exactly),
      unless: compile(unless),
      goal: goal ?? null,
    })),
    goals: GOALS.map((goal) => [goal, compile(data.goals[goal])] as const),
  };
}

/** So many words are remembered with their kind: the same ones come again and again. */
const REMEMBERED = 20_000;

function kindsIn(groups: LexiconData['groups']): Lexicon['kindOf'] {
  const kinds = Object.entries(groups).map(([name, words]) => [name, new RegExp(`^(?:${words})`)] as const);
  const known = new Map<string, string | null>();
  return (word) => {
    let kind = known.get(word);
    if (kind === undefined) {
      kind = kinds.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
      if (known.size < REMEMBERED) known.set(word, kind);
    }
    return kind;
  };
}

import type { ChangeName } from './engine/changes.js';
import type { Condition } from './engine/condition.js';
import type { Goal } from './facts.js';

/** What a rule is decided for: each internship, each pair of internships, or the case as a whole. */
export type Scope = 'internship' | 'pair' | 'case';

export interface Quote {
  readonly entry: string;
  /** Verbatim words of that entry's answer. */
  readonly text: string;
}

/** Quote first: what the FAQ says, when it applies, and the verdict that follows. */
export interface Rule {
  readonly id: string;
  /** The official question in whose file it stands. */
  readonly entry: string;
  readonly goal: Goal;
  readonly each: Scope;
  readonly when: Condition;
  readonly except?: Condition;
  /** Null: the FAQ leaves it open, for the reason in `because`. */
  readonly verdict: string | null;
  readonly quotes: readonly Quote[];
  /** Why it is as it is, for whoever reads the rules. */
  readonly because?: string;
  /** What a person is told where the FAQ leaves it open. */
  readonly says?: string;
}

/** Sentences of the FAQ that no rule quotes, with the reason. */
export interface NotARule {
  readonly entry: string;
  readonly texts: readonly string[];
  readonly because: string;
}

export interface GoalSpec {
  /** Official questions that raise this goal. */
  readonly entries: readonly string[];
  /** Fields of facts that show by themselves that this goal is meant. */
  readonly shownBy: readonly string[];
  readonly each: readonly Scope[];
  /** Fact name → value taken until the person says otherwise. */
  readonly presumed: Readonly<Record<string, string>>;
  /** Presumptions that are shown as such, so that they can be corrected. */
  readonly shown: readonly string[];
  /** Verdict → verdicts of other internships that it makes pointless to mention. */
  readonly silences?: Readonly<Record<string, readonly string[]>>;
  /** Decided only where it is asked for, never because a fact that shows it is told. */
  readonly askedOnly?: boolean;
  /** The reader knows what it needs (two internships, a term): without that it is hardly asked for. */
  readonly needsRead?: boolean;
  /** Asked as soon as its words stand beside these goals, whose verdicts say as much. */
  readonly joins?: readonly Goal[];
  /** Goals beside which it is asked for too, where the dates it compares are told. */
  readonly bearsOn?: readonly Goal[];
  /** Told a fact that shows this goal, the bot decides it unasked. */
  readonly volunteered?: boolean;
  /** One verdict is enough: what is open elsewhere is not asked about. */
  readonly one?: boolean;
}

/** The sentences of a verdict; see `verdicts.yaml`. */
interface VerdictText {
  readonly title: string;
  readonly sentence: string;
  readonly withoutDates?: string;
  /** What would change it, each shown only where the engine confirms it. */
  readonly changes?: readonly { readonly by: ChangeName; readonly text: string }[];
  /** What is our reading of the FAQ and not its words. */
  readonly ours?: string;
  /** The same, but only where dates were computed. */
  readonly oursOfDates?: string;
  /** Programme parameters that belong into a mail about it, such as the official letter. */
  readonly parameters?: readonly string[];
  readonly next?: readonly { readonly when?: Condition; readonly text: string }[];
}

/** All rules of a knowledge base, as plain data. */
export interface RuleSet {
  readonly goals: Readonly<Partial<Record<Goal, GoalSpec>>>;
  readonly rules: readonly Rule[];
  readonly notRules: readonly NotARule[];
  /** Verdict id → sentences, in the order in which verdicts are shown. */
  readonly verdicts: Readonly<Record<string, VerdictText>>;
}

/** A knowledge base without rules: nothing is ever decided. */
export const NO_RULES: RuleSet = { goals: {}, rules: [], notRules: [], verdicts: {} };

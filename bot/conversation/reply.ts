/**
 * What a turn gives back. `Reply` is the contract of `ask --jsonl` and of `POST /api/chat`;
 * `blocks` says the same in pieces, so that each channel (text, HTML, Adaptive Card) can draw it its own way.
 */

export const REPLY_KINDS = ['answer', 'verdict', 'question', 'suggestions', 'none', 'smalltalk'] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

export interface Reply {
  /** `answer` an official answer · `verdict` at least one asked-for verdict is decided · `question` one fact is asked for · `suggestions` at most three choices · `none` the FAQ does not answer this · `smalltalk` */
  readonly kind: ReplyKind;
  /** Id of the main official question, or null. */
  readonly entry: string | null;
  /** Ids of all official questions the reply answers, the main one first. */
  readonly entries: readonly string[];
  /** Verdict ids; empty where no case was decided. */
  readonly outcomes: readonly string[];
  /** Ids of unknown facts that would change the verdict; the first is the one asked for. */
  readonly missing: readonly string[];
  /** Entry ids offered, best first. */
  readonly suggestions: readonly string[];
  readonly details: Details;
  /** What was understood, with the words it was read from. */
  readonly facts: readonly UnderstoodFact[];
  /** Calibrated probability, 0–1, that `entry` is right (or, for `none`, that the FAQ has no answer). */
  readonly confidence: number;
  /** The whole reply as plain text. */
  readonly reply: string;
  /** The words of the FAQ that support the reply. */
  readonly citations: readonly Citation[];
  readonly blocks: readonly Block[];
}

/** The fields most replies leave as they are. */
export const EMPTY_REPLY = {
  entry: null,
  entries: [],
  outcomes: [],
  missing: [],
  suggestions: [],
  details: {},
  facts: [],
  confidence: 1,
  citations: [],
} as const satisfies Partial<Reply>;

/** Computed facts; dates are ISO (`2020-08-24`), both ends included. */
export interface Details {
  /** The days two internships share or, where they share none, the days an internship shares with the term. */
  readonly overlap?: DateRange;
  /** The day before the term begins: the latest end that avoids it. */
  readonly shortenedEnd?: string;
}

export interface DateRange {
  readonly from: string;
  readonly to: string;
}

export interface UnderstoodFact {
  /** Such as `internship1.from`, `internship2.document`, `term.from`. */
  readonly id: string;
  readonly value: string;
  /** The words of the message it was read from; empty for a presumption. */
  readonly words: string;
  /** True for what is presumed until denied. */
  readonly presumed?: boolean;
}

export interface Citation {
  readonly entry: string;
  /** Verbatim words of the FAQ. */
  readonly quote: string;
}

export type Block = LeadBlock | TextBlock | OfficialBlock | VerdictBlock | UnderstoodBlock | QuestionBlock | MailBlock | ChoicesBlock;

/** The sentence that answers first. */
export interface LeadBlock {
  readonly type: 'lead';
  readonly text: string;
}

/** A paragraph; `own` marks what comes from the university and not from the FAQ. */
export interface TextBlock {
  readonly type: 'text';
  readonly text: string;
  readonly own?: boolean;
  readonly link?: { readonly label: string; readonly url: string };
}

/** The official question and answer, verbatim, with its source line. Channels fold it away under `title`. */
export interface OfficialBlock {
  readonly type: 'official';
  readonly entry: string;
  readonly title: string;
  readonly question: string;
  readonly paragraphs: readonly string[];
  readonly source: string;
}

export interface VerdictBlock {
  readonly type: 'verdict';
  readonly id: string;
  /** Short name of the verdict, for headings. */
  readonly title: string;
  /** The verdict in one sentence. */
  readonly sentence: string;
  /** Which internship(s) it speaks of, e.g. "1. staj"; absent where there is only one. */
  readonly subject?: string;
  readonly quotes: readonly { readonly entry: string; readonly quote: string; readonly source: string }[];
  /** Heading of the quotes ("SSS'nin dayanak cümlesi"). */
  readonly quotesTitle: string;
  /** What is our reading of the FAQ and not its words. */
  readonly ours?: string;
  /** What would change the verdict, each sentence re-checked by the engine. */
  readonly changes: readonly string[];
  readonly changesTitle: string;
  /** What to do next, from the FAQ. */
  readonly next?: string;
}

/** "Anladığım": the facts used, each correctable: `input` is how, and comes back as `{ facts: { [id]: value } }`. */
export interface UnderstoodBlock {
  readonly type: 'understood';
  readonly title: string;
  /** Label of what opens an input, and of the button that sends it. */
  readonly correct: string;
  readonly submit: string;
  readonly facts: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly note?: string;
    readonly input: ChoiceInput | { readonly type: 'dates'; readonly fields: readonly (DateField & { readonly value: string })[] };
  }[];
}

/** One of the values of a fact. */
export interface ChoiceInput {
  readonly type: 'choice';
  readonly id: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

interface DateField {
  readonly id: string;
  readonly label: string;
}

/** The verdicts in words to send on: to the accountant, the commission, the student. Channels fold it away under `title`. */
export interface MailBlock {
  readonly type: 'mail';
  readonly title: string;
  /** Label of the button that copies it, before and after. */
  readonly copy: string;
  readonly copied: string;
  readonly subject: string;
  readonly text: string;
}

/** One thing asked for. The answer comes back as `{ facts: { [id]: value } }`; dates as ISO. */
export interface QuestionBlock {
  readonly type: 'question';
  readonly prompt: string;
  /** For fields: one date input for each, in order. For choices: the one fact. */
  readonly input: ChoiceInput | { readonly type: 'dates'; readonly fields: readonly DateField[]; readonly unknown: string };
  /** Label of the button that sends dates. */
  readonly submit: string;
}

/** Buttons that lead to official questions (suggestions, related questions, topics): each is sent as `{ entry }`. */
export interface ChoicesBlock {
  readonly type: 'choices';
  readonly prompt: string;
  readonly items: readonly { readonly entry: string; readonly label: string; readonly group?: string }[];
  /** Headings that a channel may put over the items of each `group`, in order; absent where there is nothing to group. */
  readonly groups?: readonly string[];
}

import type { FeedbackLine, TurnLine } from '../log/line.js';
import type { Period } from './period.js';

/** Why a question is worth a look. */
export type Doubt = 'none' | 'suggestions' | 'unsure' | 'disliked';

/** A question, in one way of putting it, that the bot did not answer, was not sure of, or answered to somebody's displeasure. */
export interface Doubtful {
  readonly text: string;
  /** How often: the turns or the thumbs down, whichever are more, as a thumb belongs to a turn that was counted. */
  readonly times: number;
  /** How often it was said for which reason. */
  readonly doubts: Readonly<Partial<Record<Doubt, number>>>;
  /** Official questions that were answered with it, surely or not. */
  readonly answered: readonly string[];
  readonly comments: readonly string[];
}

/** An answer less sure than this is worth a look; probability. */
export const UNSURE = 0.7;

/** The kinds of reply that say something of the FAQ. */
export const ANSWERS: readonly string[] = ['answer', 'verdict', 'question'];

/** The questions of a period that are worth a look, each text once, the most frequent first. What a button sent is none. */
export function doubtfulOf({ turns, feedback }: Pick<Period, 'turns' | 'feedback'>): Doubtful[] {
  const found = new Map<string, { turns: TurnLine[]; thumbs: FeedbackLine[] }>();
  const at = (text: string): { turns: TurnLine[]; thumbs: FeedbackLine[] } => {
    const known = found.get(text) ?? { turns: [], thumbs: [] };
    found.set(text, known);
    return known;
  };
  for (const turn of turns) if (turn.text && doubtOf(turn)) at(turn.text).turns.push(turn);
  for (const thumb of feedback) if (thumb.text && !thumb.liked) at(thumb.text).thumbs.push(thumb);
  return [...found].map(([text, said]) => doubtful(text, said.turns, said.thumbs)).sort(moreOften);
}

/** The most frequent first; of the others the shortest, which says it best. */
export function moreOften(a: { times: number; text: string }, b: { times: number; text: string }): number {
  return b.times - a.times || a.text.length - b.text.length || (a.text < b.text ? -1 : 1);
}

function doubtful(text: string, turns: readonly TurnLine[], thumbs: readonly FeedbackLine[]): Doubtful {
  const down = thumbs.filter(({ addition }) => !addition).length;
  const doubts: Partial<Record<Doubt, number>> = {};
  for (const turn of turns) {
    const doubt = doubtOf(turn);
    if (doubt) doubts[doubt] = (doubts[doubt] ?? 0) + 1;
  }
  if (thumbs.length > 0) doubts.disliked = Math.max(1, down);
  return {
    text,
    times: Math.max(turns.length, doubts.disliked ?? 0),
    doubts,
    answered: [
      ...new Set([...turns, ...thumbs].flatMap(({ entry, kind }) => (entry !== null && ANSWERS.includes(kind ?? '') ? [entry] : []))),
    ],
    comments: thumbs.map(({ comment }) => comment).filter(Boolean),
  };
}

/** Why a turn is worth a look, or null where it is not; that it was disliked stands in a line of its own. */
export function doubtOf({ kind, confidence }: TurnLine): Doubt | null {
  if (kind === 'none' || kind === 'suggestions') return kind;
  return ANSWERS.includes(kind) && confidence < UNSURE ? 'unsure' : null;
}

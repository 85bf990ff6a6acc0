import { fold } from '../../knowledge/text/fold.js';
import type { Message } from '../conversation/message.js';
import type { Reply } from '../conversation/reply.js';
import type { Feedback } from '../feedback.js';

/** Where something was said. */
export type Channel = Feedback['channel'];

/** One turn, as it is kept. No user, address or conversation stands in it, and nothing that could be joined to one. */
export interface TurnLine extends Pick<Reply, 'kind' | 'entry' | 'outcomes' | 'confidence'> {
  readonly type: 'turn';
  /** ISO, to the minute: two lines of one person are not to be found by their time. */
  readonly time: string;
  readonly channel: Channel;
  /** What was typed, folded and scrubbed; empty for a button or a form. */
  readonly text: string;
}

/** One thumb, or (`addition`) the word that followed it. */
export interface FeedbackLine {
  readonly type: 'feedback';
  readonly time: string;
  readonly channel: Channel;
  readonly liked: boolean;
  readonly addition?: true;
  /** Scrubbed; empty where nothing was written. */
  readonly comment: string;
  /** The question, folded and scrubbed, where the channel still knew it. */
  readonly text: string;
  readonly kind: Reply['kind'] | null;
  readonly entry: string | null;
  readonly outcomes: readonly string[];
}

export type LogLine = TurnLine | FeedbackLine;

/** Takes personal data out of a text. */
export type Scrub = (text: string) => string;

/** Longer questions are cut; characters. */
const MAX_KEPT = 500;

export function turnLine(channel: Channel, message: Message, reply: Reply, now: Date, scrub: Scrub): TurnLine {
  const { kind, entry, outcomes, confidence } = reply;
  return {
    type: 'turn',
    time: minuteOf(now),
    channel,
    text: kept(message.text ?? '', scrub),
    kind,
    entry,
    outcomes,
    confidence: rounded(confidence),
  };
}

export function feedbackLine({ channel, liked, comment, addition, question, reply }: Feedback, now: Date, scrub: Scrub): FeedbackLine {
  return {
    type: 'feedback',
    time: minuteOf(now),
    channel,
    liked,
    ...(addition && { addition }),
    comment: scrub(comment),
    text: kept(question ?? '', scrub),
    kind: reply?.kind ?? null,
    entry: reply?.entry ?? null,
    outcomes: reply?.outcomes ?? [],
  };
}

/** Scrubbed before it is folded: a name shows by its capital. Cut after both, so that no half of a number stays. */
function kept(text: string, scrub: Scrub): string {
  return fold(scrub(text)).trim().slice(0, MAX_KEPT);
}

function minuteOf(now: Date): string {
  return `${now.toISOString().slice(0, 16)}Z`;
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

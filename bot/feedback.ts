import type { Reply } from './conversation/reply.js';

/** What somebody thought of a reply. No name, address or conversation stands in it. */
export interface Feedback {
  readonly channel: 'teams' | 'web';
  readonly liked: boolean;
  /** What they wrote beside the thumb; empty where they wrote nothing. */
  readonly comment: string;
  /** What the reply was, or null where that is no longer known. */
  readonly reply: RatedReply | null;
  /** True for a comment whose thumb was handed on before: to be read, not to be counted again. */
  readonly addition?: true;
}

/** What is kept of a reply that somebody liked or not. */
export type RatedReply = Pick<Reply, 'kind' | 'entry' | 'outcomes'>;

/** Longer comments are cut; characters. */
export const MAX_COMMENT = 1000;

/** Where feedback goes. */
export type FeedbackSink = (feedback: Feedback) => void;

/** Feedback as a line of JSON on standard output, until there is a better place for it. */
export function printFeedback(feedback: Feedback): void {
  console.log(JSON.stringify({ feedback }));
}

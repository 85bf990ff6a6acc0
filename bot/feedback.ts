import type { Reply } from './conversation/reply.js';

/** What somebody thought of a reply. No name, address or conversation comes with it. */
export interface Feedback {
  readonly channel: 'teams' | 'web';
  readonly liked: boolean;
  /** What they wrote beside the thumb; empty where they wrote nothing. */
  readonly comment: string;
  /** The question, as it was typed, where the channel still knows it; a log scrubs it. */
  readonly question?: string;
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

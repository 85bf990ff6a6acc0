import type { Reply } from './conversation/reply.js';

/** What somebody thought of a reply. No name, address or conversation stands in it. */
export interface Feedback {
  readonly channel: 'teams' | 'web';
  readonly liked: boolean;
  /** What they wrote beside the thumb; empty where they wrote nothing. */
  readonly comment: string;
  /** What the reply was, or null where that is no longer known. */
  readonly reply: Pick<Reply, 'kind' | 'entry' | 'outcomes'> | null;
}

/** Where feedback goes. */
export type FeedbackSink = (feedback: Feedback) => void;

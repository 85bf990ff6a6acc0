import { type Feedback, MAX_COMMENT } from '../feedback.js';
import type { IncomingActivity } from './incoming.js';
import type { SentReply } from './state.js';

/** True for what Teams sends when a thumb under a message was pressed. */
export function isThumb({ type, name, value }: IncomingActivity): boolean {
  return type === 'invoke' && name === 'message/submitAction' && (value as { actionName?: unknown } | null)?.actionName === 'feedback';
}

/** The feedback in it, or null where it says neither like nor dislike. The person's name stays behind. */
export function readThumb({ value }: IncomingActivity, sent: SentReply | null): Feedback | null {
  const { reaction, feedback } = ((value as { actionValue?: unknown }).actionValue ?? {}) as { reaction?: unknown; feedback?: unknown };
  if (reaction !== 'like' && reaction !== 'dislike') return null;
  const reply = sent && { kind: sent.kind, entry: sent.entry, outcomes: sent.outcomes };
  return { channel: 'teams', liked: reaction === 'like', comment: commentIn(feedback), reply };
}

/** Teams sends the comment as JSON inside a string. */
function commentIn(feedback: unknown): string {
  try {
    const { feedbackText } = JSON.parse(String(feedback)) as { feedbackText?: unknown };
    return typeof feedbackText === 'string' ? feedbackText.trim().slice(0, MAX_COMMENT) : '';
  } catch {
    return '';
  }
}

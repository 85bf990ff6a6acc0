import { MAX_TEXT } from '../../../knowledge/text/max-text.js';
import { REPLY_KINDS, type ReplyKind } from '../../conversation/reply.js';
import { type Feedback, MAX_COMMENT } from '../../feedback.js';

/** Names of the fields in the form under a reply. */
export const FEEDBACK = {
  liked: 'liked',
  comment: 'comment',
  kind: 'kind',
  entry: 'entry',
  outcome: 'outcome',
  question: 'question',
} as const;

const MAX_OUTCOMES = 8;

/** What may stand in feedback: ids of the knowledge base and of the rules, nothing else. */
export interface KnownIds {
  readonly entries: readonly string[];
  readonly verdicts: readonly string[];
}

/** The feedback in a form, or null where it says neither yes nor no. What nobody knows is left out. */
export function readFeedback(body: string, { entries, verdicts }: KnownIds): Feedback | null {
  const form = new URLSearchParams(body);
  const liked = form.get(FEEDBACK.liked);
  const kind = form.get(FEEDBACK.kind) ?? '';
  if (liked !== 'yes' && liked !== 'no') return null;
  const entry = form.get(FEEDBACK.entry);
  const outcomes = form.getAll(FEEDBACK.outcome).filter((id) => verdicts.includes(id));
  const comment = form.get(FEEDBACK.comment)?.trim().slice(0, MAX_COMMENT) ?? '';
  const question = form.get(FEEDBACK.question)?.slice(0, MAX_TEXT);
  return {
    channel: 'web',
    liked: liked === 'yes',
    comment,
    ...(question && { question }),
    reply: (REPLY_KINDS as readonly string[]).includes(kind)
      ? {
          kind: kind as ReplyKind,
          entry: entry !== null && entries.includes(entry) ? entry : null,
          outcomes: outcomes.slice(0, MAX_OUTCOMES),
        }
      : null,
    ...(form.has(FEEDBACK.comment) && { addition: true }),
  };
}

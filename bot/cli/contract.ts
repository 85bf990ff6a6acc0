import type { Reply } from '../conversation/reply.js';

/** The fields of `ask --json` and `--jsonl`, in the order in which they are written. */
export function contractOf(reply: Reply): Omit<Reply, 'blocks'> {
  const { kind, entry, entries, outcomes, missing, suggestions, details, facts, confidence, reply: text, citations } = reply;
  return { kind, entry, entries, outcomes, missing, suggestions, details, facts, confidence, reply: text, citations };
}

import type { Reply } from '../bot/conversation/reply.js';

/** A reply with nothing in it but what a test says. */
export function reply(rest: Partial<Reply> = {}): Reply {
  return {
    kind: 'answer',
    entry: null,
    entries: [],
    outcomes: [],
    missing: [],
    suggestions: [],
    details: {},
    facts: [],
    confidence: 1,
    reply: '',
    citations: [],
    blocks: [],
    ...rest,
  };
}

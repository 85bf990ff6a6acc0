import { EMPTY_REPLY, type Reply } from '../bot/conversation/reply.js';

/** A reply with nothing in it but what a test says. */
export function reply(rest: Partial<Reply> = {}): Reply {
  return { kind: 'answer', ...EMPTY_REPLY, reply: '', blocks: [], ...rest };
}

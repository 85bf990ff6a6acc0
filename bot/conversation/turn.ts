import type { Memory } from './memory.js';
import type { Reply } from './reply.js';

/** What one turn gives back: the reply, and what to remember for the next. */
export interface Turn {
  readonly reply: Reply;
  readonly memory: Memory;
}

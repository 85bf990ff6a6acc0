import { type Bot, loadBot } from '../bot/bot.js';
import { type Memory, NO_MEMORY } from '../bot/conversation/memory.js';
import type { Message } from '../bot/conversation/message.js';
import type { Reply } from '../bot/conversation/reply.js';

let bot: Promise<Bot> | undefined;

/** The real bot on the real knowledge base, trained once for each test file. */
export function realBot(): Promise<Bot> {
  bot ??= loadBot();
  return bot;
}

/** Says one thing after another in one conversation and gives all replies. */
export async function conversation(...messages: readonly (string | Message)[]): Promise<Reply[]> {
  const { respond } = await realBot();
  let memory: Memory = NO_MEMORY;
  return messages.map((message) => {
    const turn = respond(typeof message === 'string' ? { text: message } : message, memory);
    memory = turn.memory;
    return turn.reply;
  });
}

/** The reply to a single message. */
export async function ask(text: string): Promise<Reply> {
  const [reply] = await conversation(text);
  return reply as Reply;
}

import type { Bot } from '../../bot/bot.js';
import { NO_MEMORY, parseMemory } from '../../bot/conversation/memory.js';

/** A turn of a conversation with the answer it has to get. */
export interface Expected {
  readonly text: string;
  /** The body of the answer of `/api/chat`, as it travels. */
  readonly body: string;
  /** The memory to send along with the next turn. */
  readonly memory: unknown;
}

/** What the bot, asked in process, answers to one text after another. */
function expectedConversation(texts: readonly string[], { respond }: Pick<Bot, 'respond'>): Expected[] {
  let memory: unknown = NO_MEMORY;
  return texts.map((text) => {
    const turn = respond({ text }, parseMemory(memory));
    const body = JSON.stringify({ ...turn.reply, memory: turn.memory });
    memory = JSON.parse(body).memory;
    return { text, body, memory };
  });
}

/** Conversations of so many turns each, every one of its own texts, as far as there are any. */
export function conversationsOf(texts: readonly string[], count: number, length: number, bot: Pick<Bot, 'respond'>): Expected[][] {
  return Array.from({ length: count }, (_, n) =>
    expectedConversation(
      Array.from({ length }, (_, turn) => texts[(n * length + turn) % texts.length] as string),
      bot,
    ),
  );
}

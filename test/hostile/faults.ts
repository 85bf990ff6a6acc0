import { Parser } from 'htmlparser2';
import type { Bot } from '../../bot/bot.js';
import { parseMemory } from '../../bot/conversation/memory.js';
import type { Message } from '../../bot/conversation/message.js';
import { responseSchema } from '../../bot/web/api/schema.js';
import { renderTurn } from '../../bot/web/chat/render.js';
import type { WebPhrases } from '../../bot/web/phrases.js';

/** What is wrong with the bot's reply to a message, in one line; null where nothing is. Throws where the bot does. */
export function replyFault({ respond }: Pick<Bot, 'respond'>, message: Message, memory: unknown): string | null {
  const turn = respond(message, parseMemory(memory));
  return bodyFault({ ...turn.reply, memory: turn.memory });
}

/** What is wrong with an answer of `/api/chat`, held against its schema; null where nothing is. */
export function bodyFault(body: unknown): string | null {
  const checked = responseSchema.safeParse(body);
  if (!checked.success) return checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return checked.data.reply.trim() === '' ? 'an empty reply' : null;
}

/**
 * What stands in the markup of a turn that the bot did not put there; null where nothing does. The bot's own is what it renders of the
 * same reply beside a harmless word: every element with the names of its attributes, in order.
 */
export function markupFault(markup: string, { respond, knowledge }: Bot, message: Message, memory: unknown): string | null {
  const turn = respond(message, parseMemory(memory));
  const context = { phrases: knowledge.phrases.web as WebPhrases, memory: turn.memory };
  const own = elementsOf(renderTurn('staj', turn.reply, context).markup);
  const found = elementsOf(markup);
  const foreign = found.find((element, n) => element !== own[n]);
  if (foreign !== undefined) return `<${foreign}> is not of the bot's making`;
  return found.length === own.length ? null : `${own.length - found.length} elements are missing`;
}

/** `p class tabindex` for each element. */
export function elementsOf(markup: string): string[] {
  const elements: string[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => elements.push([name, ...Object.keys(attributes)].join(' ')) });
  parser.end(markup);
  return elements;
}

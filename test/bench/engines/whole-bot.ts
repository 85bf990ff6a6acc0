import { loadBot } from '../../../bot/bot.js';
import { NO_MEMORY } from '../../../bot/conversation/memory.js';
import type { Engine } from './engine.js';

/** This bot as people meet it: its own knowledge base, as the build stored it, and whole replies. */
export async function load(): Promise<Engine> {
  const { respond } = await loadBot();
  return {
    top: (text) => {
      const { entry, suggestions } = respond({ text }, NO_MEMORY).reply;
      return entry ?? suggestions[0] ?? null;
    },
  };
}

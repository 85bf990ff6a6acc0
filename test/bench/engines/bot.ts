import { loadBot } from '../../../bot/bot.js';
import type { Corpus, Engine } from './engine.js';

/** The matcher of this bot alone, as the other engines know neither facts nor rules. */
export async function load({ folder }: Corpus): Promise<Engine> {
  const { matcher } = (await loadBot({ knowledgeDir: folder })).deps;
  return { top: (text) => matcher.match(text, {}).ranked[0]?.entry ?? null };
}

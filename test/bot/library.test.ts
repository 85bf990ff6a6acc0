import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Bot, loadBot } from '../../bot/bot.js';
import { NO_MEMORY } from '../../bot/conversation/memory.js';
import { FIGURES, labelledSchema, score, sum } from '../../bot/evaluation/score.js';
import { rootPath } from '../../bot/root.js';

describe('another knowledge base: an English library, nothing but questions with answers and variants', () => {
  const messages = labelledSchema.parse(parse(readFileSync(rootPath('test', 'library', 'messages.yaml'), 'utf8')));
  let bot: Bot;
  beforeAll(async () => {
    bot = await loadBot({ knowledgeDir: rootPath('test', 'library') });
  });

  const ask = (text: string) => bot.respond({ text }, NO_MEMORY).reply;

  test('loads, with ids of any kind', () => {
    expect(bot.knowledge.entries).toHaveLength(20);
    expect(bot.knowledge.entries.map(({ id }) => id)).toEqual(expect.arrayContaining(['Q_07', 'renew-loan']));
  });

  test('is answered from and refuses sensibly, though nothing shows it what to refuse', () => {
    const figures = sum(messages.map((item) => score(item, ask(item.text))));
    const percent = Object.fromEntries(FIGURES.map((name) => [name, (100 * figures[name].hits) / figures[name].total]));
    expect(percent.answered).toBeGreaterThanOrEqual(85);
    expect(percent['wrong-entry']).toBeLessThanOrEqual(5);
    expect(percent.refused).toBeGreaterThanOrEqual(90);
  });

  test('gives the answer itself, cited, and decides nothing', () => {
    const { kind, entry, outcomes, missing, citations, reply } = ask('can i extend the loan online');
    expect({ kind, entry, outcomes, missing }).toEqual({ kind: 'answer', entry: 'renew-loan', outcomes: [], missing: [] });
    expect(reply).toContain(citations[0]?.quote);
  });

  test('dates and Turkish words in it are no facts', () => {
    expect(ask('staj 3-28 Ağustos sigorta').facts).toEqual([]);
  });

  test('what resembles nothing is unlikely', () => {
    expect(bot.deps.matcher.match('xyzzy plugh', {}).ranked[0]?.probability).toBeLessThan(0.3);
  });
});

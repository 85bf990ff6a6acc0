import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Bot } from '../../bot/bot.js';
import { realBot } from '../real-bot.js';

describe('search while typing', () => {
  let bot: Bot;
  const found = (query: string, limit = 5) => bot.search(query, limit).map(({ id }) => id);

  beforeAll(async () => {
    bot = await realBot();
  }, 120_000);

  test('shows the first questions, in order, before anything telling is typed', () => {
    const first = bot.knowledge.entries.slice(0, 5).map(({ id }) => id);
    for (const query of ['', '  ', 's', '((', '…']) expect(found(query)).toEqual(first);
  });

  test.each([
    ['ipt', 'staj-iptali'],
    ['iki st', 'iki-staj'],
    ['resmi y', 'resmi-yazi'],
    ['kariyer merkez', 'kariyer-merkezi-gorevleri'],
    ['DÖNEM', 'ders-donemi'],
    ['zorunlu sayil', 'zorunlu-staj-sayilma'],
  ])('half a word is enough: "%s"', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  test('a misspelt word finds what the right one finds', () => {
    expect(found('sgorta')).toEqual(found('sigorta'));
  });

  test('what is about something else finds nothing', () => {
    expect(found('hava durumu')).toEqual([]);
  });

  test('never gives more than asked for, and nothing twice', () => {
    const all = found('staj', 50);
    expect(new Set(all).size).toBe(all.length);
    expect(found('staj', 2)).toEqual(all.slice(0, 2));
  });

  test('whole questions and the first half of them lead to the right answer', () => {
    const file = new URL('../eval/centre-questions.yaml', `file://${__dirname}/`);
    const messages = (parse(readFileSync(file, 'utf8')) as { text: string; accept: string[] }[]).filter(({ accept }) => accept.length > 0);
    const share = (part: number) =>
      messages.filter(({ text, accept }) => found(text.slice(0, text.length * part)).some((id) => accept.includes(id))).length /
      messages.length;
    expect(share(1)).toBeGreaterThan(0.95);
    expect(share(0.6)).toBeGreaterThan(0.9);
  });
});

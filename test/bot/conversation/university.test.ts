import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { NO_MEMORY } from '../../../bot/conversation/memory.js';
import { respond } from '../../../bot/conversation/respond.js';
import { rootPath } from '../../../bot/root.js';
import { universitySchema } from '../../../knowledge/schema.js';
import { realBot } from '../../real-bot.js';

describe("the university's own file", () => {
  const university = universitySchema.parse(parse(readFileSync(rootPath('knowledge', 'university.example.yaml'), 'utf8')));
  const ask = async (text: string) => {
    const { deps } = await realBot();
    return respond({ text }, NO_MEMORY, { ...deps, knowledge: { ...deps.knowledge, university } });
  };

  test('fills in the term, so that it need not be asked', async () => {
    const { reply } = await ask('stajım 14 Eylül - 9 Ekim, derslerle çakışıyor mu');
    expect(reply).toMatchObject({ outcomes: ['term-overlap'], missing: [], details: { shortenedEnd: '2020-10-04' } });
  });

  test('is marked as its own wherever it is shown, and its regulation is linked', async () => {
    const { reply } = await ask('stajım 14 Eylül - 9 Ekim, derslerle çakışıyor mu');
    const understood = reply.blocks.find((block) => block.type === 'understood');
    expect(understood?.facts.find(({ id }) => id === 'term.from')?.note).toContain(university.name);
    expect(reply.blocks.find((block) => block.type === 'text' && block.own)).toMatchObject({ link: { url: university.regulation?.url } });
  });

  test('is not remembered as if the person had said it', async () => {
    const { memory } = await ask('stajım 14 Eylül - 9 Ekim, derslerle çakışıyor mu');
    expect(Object.keys(memory.facts).filter((id) => id.startsWith('term.'))).toEqual([]);
  });

  test('gives way to what the person says', async () => {
    const { reply } = await ask('stajım 14 Eylül - 9 Ekim, dersler 12 Ekimde başlıyor, çakışıyor mu');
    expect(reply.outcomes).toEqual(['no-term-overlap']);
  });

  test('is shown where a subject is left to it, and not where it could not know', async () => {
    const own = async (text: string) => (await ask(text)).reply.blocks.filter((block) => block.type === 'text' && block.own).length;
    expect(await own('staj defterimi nasıl dolduracağım')).toBe(university.units.length);
    expect(await own('yarın hava nasıl olacak')).toBe(0);
  });
});

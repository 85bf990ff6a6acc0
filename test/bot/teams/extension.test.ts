import Fastify, { type FastifyInstance } from 'fastify';
import type { Bot } from '../../../bot/bot.js';
import { teamsEndpoint } from '../../../bot/teams/endpoint.js';
import { realBot } from '../../real-bot.js';
import { activity, post } from './connector.js';

interface Found {
  readonly content: { readonly type: string; readonly body: object[] };
  readonly preview: { readonly content: { readonly title: string; readonly text: string } };
}

describe('the message extension', () => {
  let bot: Bot;
  let server: FastifyInstance;
  const invoke = async (name: string, value: object) => {
    const response = await post(server, activity('http://127.0.0.1:9', { type: 'invoke', name, value }));
    expect(response.statusCode).toBe(200);
    return response.json().composeExtension;
  };
  const search = (query: string, queryOptions: object = { skip: 0, count: 25 }) =>
    invoke('composeExtension/query', { commandId: 'searchFaq', parameters: [{ name: 'query', value: query }], queryOptions });
  const titles = (attachments: Found[]) => attachments.map(({ preview }) => preview.content.title);
  const labelOf = (id: string) => bot.knowledge.entries.find((entry) => entry.id === id)?.label;

  beforeAll(async () => {
    bot = await realBot();
    server = Fastify();
    teamsEndpoint({ bot, settings: { credentials: null, domain: 'staj.example.edu.tr' } })(server);
  }, 120_000);
  afterAll(() => server.close());

  test('shows the first questions before anything is typed', async () => {
    const initial = await invoke('composeExtension/query', {
      commandId: 'searchFaq',
      parameters: [{ name: 'initialRun', value: 'true' }],
      queryOptions: { skip: 0, count: 5 },
    });
    expect(initial).toMatchObject({ type: 'result', attachmentLayout: 'list' });
    expect(titles(initial.attachments)).toEqual(bot.knowledge.entries.slice(0, 5).map(({ label }) => label));
  });

  test.each([
    ['half a word', 'ipt', 'staj-iptali'],
    ['a misspelt word', 'sgorta', 'tekrar-staj-sigorta'],
    ['capitals without dots', 'ISVEREN', 'isveren-bildirimi'],
    ['a whole question', 'stajım okulun açıldığı haftaya sarkıyor ne yapayım', 'ders-donemi'],
    ['words of the answer', '3308', 'zorunlu-staj-yok'],
  ])('finds by %s', async (_name, query, id) => {
    expect(titles((await search(query)).attachments)).toContain(labelOf(id));
  });

  test('inserts the answer as a card with its source and page, and without buttons that ask', async () => {
    const [first] = (await search('iptal')).attachments as Found[];
    expect(first?.content.type).toBe('AdaptiveCard');
    const card = JSON.stringify(first?.content);
    expect(card).toContain('9. soru');
    expect(card).toContain('https://staj.example.edu.tr/s/staj-iptali');
    expect(card).not.toContain('Action.Submit');
  });

  test('goes on where the last page ended', async () => {
    const all = titles((await search('staj')).attachments);
    const page = titles((await search('staj', { skip: 2, count: 2 })).attachments);
    expect(page).toEqual(all.slice(2, 4));
  });

  test('says so where nothing is found', async () => {
    expect(await search('zzzz qqqq')).toEqual({ type: 'message', text: bot.knowledge.phrases.teams?.noResults });
  });

  test.each(["'", '!^$|=', '*'.repeat(5000), '"__proto__"', '\u202e'])('%s breaks nothing', async (query) => {
    expect(['result', 'message']).toContain((await search(query)).type);
  });

  test('unfolds a link to one of its own pages, also before it is installed', async () => {
    for (const name of ['composeExtension/queryLink', 'composeExtension/anonymousQueryLink']) {
      const { attachments } = await invoke(name, { url: 'https://staj.example.edu.tr/s/staj-iptali?utm=x' });
      expect(titles(attachments)).toEqual([labelOf('staj-iptali')]);
    }
  });

  test.each(['https://example.com/s/staj-iptali', 'https://staj.example.edu.tr/', 'https://staj.example.edu.tr/s/nonsense', 'nonsense', 7])(
    'leaves %s alone',
    async (url) => {
      expect((await invoke('composeExtension/queryLink', { url })).attachments).toEqual([]);
    },
  );
});

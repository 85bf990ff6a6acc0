import type { FastifyInstance } from 'fastify';
import { type Bot, loadBot } from '../../../bot/bot.js';
import { TEAMS_PHRASES } from '../../../bot/teams/phrases.js';
import { activity, type Connector, closeConnectors, post, startConnector, startServer } from './connector.js';

describe('the bot itself, in Teams', () => {
  let bot: Bot;
  let server: FastifyInstance;
  let channel: Connector;
  const say = async (rest: object) => {
    expect((await post(server, activity(channel.serviceUrl, rest))).statusCode).toBe(200);
    return channel.sent.at(-1);
  };

  beforeAll(async () => {
    bot = await loadBot();
  }, 120_000);
  beforeEach(async () => {
    channel = await startConnector();
    server = startServer(bot);
  });
  afterEach(async () => {
    await server.close();
    await closeConnectors();
  });

  test('has every phrase that Teams needs', () => {
    expect(Object.keys(bot.knowledge.phrases.teams ?? {})).toEqual(expect.arrayContaining([...TEAMS_PHRASES]));
  });

  test('answers how to cancel an accepted internship, with its citation', async () => {
    const sent = await say({ text: 'kabul ettiğim stajı iptal etmek istiyorum' });
    expect(sent?.text).toContain('Kariyer Kapısı');
    expect(sent?.text).toContain('[1]');
    const [claim] = sent?.entities?.[0].citation ?? [];
    const official = bot.knowledge.entries.find(({ id }) => id === 'staj-iptali');
    expect(official?.answer.join(' ')).toContain(claim.appearance.abstract.replace(/…$/, ''));
    expect(JSON.stringify(sent)).not.toContain('AIGeneratedContent');
  });

  test('decides a case, and the next message may speak of it', async () => {
    const sent = await say({ text: '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var' });
    expect(sent?.text).toMatch(/24.{1,10}28 Ağustos/);
  });

  test('welcomes with its topics, and a topic pressed is answered', async () => {
    const welcome = await say({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
    const topics = [...JSON.stringify(welcome?.attachments).matchAll(/"entry":"([^"]+)"/g)].map(([, entry]) => entry);
    expect(topics).toHaveLength(bot.knowledge.entries.length);
    const sent = await say({ value: { entry: topics[0] } });
    expect(sent?.text).toContain('[1]');
  });

  const odd = [
    'yardım',
    'konular',
    'baştan',
    'asdf',
    '🙂',
    '<script>alert(1)</script>',
    "'; DROP TABLE x;--",
    'Привет',
    'a'.repeat(10_000),
  ];
  test.each(odd.map((text) => [text.slice(0, 25), text]))('has something to say to %s', async (_name, text) => {
    const sent = await say({ text });
    expect(`${sent?.text}${sent?.attachments?.length ?? ''}`).not.toBe('');
    expect(JSON.stringify(sent)).not.toContain('<script>');
  });
});

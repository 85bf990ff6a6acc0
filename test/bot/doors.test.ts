import { spawnSync } from 'node:child_process';
import type { FastifyInstance } from 'fastify';
import type { Bot } from '../../bot/bot.js';
import { contractOf } from '../../bot/cli/contract.js';
import { NO_MEMORY } from '../../bot/conversation/memory.js';
import type { Reply } from '../../bot/conversation/reply.js';
import { rootPath } from '../../bot/root.js';
import { createWebServer } from '../../bot/web/server.js';
import { realBot } from '../real-bot.js';
import { activity, type Connector, closeConnectors, post, startConnector, startServer } from './teams/connector.js';

describe('web, Teams and terminal say the same', () => {
  let bot: Bot;
  let web: FastifyInstance;
  let teams: FastifyInstance;
  let channel: Connector;

  beforeAll(async () => {
    bot = await realBot();
    web = await createWebServer({ bot, production: false });
    teams = startServer(bot);
    channel = await startConnector();
  });
  afterAll(async () => {
    await Promise.all([web.close(), teams.close()]);
    await closeConnectors();
  });

  test.each([
    ['kabul ettiğim stajı iptal etmek istiyorum'],
    ['3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var'],
    ['bölümümde zorunlu staj yok, sigortamı kim yapar'],
    ['staj ücreti ne kadar'],
  ])('to "%s"', async (text) => {
    const expected = contractOf(bot.respond({ text }, NO_MEMORY).reply);

    const {
      memory: _memory,
      blocks: _blocks,
      ...fromWeb
    } = (await web.inject({ method: 'POST', url: '/api/chat', payload: { text } })).json();
    expect(fromWeb).toEqual(expected);

    const { stdout } = spawnSync(process.execPath, [rootPath('dist', 'bundle', 'cli', 'ask.js'), '--json', text], { encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual(expected);

    expect((await post(teams, activity(channel.serviceUrl, { text }))).statusCode).toBe(200);
    const sent = channel.sent.at(-1);
    expect(sent?.text).toContain(firstSentence(expected));
    expect(sent?.entities?.[0]?.citation?.length ?? 0).toBe(expected.citations.length);
  });

  function firstSentence({ reply }: Pick<Reply, 'reply'>): string {
    return reply.replace(/^[^:\n]*staj: /, '').split('.')[0] ?? reply;
  }
});

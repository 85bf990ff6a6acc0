import type { FastifyInstance } from 'fastify';
import { NO_MEMORY } from '../../../../bot/conversation/memory.js';
import { observedBot } from '../../../../bot/observe.js';
import { createMetrics } from '../../../../bot/web/ops/metrics.js';
import { together } from '../../../../bot/web/ops/request-log.js';
import { createWebServer } from '../../../../bot/web/server.js';
import { fakeBot } from '../fake-bot.js';

const TOKEN = 'a-token-of-sixteen-letters';
const servers: FastifyInstance[] = [];

async function startServer(rest: Partial<Parameters<typeof createWebServer>[0]> = {}): Promise<FastifyInstance> {
  const server = await createWebServer({ bot: fakeBot(), production: false, ...rest });
  servers.push(server);
  return server;
}

afterAll(() => Promise.all(servers.map((server) => server.close())));

test('/healthz says that the process answers', async () => {
  const { statusCode, body } = await (await startServer()).inject('/healthz');
  expect([statusCode, JSON.parse(body)]).toEqual([200, { status: 'ok' }]);
});

test('/readyz says that it takes work, until it was told to stop', async () => {
  let stopping = false;
  const server = await startServer({ isStopping: () => stopping });
  expect((await server.inject('/readyz')).statusCode).toBe(200);
  stopping = true;
  const { statusCode, body } = await server.inject('/readyz');
  expect([statusCode, JSON.parse(body)]).toEqual([503, { status: 'stopping' }]);
  expect((await server.inject('/s')).statusCode).toBe(200);
});

describe('/metrics', () => {
  test('counts turns, refusals, thumbs, requests and errors, with no word of a person', async () => {
    const metrics = createMetrics(0.25);
    const server = await startServer({
      bot: observedBot(fakeBot(), 'web', [metrics.observer]),
      metrics: { metrics, token: TOKEN },
      onFeedback: metrics.observer.onFeedback,
    });
    await server.inject({ method: 'POST', url: '/api/chat', payload: { text: 'gizli sözüm stajı iptal' } });
    await server.inject({ method: 'POST', url: '/api/chat', payload: { text: 'bambaşka' } });
    await server.inject('/s/gizli-yol?ara=gizli');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const comment of ['', '&comment=gizli'])
      await server.inject({ method: 'POST', url: '/geri-bildirim', headers: form, payload: `liked=no&kind=answer${comment}` });
    const { headers, body } = await server.inject({ url: '/metrics', headers: { authorization: `Bearer ${TOKEN}` } });
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('bot_turns_total{channel="web",kind="answer"} 1');
    expect(body).toContain('bot_turns_total{channel="web",kind="none"} 1');
    expect(body).toContain('bot_refusals_total{channel="web"} 1');
    expect(body).toContain('bot_feedback_total{channel="web",liked="false"} 1');
    expect(body).toContain('bot_knowledge_load_seconds 0.25');
    expect(body).toMatch(/http_request_seconds_count\{route="none",method="GET",status="404"\} 1/);
    expect(body).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(body).not.toContain('gizli');
  });

  test('is shown to whoever shows the token, and is not there without one', async () => {
    const metrics = createMetrics(0);
    const closed = await startServer({ metrics: { metrics, token: TOKEN } });
    for (const authorization of ['', 'Bearer ', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`])
      expect((await closed.inject({ url: '/metrics', headers: { authorization } })).statusCode).toBe(401);
    const none = await startServer({ metrics: { metrics: createMetrics(0), token: undefined } });
    expect((await none.inject({ url: '/metrics', headers: { authorization: 'Bearer undefined' } })).statusCode).toBe(404);
  });
});

test('every request has a line with its id, and no address, question or client in it', async () => {
  const written: string[] = [];
  const server = await startServer({ requestLog: { write: (line) => written.push(line) } });
  const { headers } = await server.inject({ url: '/s?ara=gizli', remoteAddress: '192.0.2.7', headers: { 'user-agent': 'gizli' } });
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(written).toHaveLength(1);
  expect(JSON.parse(written[0] ?? '')).toMatchObject({ reqId: headers['x-request-id'], route: '/s', method: 'GET', status: 200 });
  expect(written.join('')).not.toMatch(/gizli|192\.0\.2\.7/);
});

test('lines of one moment are written in one piece, in order, and none is held longer', async () => {
  const written: string[] = [];
  const lines = together({ write: (piece) => written.push(piece) });
  for (const line of ['one\n', 'two\n']) lines.write(line);
  expect(written).toEqual([]);
  await new Promise(setImmediate);
  expect(written).toEqual(['one\ntwo\n']);
  lines.write('three\n');
  await new Promise(setImmediate);
  expect(written).toEqual(['one\ntwo\n', 'three\n']);
});

test('an observer hears of every turn with the time it took, and changes nothing', () => {
  const heard: unknown[] = [];
  const bot = fakeBot();
  const observed = observedBot(bot, 'teams', [{ onTurn: (turn) => heard.push(turn), onFeedback: () => undefined }]);
  const turn = observed.respond({ text: 'stajı iptal' }, NO_MEMORY);
  expect(turn).toEqual(bot.respond({ text: 'stajı iptal' }, NO_MEMORY));
  expect(heard).toEqual([{ channel: 'teams', message: { text: 'stajı iptal' }, reply: turn.reply, milliseconds: expect.any(Number) }]);
});

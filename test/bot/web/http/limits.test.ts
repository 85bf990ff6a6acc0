import type { FastifyInstance } from 'fastify';
import { clientOf } from '../../../../bot/web/http/limits.js';
import { createWebServer } from '../../../../bot/web/server.js';
import { fakeBot } from '../fake-bot.js';

const servers: FastifyInstance[] = [];

async function startServer(limits: { client: number; all: number }, trustedProxies: string[] = []): Promise<FastifyInstance> {
  const server = await createWebServer({
    bot: fakeBot(),
    production: false,
    limits,
    trustedProxies,
    plugins: [(scope) => void scope.post('/api/messages', async () => 'ok')],
  });
  servers.push(server);
  return server;
}

afterAll(() => Promise.all(servers.map((server) => server.close())));

const statuses = async (server: FastifyInstance, count: number, request: object = {}) => {
  const found: number[] = [];
  for (let at = 0; at < count; at += 1) found.push((await server.inject({ url: '/s', remoteAddress: '192.0.2.1', ...request })).statusCode);
  return found;
};

test('whoever asks too often is told when to come again, in words', async () => {
  const server = await startServer({ client: 2, all: 100 });
  expect(await statuses(server, 3)).toEqual([200, 200, 429]);
  const { headers, body } = await server.inject({ url: '/api/chat/schema.json', remoteAddress: '192.0.2.1' });
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
  expect(JSON.parse(body)).toMatchObject({ status: 429, detail: expect.stringContaining('Biraz bekleyip') });
  const page = await server.inject({ url: '/s', remoteAddress: '192.0.2.1', headers: { accept: 'text/html' } });
  expect([page.statusCode, page.body.includes('<h1>Kısa sürede çok istek geldi</h1>')]).toEqual([429, true]);
});

test('each client has a count of its own, an IPv6 network together', async () => {
  const server = await startServer({ client: 1, all: 100 });
  expect(await statuses(server, 2)).toEqual([200, 429]);
  expect(await statuses(server, 1, { remoteAddress: '192.0.2.2' })).toEqual([200]);
  expect(await statuses(server, 1, { remoteAddress: '2001:db8:1:2::1' })).toEqual([200]);
  expect(await statuses(server, 1, { remoteAddress: '2001:db8:1:2:ffff::9' })).toEqual([429]);
  expect(clientOf('2001:db8::1')).toBe('2001:db8:0:0');
  expect(clientOf('::ffff:192.0.2.1')).toBe('::ffff:192.0.2.1');
});

test('all together have one too', async () => {
  const server = await startServer({ client: 100, all: 2 });
  const found = [];
  for (let at = 1; at <= 3; at += 1) found.push(...(await statuses(server, 1, { remoteAddress: `192.0.2.${at}` })));
  expect(found).toEqual([200, 200, 429]);
});

test('what a request says of its address is believed of a known proxy alone', async () => {
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const open = await startServer({ client: 1, all: 100 });
  expect([...(await statuses(open, 1, from('198.51.100.1'))), ...(await statuses(open, 1, from('198.51.100.2')))]).toEqual([200, 429]);
  const behind = await startServer({ client: 1, all: 100 }, ['192.0.2.0/24']);
  expect([...(await statuses(behind, 1, from('198.51.100.1'))), ...(await statuses(behind, 1, from('198.51.100.2')))]).toEqual([200, 200]);
  expect(await statuses(behind, 1, from('198.51.100.2'))).toEqual([429]);
});

test('files that are kept for ever and the questions of the operator are free', async () => {
  const server = await startServer({ client: 1, all: 1 });
  const [, style = ''] = /href="(\/assets\/[^"]+\.css)"/.exec((await server.inject('/')).body) ?? [];
  for (const url of [style, style, '/healthz', '/readyz']) expect((await server.inject(url)).statusCode).toBe(200);
});

test('Teams, where all come from one address, is counted with all only', async () => {
  const server = await startServer({ client: 1, all: 3 });
  expect(await statuses(server, 4, { method: 'POST', url: '/api/messages', payload: {} })).toEqual([200, 200, 200, 429]);
});

test('while the loop is late everybody is refused at once, and told to come again', async () => {
  const server = await startServer({ client: 1000, all: 1000 });
  await server.listen({ port: 0, host: '127.0.0.1' });
  let refused = await server.inject('/s');
  for (let at = 0; at < 5 && refused.statusCode !== 503; at += 1) {
    const busyUntil = performance.now() + 1500;
    while (performance.now() < busyUntil);
    await new Promise((resolve) => setTimeout(resolve, 20));
    refused = await server.inject('/s');
  }
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '10']);
  expect((await server.inject('/healthz')).statusCode).toBe(200);
});

import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import type { Bot } from '../../../bot/bot.js';
import { createWebServer } from '../../../bot/web/server.js';
import { fakeBot } from './fake-bot.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const BROWSER = { accept: 'text/html,application/xhtml+xml' };
let server: FastifyInstance;

beforeAll(async () => {
  server = await createWebServer({ bot: fakeBot(), production: false });
});
afterAll(() => server.close());

describe('every response', () => {
  test.each(['/', '/healthz', '/api/chat', '/yok', '/%zz'])('to %s carries the security headers and no cookie', async (url) => {
    const { headers } = await server.inject(url);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['content-security-policy']).toMatch(/base-uri 'none'; frame-ancestors 'none'$/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('in production says that the site stands behind TLS', async () => {
    const production = await createWebServer({ bot: fakeBot(), production: true });
    expect((await production.inject('/')).headers['strict-transport-security']).toMatch(/^max-age=\d+$/);
    await production.close();
  });
});

test('/healthz says ok', async () => {
  const { statusCode, body } = await server.inject('/healthz');
  expect([statusCode, JSON.parse(body)]).toEqual([200, { status: 'ok' }]);
});

test('an unknown address gets a Turkish page in a browser and a problem elsewhere', async () => {
  const page = await server.inject({ url: '/yok', headers: BROWSER });
  expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  expect(page.body).toContain('Sayfa bulunamadı');
  expect(page.body).toContain('<form class="search" role="search" action="/s">');
  const problem = await server.inject({ url: '/api/yok', headers: BROWSER });
  expect([problem.statusCode, problem.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  expect((await server.inject('/%zz')).statusCode).toBe(400);
});

test('style and script have hashed names and may be kept for ever', async () => {
  const { body } = await server.inject('/');
  const addresses = [...body.matchAll(/(?:href|src)="(\/assets\/(?:site|chat)\.[0-9a-f]{12}\.(?:css|js))"/g)].map(
    ([, address]) => address as string,
  );
  expect(addresses).toHaveLength(2);
  for (const url of addresses) {
    const plain = await server.inject(url);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const brotli = await server.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body);
    const gzip = await server.inject({ url, headers: { 'accept-encoding': 'gzip, br;q=0' } });
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
  }
});

test('a page that did not change is not sent again', async () => {
  for (const url of ['/', '/s', '/s/staj-iptali', '/paylas', '/gomulu', '/widget.js', '/api/chat/schema.json']) {
    const first = await server.inject(url);
    const again = await server.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } });
    expect([url, first.statusCode, again.statusCode, again.body]).toEqual([url, 200, 304, '']);
  }
});

test('a mark is compared as proxies change it, and given to nothing that must not be stored', async () => {
  const { headers } = await server.inject('/s');
  for (const asked of [`W/${headers.etag}`, `"x", ${headers.etag}`, '*'])
    expect((await server.inject({ url: '/s', headers: { 'if-none-match': asked } })).statusCode).toBe(304);
  expect((await server.inject({ url: '/s', headers: { 'if-none-match': '"x"' } })).statusCode).toBe(200);
  for (const url of ['/?soru=staj', '/healthz', '/yok', '/api/chat']) expect((await server.inject(url)).headers.etag).toBeUndefined();
  const turn = await server.inject({ method: 'POST', url: '/turn', headers: FORM, payload: 'text=staj' });
  expect(turn.headers.etag).toBeUndefined();
});

test.each(['/%', '/s/%E0%A4%A', `/s/${'a'.repeat(200)}`])('the malformed address %s gets a page in a browser', async (url) => {
  const { statusCode, headers, body } = await server.inject({ url, headers: BROWSER });
  expect(statusCode).toBeGreaterThanOrEqual(400);
  expect(statusCode).toBeLessThan(500);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(body).toContain('<h1>');
});

test('an error inside reaches the log, and the client only as a plain sentence', async () => {
  const errors: Error[] = [];
  const broken: Bot = {
    ...fakeBot(),
    respond: () => {
      throw new Error('secret detail');
    },
  };
  const failing = await createWebServer({ bot: broken, production: false, report: (error) => errors.push(error) });
  const json = await failing.inject({ method: 'POST', url: '/api/chat', payload: { text: 'x' } });
  const page = await failing.inject({ method: 'POST', url: '/', headers: { ...FORM, ...BROWSER }, payload: 'text=x' });
  expect([json.statusCode, page.statusCode]).toEqual([500, 500]);
  expect(json.body + page.body).not.toContain('secret');
  expect(errors.map((error) => error.message)).toEqual(['secret detail', 'secret detail']);
  await failing.close();
});

test('a plugin keeps its body parsers to itself', async () => {
  const joined = await createWebServer({
    bot: fakeBot(),
    production: false,
    plugins: [
      (scope) => {
        scope.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => done(null, body));
        scope.post('/api/messages', async (request) => request.body);
      },
    ],
  });
  const csv = (url: string) => joined.inject({ method: 'POST', url, headers: { 'content-type': 'text/csv' }, payload: 'a' });
  expect((await csv('/api/messages')).body).toBe('a');
  expect((await csv('/api/chat')).statusCode).toBe(415);
  await joined.close();
});

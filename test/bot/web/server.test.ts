import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import type { Bot } from '../../../bot/bot.js';
import { NO_MEMORY } from '../../../bot/conversation/memory.js';
import { createWebServer } from '../../../bot/web/server.js';
import { fakeBot } from './fake-bot.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const BROWSER = { accept: 'text/html,application/xhtml+xml' };
let server: FastifyInstance;

beforeAll(async () => {
  server = await createWebServer({ bot: fakeBot(), production: false });
});
afterAll(() => server.close());

const form = (fields: Record<string, string>, url = '/') =>
  server.inject({ method: 'POST', url, headers: FORM, payload: new URLSearchParams(fields).toString() });
const chat = (payload: string | object, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  server.inject({ method: 'POST', url: '/api/chat', headers, payload });

describe('the page', () => {
  test('welcomes with topics and a box, before any script', async () => {
    const { statusCode, body, headers } = await server.inject('/');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<html lang="tr">');
    expect(body).toContain('<button name="entry" value="iki-staj">');
    expect(body).toContain('<textarea id="text" name="text"');
  });

  test('answers a form with the question and the reply', async () => {
    const { statusCode, body } = await form({ text: 'kabul ettiğim stajı iptal etmek istiyorum', memory: JSON.stringify(NO_MEMORY) });
    expect(statusCode).toBe(200);
    expect(body).toContain('kabul ettiğim stajı iptal etmek istiyorum</span>');
    expect(body).toContain('9. soru');
  });

  test('names a topic by its label when its button was pressed', async () => {
    const { body } = await form({ entry: 'staj-iptali' });
    expect(body).toContain('dir="auto">Kabul ettiğim stajı iptal etmek</span>');
  });

  test('carries the memory from form to form, with "unknown" for dates left empty', async () => {
    const first = await form({ 'fact.internship1.from': '2020-08-03', 'fact.internship1.to': '', unknown: '1' });
    const [, memory = ''] = /name="memory" value="([^"]*)"/.exec(first.body) ?? [];
    expect(JSON.parse(memory.replaceAll('&quot;', '"')).facts).toEqual({ 'internship1.from': '2020-08-03', 'internship1.to': 'unknown' });
    const second = await form({ text: 'merhaba', memory: memory.replaceAll('&quot;', '"') });
    expect(second.body).toContain('2020-08-03');
  });

  test('opens with a question answered at /?soru=', async () => {
    const { body } = await server.inject(`/?soru=${encodeURIComponent('stajı iptal')}&soru=x`);
    expect(body).toContain('dir="auto">stajı iptal</span>');
    expect(body).toContain('9. soru');
    expect((await server.inject('/?soru=')).body).toContain('class="welcome"');
  });

  test.each([
    ['/gizlilik', 'Gizlilik', 'saklanmaz'],
    ['/kosullar', 'Kullanım koşulları', '2020'],
  ])('%s, which the Teams app links to, says what is kept and what is promised', async (url, title, words) => {
    const { statusCode, body } = await server.inject(url);
    expect(statusCode).toBe(200);
    expect(body).toContain(`<h2>${title}</h2>`);
    expect(body).toContain(words);
    expect((await server.inject('/')).body).toContain(`href="${url}"`);
  });

  test('opens with an official question answered at its own address', async () => {
    const { statusCode, body } = await server.inject('/s/staj-iptali');
    expect(statusCode).toBe(200);
    expect(body).toContain('9. soru');
    expect((await server.inject('/s/nonsense')).statusCode).toBe(404);
  });

  test.each(['', '   ', 'x'.repeat(10_000), '😀', '<script>alert(1)</script>', "'; DROP TABLE--", 'مرحبا', '\u0000\u001b[2J', '\ud800'])(
    'takes any text, such as %j, and never echoes it as markup',
    async (text) => {
      const { statusCode, body } = await form({ text });
      expect(statusCode).toBe(200);
      expect(body).not.toContain('<script>alert');
    },
  );

  test.each(['{', 'null', '[]', '"x"', '{"facts":7}', '{"__proto__":{"x":1}}'])('survives the memory %s', async (memory) => {
    expect((await form({ text: 'merhaba', memory })).statusCode).toBe(200);
  });

  test('the script gets the same turn, without the page around it', async () => {
    const { body } = await form({ text: 'stajı iptal' }, '/turn');
    expect(body).toMatch(/^<article class="turn" data-memory="/);
    expect((await form({ text: 'stajı iptal' })).body).toContain(body);
  });
});

describe('the endpoint /api/chat', () => {
  test('gives the fields of the reply and the memory', async () => {
    const { statusCode, headers, body } = await chat({ text: 'iki staj' });
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    const reply = JSON.parse(body);
    expect(Object.keys(reply)).toEqual(
      expect.arrayContaining([
        'kind',
        'entry',
        'entries',
        'outcomes',
        'missing',
        'suggestions',
        'details',
        'facts',
        'confidence',
        'reply',
        'citations',
        'memory',
      ]),
    );
    expect(reply.kind).toBe('question');
  });

  test('takes facts and goes on from the memory it gave', async () => {
    const first = JSON.parse((await chat({ facts: { 'internship1.from': '2020-08-03' } })).body);
    const second = JSON.parse((await chat({ text: 'merhaba', memory: first.memory })).body);
    expect(second.memory.facts).toEqual({ 'internship1.from': '2020-08-03' });
  });

  const JSON_TYPE = { 'content-type': 'application/json' };
  test.each([
    ['bad JSON', '{"text":', JSON_TYPE, 400],
    ['no body', '', JSON_TYPE, 400],
    ['a list', '[]', JSON_TYPE, 400],
    ['a string', '"x"', JSON_TYPE, 400],
    ['nothing to answer', '{}', JSON_TYPE, 400],
    ['a text that is a number', '{"text":5}', JSON_TYPE, 400],
    ['a prototype', '{"text":"x","__proto__":{"a":1}}', JSON_TYPE, 400],
    ['plain text', 'merhaba', { 'content-type': 'text/plain' }, 415],
    ['a form', 'text=merhaba', FORM, 415],
    ['more than 64 kB', JSON.stringify({ text: 'x'.repeat(70_000) }), JSON_TYPE, 413],
  ])('refuses %s with a problem that says what to change', async (_name, payload, headers, status) => {
    const response = await chat(payload, headers);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = JSON.parse(response.body);
    expect(problem).toMatchObject({ type: 'about:blank', status });
    expect(problem.detail).toMatch(/\p{L}{3,}.*\./u);
    expect(response.body).not.toMatch(/\bat .*:\d+|node_modules|Error/);
  });
});

describe('every response', () => {
  test.each(['/', '/healthz', '/api/chat', '/yok', '/%zz'])('to %s carries the security headers and no cookie', async (url) => {
    const { headers } = await server.inject(url);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
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
  const problem = await server.inject({ url: '/api/yok', headers: BROWSER });
  expect([problem.statusCode, problem.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  expect((await server.inject('/%zz')).statusCode).toBe(400);
});

test('style and script have hashed names and may be kept for ever', async () => {
  const { body } = await server.inject('/');
  const addresses = [...body.matchAll(/(?:href|src)="(\/assets\/chat\.[0-9a-f]{12}\.(?:css|js))"/g)].map(
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

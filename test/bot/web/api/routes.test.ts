import type { FastifyInstance } from 'fastify';
import { createWebServer } from '../../../../bot/web/server.js';
import { fakeBot } from '../fake-bot.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
let server: FastifyInstance;

beforeAll(async () => {
  server = await createWebServer({ bot: fakeBot(), production: false });
});
afterAll(() => server.close());

const chat = (payload: string | object, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  server.inject({ method: 'POST', url: '/api/chat', headers, payload });

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

describe('the endpoint for pages of other sites', () => {
  let open: FastifyInstance;
  beforeAll(async () => {
    open = await createWebServer({ bot: fakeBot(), production: false, settings: { apiHosts: ['www.ornek.edu.tr'] } });
  });
  afterAll(() => open.close());

  const from = (origin: string, headers: Record<string, string> = {}) => ({ origin, 'content-type': 'application/json', ...headers });
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };

  test('tells a browser that a site of the settings may call, without cookies', async () => {
    const asked = await open.inject({ method: 'OPTIONS', url: '/api/chat', headers: from('https://www.ornek.edu.tr', preflight) });
    expect(asked.statusCode).toBe(204);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': 'https://www.ornek.edu.tr',
      'access-control-allow-headers': 'content-type',
    });
    const answered = await open.inject({
      method: 'POST',
      url: '/api/chat',
      headers: from('https://www.ornek.edu.tr'),
      payload: { text: 'merhaba' },
    });
    expect(answered.headers['access-control-allow-origin']).toBe('https://www.ornek.edu.tr');
    expect(answered.headers['access-control-allow-credentials']).toBeUndefined();
  });

  test.each(['https://evil.example', 'http://www.ornek.edu.tr', 'null'])('tells it nothing about %s', async (origin) => {
    for (const request of [
      { method: 'OPTIONS', url: '/api/chat', headers: from(origin, preflight) },
      { method: 'POST', url: '/api/chat', headers: from(origin), payload: { text: 'merhaba' } },
    ] as const) {
      const { headers } = await open.inject(request);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('lets nobody in where no site is set', async () => {
    const { headers } = await server.inject({
      method: 'POST',
      url: '/api/chat',
      headers: from('https://www.ornek.edu.tr'),
      payload: { text: 'x' },
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('errors can be read by a page that may call', async () => {
    const { statusCode, headers } = await open.inject({
      method: 'POST',
      url: '/api/chat',
      headers: from('https://www.ornek.edu.tr'),
      payload: '{',
    });
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([400, 'https://www.ornek.edu.tr']);
  });
});

test('the schema of request, response and problem is served', async () => {
  const { headers, body } = await server.inject('/api/chat/schema.json');
  expect(headers['content-type']).toBe('application/schema+json; charset=utf-8');
  const schema = JSON.parse(body);
  expect(Object.keys(schema.$defs)).toEqual(['request', 'response', 'problem']);
  expect(schema.$defs.response.required).toContain('citations');
});

test.each(['GET', 'PUT', 'DELETE'] as const)('%s is told to be POST, and where the schema is', async (method) => {
  const { statusCode, headers, body } = await server.inject({ method, url: '/api/chat' });
  expect([statusCode, headers.allow]).toEqual([405, 'POST']);
  expect(JSON.parse(body)).toMatchObject({ status: 405, detail: expect.stringContaining('/api/chat/schema.json') });
});

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

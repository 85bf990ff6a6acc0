import type { FastifyInstance } from 'fastify';
import { NO_MEMORY } from '../../../../bot/conversation/memory.js';
import type { Feedback } from '../../../../bot/feedback.js';
import { createWebServer } from '../../../../bot/web/server.js';
import { fakeBot } from '../fake-bot.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
let server: FastifyInstance;

beforeAll(async () => {
  server = await createWebServer({ bot: fakeBot(), production: false });
});
afterAll(() => server.close());

const form = (fields: Record<string, string>, url = '/') =>
  server.inject({ method: 'POST', url, headers: FORM, payload: new URLSearchParams(fields).toString() });

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
    expect(body).toContain('dir="auto">Kabul edilen stajın iptali</span>');
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

  test.each(['/', '/turn'])('a form that says nothing the bot could take is told so in words, at %s', async (url) => {
    const facts = Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`fact.x${at}`, 'y']));
    const { statusCode, body } = await server.inject({
      method: 'POST',
      url,
      headers: { ...FORM, accept: 'text/html' },
      payload: new URLSearchParams(facts).toString(),
    });
    expect(statusCode).toBe(400);
    expect(body).toContain('Sayfayı yenileyip yeniden deneyin');
  });

  test('a form of another type is not told to be JSON', async () => {
    const { statusCode, body } = await server.inject({ method: 'POST', url: '/', headers: { 'content-type': 'text/csv' }, payload: 'a' });
    expect(statusCode).toBe(415);
    expect(body).toContain('form');
    expect(body).not.toContain('application/json');
  });
});

describe('the box while somebody types', () => {
  test('is offered the questions that fit, at most three', async () => {
    const { body } = await form({ text: 'staj' }, '/ara');
    expect(body.match(/<button name="entry"/g)).toHaveLength(3);
  });

  test('is offered nothing where nothing fits', async () => {
    expect((await form({ text: 'qqqq' }, '/ara')).body).toBe('');
    expect((await form({ text: '' }, '/ara')).body).toBe('');
  });
});

describe('a thumb', () => {
  let heard: Feedback[];
  let rated: FastifyInstance;
  beforeEach(async () => {
    heard = [];
    rated = await createWebServer({
      bot: fakeBot(),
      production: false,
      settings: { keptDays: 90 },
      onFeedback: (feedback) => heard.push(feedback),
    });
  });
  afterEach(() => rated.close());

  const rate = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    rated.inject({
      method: 'POST',
      url: '/geri-bildirim',
      headers: { ...FORM, ...headers },
      payload: new URLSearchParams(fields).toString(),
    });

  test('is handed on, thanked for, and may be explained', async () => {
    const { statusCode, body } = await rate({ liked: 'no', kind: 'answer', entry: 'staj-iptali' });
    expect(statusCode).toBe(200);
    expect(body).toContain('<textarea name="comment"');
    const explained = await rate({ liked: 'no', kind: 'answer', entry: 'staj-iptali', comment: 'Kısa olmalı.' });
    expect(explained.body).toContain('Notunuz alındı');
    expect(heard.map(({ comment, addition }) => [comment, addition])).toEqual([
      ['', undefined],
      ['Kısa olmalı.', true],
    ]);
  });

  test('brings the question along where questions are kept, and asks for no words where they are not', async () => {
    const kept = await rated.inject({ method: 'POST', url: '/turn', headers: FORM, payload: 'text=stajı iptal' });
    expect(kept.body).toContain('name="question" value="stajı iptal"');
    const forgetful = await createWebServer({ bot: fakeBot(), production: false });
    const turn = await forgetful.inject({ method: 'POST', url: '/turn', headers: FORM, payload: 'text=stajı iptal' });
    expect(turn.body).not.toContain('name="question"');
    const thanks = await forgetful.inject({ method: 'POST', url: '/geri-bildirim', headers: FORM, payload: 'liked=yes&kind=answer' });
    expect(thanks.body).not.toContain('<textarea name="comment"');
    await forgetful.close();
  });

  test('a word of blanks is not handed on', async () => {
    await rate({ liked: 'no', kind: 'answer', comment: '  ' });
    expect(heard).toEqual([]);
  });

  test('that says neither yes nor no, or comes from a page of another site, is refused', async () => {
    expect((await rate({ kind: 'answer' })).statusCode).toBe(400);
    expect((await rate({ liked: 'yes', kind: 'answer' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(400);
    expect(heard).toEqual([]);
  });

  test('its address alone leads back to the chat', async () => {
    const { statusCode, headers } = await rated.inject('/geri-bildirim');
    expect([statusCode, headers.location]).toEqual([303, '/']);
  });
});

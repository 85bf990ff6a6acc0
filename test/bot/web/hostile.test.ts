import fc from 'fast-check';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Bot } from '../../../bot/bot.js';
import type { Message } from '../../../bot/conversation/message.js';
import { createWebServer } from '../../../bot/web/server.js';
import { HOSTILE, HOSTILE_IDS } from '../../hostile/corpus.js';
import { bodyFault, elementsOf, markupFault } from '../../hostile/faults.js';
import { hostileMemory, hostileMessage } from '../../hostile/messages.js';
import { realBot } from '../../real-bot.js';

const RUNS = 200;
const errors: Error[] = [];
let bot: Bot;
let server: FastifyInstance;

beforeAll(async () => {
  bot = await realBot();
  server = await createWebServer({ bot, production: true, report: (error) => errors.push(error) });
});
afterEach(() => expect(errors).toEqual([]));
afterAll(() => server.close());

const postJson = (payload: string): Promise<LightMyRequestResponse> =>
  server.inject({ method: 'POST', url: '/api/chat', headers: { 'content-type': 'application/json' }, payload });

const postForm = (url: string, fields: Readonly<Record<string, string>>): Promise<LightMyRequestResponse> =>
  server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

describe('the page shows a hostile message as text', () => {
  test.each(Object.entries(HOSTILE))('of %s, and nothing in it becomes markup', async (_name, whole) => {
    // What a form carries: it knows no half characters. Length is the matter of another test.
    const text = whole.slice(0, 300).toWellFormed();
    const { statusCode, body } = await postForm('/turn', { text });
    expect(statusCode).toBe(200);
    expect(markupFault(body, bot, { text }, undefined)).toBeNull();
  });

  test('where it is an id that nobody knows', async () => {
    for (const entry of HOSTILE_IDS) {
      const { body } = await postForm('/turn', { entry });
      expect([entry, markupFault(body, bot, { entry }, undefined)]).toEqual([entry, null]);
    }
  });

  test('also in the whole page, by address and by form', async () => {
    for (const text of [HOSTILE.script, HOSTILE['attribute that runs'], HOSTILE['a textarea'], HOSTILE['an open tag']] as string[]) {
      const asked = await server.inject({ method: 'GET', url: `/?${new URLSearchParams({ soru: text })}` });
      const typed = await postForm('/', { text });
      const harmless = await postForm('/', { text: 'qqqq' });
      for (const { statusCode, body } of [asked, typed]) {
        expect(statusCode).toBe(200);
        expect(elementsOf(body).filter(isDangerous)).toEqual(elementsOf(harmless.body).filter(isDangerous));
      }
    }
  });

  test('put together by chance, with any memory', async () => {
    await fc.assert(
      fc.asyncProperty(hostileMessage, hostileMemory, async (message, memory) => {
        const { text } = message;
        if (text === undefined) return;
        const said = text.toWellFormed();
        const sent = JSON.stringify(memory ?? null);
        const { statusCode, body } = await postForm('/turn', { text: said, memory: sent });
        expect(statusCode).toBe(200);
        expect(markupFault(body, bot, { text: said }, JSON.parse(sent.toWellFormed()))).toBeNull();
      }),
      { numRuns: RUNS, seed: 11 },
    );
  });
});

describe('the endpoint for programs', () => {
  test('answers whatever message there is by its schema', async () => {
    await fc.assert(
      fc.asyncProperty(hostileMessage, hostileMemory, async (message: Message, memory) => {
        const response = await postJson(JSON.stringify({ ...message, memory }));
        // Keys that would reach a prototype are refused.
        if (response.statusCode === 400) expect(response.json().status).toBe(400);
        else expect([response.statusCode, bodyFault(response.json())]).toEqual([200, null]);
      }),
      { numRuns: RUNS, seed: 13 },
    );
  });

  const bombs: readonly (readonly [string, string])[] = [
    ['nested lists', '['.repeat(30_000) + ']'.repeat(30_000)],
    ['nested objects', `${'{"text":'.repeat(7000)}"x"${'}'.repeat(7000)}`],
    ['lists that never end', '['.repeat(60_000)],
    ['a nested memory', `{"text":"staj","memory":${'{"facts":'.repeat(6000)}1${'}'.repeat(6000)}}`],
    ['many facts', JSON.stringify({ facts: Object.fromEntries(Array.from({ length: 4000 }, (_, n) => [`f${n}`, 'x'])) })],
    ['a key many times', `{${'"text":"staj",'.repeat(4000)}"text":"staj"}`],
    ['a number without end', `{"text":${'9'.repeat(60_000)}}`],
    ['escapes', `{"text":"${'\\u0000'.repeat(10_000)}"}`],
    ['half an escape', '{"text":"\\ud83d"}'],
    ['a prototype', '{"__proto__":{"text":"staj"}}'],
    ['a constructor', '{"constructor":{"prototype":{"text":"staj"}}}'],
    ['a prototype in the memory', '{"text":"staj","memory":{"__proto__":{"facts":{}},"facts":{"__proto__":"x"}}}'],
    ['no object', 'null'],
    ['a text', '"staj"'],
    ['nothing', ''],
    ['a byte order mark', '\ufeff{"text":"staj"}'],
    ['more than is read', `{"text":"${'a'.repeat(70_000)}"}`],
  ];
  test.each(bombs)('takes or refuses %s, soon', async (_name, payload) => {
    const started = performance.now();
    const response = await postJson(payload);
    expect(performance.now() - started).toBeLessThan(1000);
    if (response.statusCode === 200) expect(bodyFault(response.json())).toBeNull();
    else {
      expect([400, 413]).toContain(response.statusCode);
      expect(response.json()).toMatchObject({ type: 'about:blank', status: response.statusCode });
    }
    expect(({} as Record<string, unknown>).text).toBeUndefined();
  });
});

test('a path that leads elsewhere finds nothing', async () => {
  const ids = [
    '../../package.json',
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    '....//package.json',
    '__proto__',
    'constructor',
  ];
  for (const folder of ['/s/', '/assets/', '/'])
    for (const id of [...ids, '%00', '%', '%ff', 'staj-iptali%00', '%E0%A4%A', `${'a'.repeat(3000)}`]) {
      const { statusCode, body } = await server.inject({ method: 'GET', url: folder + id });
      expect([folder + id, [400, 404, 414].includes(statusCode)]).toEqual([folder + id, true]);
      expect(body).not.toContain('devDependencies');
    }
});

/** Elements that load or run something, and handlers. */
function isDangerous(element: string): boolean {
  return /^(?:script|iframe|img|object|embed|style|link|base|meta)\b| on\w+/.test(element);
}

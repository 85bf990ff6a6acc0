import fc from 'fast-check';
import type { z } from 'zod';
import type { Memory } from '../../../../bot/conversation/memory.js';
import { parseMessage } from '../../../../bot/conversation/message.js';
import type { Reply } from '../../../../bot/conversation/reply.js';
import { requestSchema, responseSchema } from '../../../../bot/web/api/schema.js';
import { conversation, realBot } from '../../../real-bot.js';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;

// Fails to compile where the schema of the response and the types of the code differ.
const same: Same<Mutable<Reply & { memory: Memory }>, Mutable<z.infer<typeof responseSchema>>> = true;

test('the schema of the response has the fields and the types of the code', () => {
  expect(same).toBe(true);
});

const anything = fc.anything({ maxDepth: 2 });
const bodies = fc.oneof(
  anything,
  fc.record(
    {
      text: fc.oneof(fc.string(), anything),
      entry: fc.oneof(fc.string(), anything),
      facts: fc.oneof(fc.dictionary(fc.string(), fc.string()), anything),
      memory: fc.object(),
    },
    { requiredKeys: [] },
  ),
);

test('the schema of the request takes what the endpoint takes, and refuses what it refuses', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const sent = body !== undefined && JSON.stringify(body) !== undefined ? JSON.parse(JSON.stringify(body)) : null;
      expect(requestSchema.safeParse(sent).success).toBe(!('error' in parseMessage(sent)));
    }),
    { numRuns: 2000 },
  );
});

test('every kind of reply fits the schema of the response', async () => {
  const replies = await conversation(
    'merhaba',
    'kabul ettiğim stajı iptal etmek istiyorum',
    { facts: { 'internship1.reason': 'unknown' } },
    'baştan',
    '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var',
    'e-posta',
    'baştan',
    'iki stajım çakışıyor mu',
    'staj ücreti ne kadar',
    'staj',
  );
  expect(new Set(replies.map(({ kind }) => kind)).size).toBeGreaterThan(3);
  for (const reply of replies) expect(responseSchema.omit({ memory: true }).strict().parse(reply)).toEqual(reply);
});

test('the memory of a turn fits it too', async () => {
  const { respond } = await realBot();
  const { reply, memory } = respond(
    { text: '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var' },
    {
      facts: {},
      goals: [],
      topic: null,
      asked: [],
      offered: [],
    },
  );
  expect(responseSchema.strict().parse({ ...reply, memory })).toEqual({ ...reply, memory });
});

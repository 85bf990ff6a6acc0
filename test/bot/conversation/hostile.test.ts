import fc from 'fast-check';
import type { Bot } from '../../../bot/bot.js';
import type { Message } from '../../../bot/conversation/message.js';
import { HOSTILE, HOSTILE_IDS, HOSTILE_VALUES } from '../../hostile/corpus.js';
import { replyFault } from '../../hostile/faults.js';
import { hostileMemory, hostileMessage } from '../../hostile/messages.js';
import { nameOf, slowest, told } from '../../hostile/slowest.js';
import { realBot } from '../../real-bot.js';

/** A message of 2 000 characters takes some hundredths of a second; a machine may be busy. ms. */
const BOUND = 1000;
const RUNS = 1000;

describe('a hostile message', () => {
  const times = slowest(1);
  let bot: Bot;
  beforeAll(async () => {
    bot = await realBot();
  });
  afterAll(() => process.stderr.write(`slowest hostile message: ${times.list().map(told)}\n`));

  /** What is wrong with the reply or the time it took. */
  function fault(message: Message, memory?: unknown, name = nameOf(message)): string | null {
    const started = performance.now();
    const wrong = replyFault(bot, message, memory);
    const milliseconds = performance.now() - started;
    times.add({ name, characters: JSON.stringify(message).length, milliseconds });
    return wrong ?? (milliseconds > BOUND ? `took ${milliseconds} ms` : null);
  }

  test.each(Object.entries(HOSTILE))('of %s has a valid reply, soon', (name, text) => {
    expect(fault({ text }, undefined, name)).toBeNull();
  });

  test('that is an id nobody knows has a valid reply', () => {
    for (const entry of HOSTILE_IDS) expect([entry, fault({ entry })]).toEqual([entry, null]);
  });

  test('that is a fact nobody has has a valid reply', () => {
    for (const id of ['internship1.from', 'internship1.stage', ...HOSTILE_IDS])
      for (const value of HOSTILE_VALUES)
        expect([id, value, fault({ facts: Object.fromEntries([[id, value]]) })]).toEqual([id, value, null]);
  });

  test('put together by chance, with a forged memory, has a valid reply, soon', () => {
    fc.assert(
      fc.property(hostileMessage, hostileMemory, (message, memory) => fault(message, memory) === null),
      { numRuns: RUNS, seed: 7 },
    );
  });

  test('leaves nothing behind on the prototypes', () => {
    expect(fault({ text: '__proto__' }, JSON.parse('{"__proto__":{"facts":{"x":"y"}},"facts":{"__proto__":{"a":"b"}}}'))).toBeNull();
    expect(({} as Record<string, unknown>).facts).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

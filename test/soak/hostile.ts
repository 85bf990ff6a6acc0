import fc from 'fast-check';
import { loadBot } from '../../bot/bot.js';
import type { Message } from '../../bot/conversation/message.js';
import { HOSTILE } from '../hostile/corpus.js';
import { replyFault } from '../hostile/faults.js';
import { hostileMemory, hostileMessage } from '../hostile/messages.js';
import { nameOf, slowest, told } from '../hostile/slowest.js';
import type { Check } from './check.js';

/** Longer than this is out of proportion, whatever the message; ms. */
const BOUND = 1000;
/** So many of the turns asked for: 100 000 of a million. */
const SHARE = 0.1;

/** Messages put together by chance, and the corpus: no crash, only valid replies, none that takes long. */
export const hostile: Check = async ({ turns }) => {
  const bot = await loadBot();
  const times = slowest(5);
  const faults: string[] = [];
  let count = 0;

  const say = (message: Message, memory: unknown, name: string): void => {
    count += 1;
    const started = performance.now();
    const fault = faultOf(message, memory);
    const milliseconds = performance.now() - started;
    times.add({ name, characters: JSON.stringify(message).length, milliseconds });
    if (fault !== null) faults.push(`${name}: ${fault}`);
    else if (milliseconds > BOUND) faults.push(`${name}: ${milliseconds.toFixed(0)} ms`);
  };
  const faultOf = (message: Message, memory: unknown): string | null => {
    try {
      return replyFault(bot, message, memory);
    } catch (error) {
      return (error as Error).message;
    }
  };

  for (const [name, text] of Object.entries(HOSTILE)) say({ text }, undefined, name);
  const numRuns = Math.ceil(turns * SHARE);
  fc.assert(
    fc.property(hostileMessage, hostileMemory, (message, memory) => {
      say(message, memory, nameOf(message));
    }),
    { numRuns },
  );
  return {
    ok: faults.length === 0,
    numbers: `${count} messages, ${faults.length} faults${faults
      .slice(0, 3)
      .map((fault) => ` [${fault}]`)
      .join('')}; slowest ${times.list().map(told).join(', ')}`,
  };
};

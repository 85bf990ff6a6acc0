import { setTimeout as wait } from 'node:timers/promises';
import { loadBot } from '../../bot/bot.js';
import { type Client, createClient } from '../load/client.js';
import { conversationsOf, type Expected } from '../load/conversation.js';
import { median, quantile } from '../load/quantile.js';
import { evalTexts } from '../load/questions.js';
import { startProcess } from '../load/server-process.js';
import type { Check } from './check.js';
import { countWrong, createTally, listOfWrong, nameOf, type Tally } from './tally.js';

const CONNECTIONS = 2000;
const TURNS = 3;
/** A person reads before they write again; ms. With 2 000 of them that is about 100 turns a second. */
const READING = 20_000;
/** Where the server asks them to come again, they do, after as long as it says; so often at most. */
const MOST_TRIES = 20;

interface Load {
  readonly origin: string;
  readonly end: number;
  readonly tally: Tally;
  readonly times: number[];
  /** Times that the server, overloaded, asked to come again (503). */
  postponed: number;
}

/** Connections that are all kept open, each with a conversation of its own; every answer has to be the one the bot gives in process. */
export const connections: Check = async ({ seconds }) => {
  const bot = await loadBot();
  const conversations = conversationsOf(evalTexts(), CONNECTIONS, TURNS, bot);
  const server = await startProcess();
  const load: Load = { origin: server.origin, end: performance.now() + seconds * 1000, tally: createTally(), times: [], postponed: 0 };
  const clients = conversations.map(createClient);
  try {
    await Promise.all(conversations.map((conversation, n) => converse(conversation, n, clients[n] as Client, load)));
    const { tally, times } = load;
    return {
      ok: tally.wrong.size === 0 && tally.right >= CONNECTIONS,
      numbers:
        `${CONNECTIONS} connections, ${seconds} s: ${tally.right} answers, all compared; wrong or lost: ${listOfWrong(tally)}; asked to come again (503) ${load.postponed} times; ` +
        `median ${median(times).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms; server ${server.rss().toFixed(0)} MB`,
    };
  } finally {
    for (const client of clients) client.close();
    await server.stop('SIGKILL');
  }
};

/** Says the conversation again and again until time is up. */
async function converse(conversation: readonly Expected[], n: number, client: Client, load: Load): Promise<void> {
  // They do not all begin at once.
  await wait(((n * 997) % CONNECTIONS) * (Math.min(READING, (load.end - performance.now()) / 2) / CONNECTIONS));
  do {
    let memory: unknown;
    for (const turn of conversation) {
      await say(turn, memory, client, load);
      memory = turn.memory;
      const left = load.end - performance.now();
      if (left <= 0) return;
      await wait(Math.min(READING, left));
    }
  } while (performance.now() < load.end);
}

async function say({ text, body }: Expected, memory: unknown, client: Client, load: Load): Promise<void> {
  const { origin, tally, times } = load;
  const asked = performance.now();
  try {
    let answer = await client.post(`${origin}/api/chat`, { text, memory });
    for (let tries = 1; answer.status === 503 && tries < MOST_TRIES; tries++) {
      load.postponed += 1;
      await wait(Number(answer.retryAfter ?? 1) * 1000);
      answer = await client.post(`${origin}/api/chat`, { text, memory });
    }
    times.push(performance.now() - asked);
    if (answer.status !== 200) countWrong(tally, `status ${answer.status}`);
    else if (answer.body !== body) countWrong(tally, 'another answer');
    else tally.right += 1;
  } catch (error) {
    countWrong(tally, nameOf(error));
  }
}

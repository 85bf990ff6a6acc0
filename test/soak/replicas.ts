import { setTimeout as wait } from 'node:timers/promises';
import { loadBot } from '../../bot/bot.js';
import { type Client, createClient } from '../load/client.js';
import { conversationsOf, type Expected } from '../load/conversation.js';
import { evalTexts } from '../load/questions.js';
import { type ServerProcess, startProcess } from '../load/server-process.js';
import type { Check } from './check.js';
import { countWrong, createTally, listOfWrong, nameOf, type Tally } from './tally.js';

const PEOPLE = 20;
const TURNS = 3;
/** Between two turns of a person; ms. */
const READING = 300;
const MOST_TRIES = 40;

/** A proxy in a few lines: the next replica that says it is ready, another one where the connection is refused. */
interface Proxy {
  readonly origins: readonly string[];
  next: number;
  retried: number;
}

/** Two replicas are restarted one after the other while people talk: no conversation may notice. */
export const replicas: Check = async ({ seconds }) => {
  const conversations = conversationsOf(evalTexts(), 300, TURNS, await loadBot());
  const servers = [await startProcess(), await startProcess()];
  const proxy: Proxy = { origins: servers.map(({ origin }) => origin), next: 0, retried: 0 };
  const tally = createTally();
  let restarts = 0;
  let finished = 0;
  let stopping = false;
  const clients = Array.from({ length: PEOPLE }, createClient);
  try {
    const people = clients.map(async (client, n) => {
      for (let at = n; !stopping; at += PEOPLE) {
        await converse(conversations[at % conversations.length] as Expected[], client, proxy, tally);
        finished += 1;
      }
    });
    const end = performance.now() + seconds * 1000;
    do {
      await wait(1000);
      const at = restarts % servers.length;
      servers[at] = await restarted(servers[at] as ServerProcess);
      restarts += 1;
    } while (performance.now() < end || restarts < servers.length);
    stopping = true;
    await Promise.all(people);
    return {
      ok: tally.wrong.size === 0 && finished > 0,
      numbers: `${restarts} restarts under load: ${finished} conversations, ${tally.right} answers, all compared, ${proxy.retried} tries on another replica; failed: ${listOfWrong(tally)}`,
    };
  } finally {
    stopping = true;
    for (const client of clients) client.close();
    for (const server of servers) await server.stop('SIGKILL');
  }
};

async function restarted(server: ServerProcess): Promise<ServerProcess> {
  await server.stop('SIGTERM');
  return startProcess({ port: server.port });
}

async function converse(conversation: readonly Expected[], client: Client, proxy: Proxy, tally: Tally): Promise<void> {
  let memory: unknown;
  for (const turn of conversation) {
    try {
      const body = await throughProxy(client, proxy, { text: turn.text, memory });
      if (body === turn.body) tally.right += 1;
      else countWrong(tally, 'another answer');
    } catch (error) {
      countWrong(tally, nameOf(error));
    }
    memory = turn.memory;
    await wait(READING);
  }
}

async function throughProxy(client: Client, proxy: Proxy, message: object): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const origin = proxy.origins[proxy.next++ % proxy.origins.length] as string;
    if (await isReady(client, origin)) {
      try {
        const { status, body } = await client.post(`${origin}/api/chat`, message);
        if (status !== 200) throw new Error(`status ${status}`);
        return body;
      } catch (error) {
        if (nameOf(error) !== 'ECONNREFUSED') throw error;
      }
    }
    proxy.retried += 1;
    await wait(5);
  }
  throw new Error('no replica ready');
}

/** Refused, or a connection that the replica closes just now: it is not ready, and no turn was lost by asking. */
async function isReady(client: Client, origin: string): Promise<boolean> {
  return client.get(`${origin}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );
}

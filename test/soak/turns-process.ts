import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { loadBot } from '../../bot/bot.js';
import type { Message } from '../../bot/conversation/message.js';
import { questionLog, scrubberFor } from '../../bot/log/question-log.js';
import { observedBot } from '../../bot/observe.js';
import { createMetrics } from '../../bot/web/ops/metrics.js';
import { createWebServer } from '../../bot/web/server.js';
import { evalTexts } from '../load/questions.js';

/** Runs turns one after another and tells the process that forked it of its memory: so many turns, a sample each so many. */

export interface Sample {
  readonly turns: number;
  /** MB. */
  readonly rss: number;
  /** MB, after collecting garbage. */
  readonly heap: number;
  readonly seconds: number;
}

const MB = 1024 ** 2;
const ENTRIES = ['staj-iptali', 'iki-staj', 'ders-donemi', 'gec-belge', 'kabul-listesi', 'zorunlu-staj-yok'];
const FORM = { 'internship1.stage': 'accepted' };

const [count = 0, every = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'soak-turns-'));
try {
  await run(await server());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.disconnect?.();

/** As `bot/start.ts` puts it together, without Teams and limits. */
async function server(): Promise<FastifyInstance> {
  const bot = await loadBot();
  const metrics = createMetrics(0);
  const log = questionLog({ to: folder, days: 2 }, scrubberFor(bot.knowledge), (error) => {
    throw error;
  });
  return createWebServer({
    bot: observedBot(bot, 'web', [metrics.observer, log]),
    production: true,
    metrics: { metrics, token: undefined },
    requestLog: { write: () => undefined },
  });
}

async function run(inject: FastifyInstance): Promise<void> {
  const texts = evalTexts();
  const started = performance.now();
  let memory: unknown;
  for (let n = 1; n <= count; n++) {
    const message = messageAt(n, texts);
    // A conversation has four turns: typed, two buttons, a form.
    const payload = { ...message, ...(n % 4 !== 1 && { memory }) };
    const response = await inject.inject({ method: 'POST', url: '/api/chat', payload });
    if (response.statusCode !== 200) throw new Error(`turn ${n}: ${response.statusCode} ${response.body}`);
    memory = response.json().memory;
    if (n % every === 0) process.send?.(sample(n, started));
  }
}

/** Typed turns take by far the longest: a quarter is typed, or a million would take an hour. */
function messageAt(n: number, texts: readonly string[]): Message {
  if (n % 4 === 1) return { text: texts[Math.floor(n / 4) % texts.length] as string };
  return n % 4 === 0 ? { facts: FORM } : { entry: ENTRIES[n % ENTRIES.length] as string };
}

function sample(turns: number, started: number): Sample {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { turns, rss: rss / MB, heap: heapUsed / MB, seconds: (performance.now() - started) / 1000 };
}

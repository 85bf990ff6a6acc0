import type { Corpus, Engine } from './engines/engine.js';

/** Measures one engine on one corpus, in a process of its own so that memory is its own: a task comes as a message, a result goes back. */

const ENGINES = {
  bot: () => import('./engines/bot.js'),
  'whole-bot': () => import('./engines/whole-bot.js'),
  fuse: () => import('./engines/fuse.js'),
  minisearch: () => import('./engines/minisearch.js'),
  nlpjs: () => import('./engines/nlpjs.js'),
};
export type EngineName = keyof typeof ENGINES;

export interface Task {
  readonly engine: EngineName;
  readonly corpus: Corpus;
  /** Said first and not measured. */
  readonly warmUp: readonly string[];
  /** `accept` names the right entries; empty where none is. */
  readonly messages: readonly { readonly text: string; readonly accept: readonly string[] }[];
}

export interface Measured {
  /** Milliseconds for one message. */
  readonly median: number;
  readonly p99: number;
  /** Milliseconds until the first message can come: importing the code, parsing, indexing or training. */
  readonly load: number;
  /** Megabytes by which the process has grown then. */
  readonly memory: number;
  /** Percent of the messages with a right entry for which one came first. */
  readonly right: number;
}

/** What was measured, or in one line why it could not be. */
export type Result = Measured | { readonly failed: string };

/** Milliseconds: an engine that takes longer over the other messages is warm by then. */
const LONGEST_WARM_UP = 5000;

async function measure({ engine: name, corpus, warmUp, messages }: Task): Promise<Measured> {
  const before = residentMegabytes();
  const start = performance.now();
  const engine: Engine = await (await ENGINES[name]()).load(corpus);
  const load = performance.now() - start;
  const memory = residentMegabytes() - before;

  const warm = performance.now() + LONGEST_WARM_UP;
  for (const text of warmUp) if (performance.now() < warm) await engine.top(text);

  const times: number[] = [];
  const hits: boolean[] = [];
  for (const { text, accept } of messages) {
    const asked = performance.now();
    const top = await engine.top(text);
    times.push(performance.now() - asked);
    if (accept.length > 0) hits.push(top !== null && accept.includes(top));
  }
  times.sort((a, b) => a - b);
  const right = (100 * hits.filter((hit) => hit).length) / hits.length;
  return { median: quantile(times, 0.5), p99: quantile(times, 0.99), load, memory, right };
}

/** What the process holds after everything that can be freed was freed. */
function residentMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1024 ** 2;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const missing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
  return missing ? 'a package it needs is not installed: run npm ci' : (message.split('\n')[0] ?? '');
}

process.once('message', async (task: Task) => {
  const result: Result = await measure(task).catch((error: unknown) => ({ failed: reasonOf(error) }));
  process.send?.(result, () => process.disconnect());
});

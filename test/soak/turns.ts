import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { AS_INSTALLED } from '../load/server-process.js';
import type { Check } from './check.js';
import type { Sample } from './turns-process.js';

const SAMPLES = 10;
/** Noise, MB: the heap is measured after collecting garbage, the process also holds what it will give back when asked. */
const HEAP_NOISE = 5;
const RSS_NOISE = 20;
const MOST_RSS = 150;

/**
 * Turns in process through the web server's `inject`, not `respond`: routes, hooks, counters and the question log are what could keep
 * something, and no socket slows it down. In a process of its own, so that memory is its own.
 */
export const turns: Check = async ({ turns: count }) => {
  const child = fork(fileURLToPath(new URL('turns-process.js', import.meta.url)), [String(count), String(Math.ceil(count / SAMPLES))], {
    execArgv: ['--expose-gc', ...AS_INSTALLED.nodeOptions],
    env: { ...process.env, NODE_ENV: 'production', ...AS_INSTALLED.environment },
  });
  const samples: Sample[] = [];
  child.on('message', (sample: Sample) => {
    samples.push(sample);
    console.error(`  ${sample.turns} turns: RSS ${mb(sample.rss)}, heap ${mb(sample.heap)}, ${sample.seconds.toFixed(0)} s`);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  const heap = growth(samples.map((sample) => sample.heap));
  const rss = growth(samples.map((sample) => sample.rss));
  const most = Math.max(...samples.map((sample) => sample.rss));
  const ok = code === 0 && samples.length > 1 && heap <= HEAP_NOISE && rss <= RSS_NOISE && most <= MOST_RSS;
  return {
    ok,
    numbers: `${samples.at(-1)?.turns ?? 0} turns, heap ${signed(heap)} MB and RSS ${signed(rss)} MB from the first third to the last, at most ${mb(most)} (aim ${MOST_RSS} MB)`,
  };
};

/** From the first third of the samples to the last, by the most of each: in between the process gives memory back or not, as it likes. */
function growth(values: readonly number[]): number {
  const third = Math.max(1, Math.floor(values.length / 3));
  return Math.max(...values.slice(-third)) - Math.max(...values.slice(0, third));
}

function mb(value: number): string {
  return `${value.toFixed(1)} MB`;
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(1)}`;
}

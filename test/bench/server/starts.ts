import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rootPath } from '../../../bot/root.js';
import { createClient } from '../../load/client.js';
import { median } from '../../load/quantile.js';
import { startProcess } from '../../load/server-process.js';

const QUESTION = 'stajımı nasıl iptal ederim';

export interface Starts {
  /** Seconds from the start of the process to the first answer of `/api/chat`. */
  readonly web: number;
  /** Seconds that `ask` takes for one question, from beginning to end. */
  readonly ask: number;
  /** MB of the web server then. */
  readonly rss: number;
}

/** Medians of so many starts. Throws where there is no answer. */
export async function measureStarts(count: number): Promise<Starts> {
  const web: number[] = [];
  const rss: number[] = [];
  const ask: number[] = [];
  for (let n = 0; n < count; n++) {
    const first = await firstAnswer();
    web.push(first.seconds);
    rss.push(first.rss);
    ask.push(await askOnce());
  }
  return { web: median(web), ask: median(ask), rss: median(rss) };
}

async function firstAnswer(): Promise<{ seconds: number; rss: number }> {
  const started = performance.now();
  const server = await startProcess();
  const client = createClient();
  try {
    const { status } = await client.post(`${server.origin}/api/chat`, { text: QUESTION });
    if (status !== 200) throw new Error(`the first answer was ${status}`);
    return { seconds: (performance.now() - started) / 1000, rss: server.rss() };
  } finally {
    client.close();
    await server.stop('SIGKILL');
  }
}

async function askOnce(): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [rootPath('dist', 'bundle', 'cli', 'ask.js'), QUESTION], { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`ask ended with code ${code}`);
  return (performance.now() - started) / 1000;
}

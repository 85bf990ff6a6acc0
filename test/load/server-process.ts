import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { rootPath } from '../../bot/root.js';

/** A server of its own process, as somebody else would meet it. */
export interface ServerProcess {
  readonly origin: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** What it wrote to standard error so far. */
  readonly stderr: () => string;
  /** Memory of the process, MB. */
  readonly rss: () => number;
  /** Sends the signal and waits for the end; gives the exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export interface Start {
  /** What node runs. Standard: the bot's own server. */
  readonly script?: string;
  readonly nodeOptions?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly port?: number;
  /** Runs it as this user; for root only. */
  readonly uid?: number;
  /** False for one that is meant to end by itself: it is not waited for. */
  readonly waits?: boolean;
}

/** As the unit and the image run it. */
export const AS_INSTALLED = {
  nodeOptions: ['--optimize-for-size', '--max-semi-space-size=2'],
  environment: { MALLOC_ARENA_MAX: '2' },
} as const;
/** A classroom behind one address is no classroom here: all the load comes from one. */
const NO_LIMITS = { CLIENT_LIMIT: '1000000', TOTAL_LIMIT: '100000000' };
const PATIENCE = 30_000;

/** Starts a server and waits until it answers. Throws with what it wrote where it ends instead, or does not answer within 30 seconds. */
export async function startProcess(start: Start = {}): Promise<ServerProcess> {
  const { script = rootPath('dist', 'bundle', 'start.js'), environment = {}, waits = true } = start;
  const own = start.script === undefined ? AS_INSTALLED : { nodeOptions: [], environment: {} };
  const nodeOptions = [...own.nodeOptions, ...(start.nodeOptions ?? [])];
  const port = start.port ?? (await freePort());
  const child = spawn(process.execPath, [...nodeOptions, script], {
    // No `.env` of whoever runs this may reach it.
    cwd: '/',
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      ...NO_LIMITS,
      ...own.environment,
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(start.uid !== undefined && { uid: start.uid, gid: start.uid }),
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const server: ServerProcess = {
    origin: `http://127.0.0.1:${port}`,
    port,
    child,
    stderr: () => errors,
    rss: () => residentMegabytes(child.pid ?? 0),
    stop: async (signal = 'SIGTERM') => {
      if (!hasEnded(child)) child.kill(signal);
      return ended(child);
    },
  };
  if (waits) await answering(server);
  return server;
}

/** The exit code, once it has one; null where a signal ended it. */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (!hasEnded(child)) await once(child, 'exit');
  return child.exitCode;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function answering({ origin, child, stderr }: ServerProcess): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    if (hasEnded(child)) throw new Error(`the server ended with code ${child.exitCode}: ${stderr()}`);
    if (await answers(origin)) return;
    await wait(5);
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not answer: ${stderr()}`);
}

/** Any answer counts: a bare server has no `/readyz`. */
async function answers(origin: string): Promise<boolean> {
  try {
    await (await fetch(`${origin}/readyz`)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** As Linux tells it. */
function residentMegabytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

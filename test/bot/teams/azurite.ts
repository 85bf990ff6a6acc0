import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BlobSettings } from '../../../bot/teams/storage.js';

const MAIN = require.resolve('azurite/dist/src/blob/main.js');
const FLAGS = ['--inMemoryPersistence', '--silent', '--skipApiVersionCheck', '--disableTelemetry', '--blobHost', '127.0.0.1'];
const KEY = Buffer.from('a key for tests').toString('base64');

/** Azure Blob Storage as an emulator on loopback. It keeps everything in memory: stopped, it has forgotten all. */
export interface Azurite {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the emulator on a free port, or on the one given. */
export async function startAzurite(port = 0): Promise<Azurite> {
  const folder = mkdtempSync(join(tmpdir(), 'azurite-'));
  const child = spawn(process.execPath, [MAIN, ...FLAGS, '--blobPort', String(port)], {
    cwd: folder,
    env: { ...process.env, AZURITE_ACCOUNTS: `test:${KEY}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', kill);
    kill();
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { port: await listeningPort(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A container of the emulator's that listens, or listened, on `port`. */
export function blobsAt(port: number, container: string): BlobSettings {
  const endpoint = `http://127.0.0.1:${port}/test`;
  return { connection: `DefaultEndpointsProtocol=http;AccountName=test;AccountKey=${KEY};BlobEndpoint=${endpoint};`, container };
}

async function listeningPort({ stdout }: ChildProcess): Promise<number> {
  for await (const line of createInterface({ input: stdout as NodeJS.ReadableStream })) {
    const [, port] = /successfully listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(line) ?? [];
    if (port) return Number(port);
  }
  throw new Error('Azurite did not start.');
}

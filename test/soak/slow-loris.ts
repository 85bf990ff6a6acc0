import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '../load/client.js';
import { quantile } from '../load/quantile.js';
import { startProcess } from '../load/server-process.js';
import type { Check } from './check.js';

const HALF_HEADERS = 500;
const HALF_BODIES = 200;
/** The server gives a request 30 seconds, but Node looks for late ones only every 30 and closes some at the third look; ms, with some to spare. */
const LATEST = 100_000;
const PAUSE = 50;
/** The person beside them is answered in this time; ms. */
const AT_ONCE = 1000;

const HEADERS = 'POST /api/chat HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';
const BODY = `${HEADERS}Content-Length: 500\r\n\r\n{"text":"st`;

interface Closed {
  /** Seconds until the server closed it; null where it did not. */
  readonly seconds: number | null;
  readonly answered: string;
}

/** Clients that never finish their request: the others are answered on, and the server closes them. */
export const slowLoris: Check = async () => {
  const server = await startProcess();
  const client = createClient();
  try {
    const half = [
      ...Array.from({ length: HALF_HEADERS }, () => halfSent(server.port, HEADERS)),
      ...Array.from({ length: HALF_BODIES }, () => halfSent(server.port, BODY)),
    ];
    let open = true;
    const all = Promise.all(half).finally(() => {
      open = false;
    });
    const times: number[] = [];
    let failed = 0;
    while (open) {
      const asked = performance.now();
      const { status } = await client.post(`${server.origin}/api/chat`, { text: 'stajımı nasıl iptal ederim' });
      times.push(performance.now() - asked);
      if (status !== 200) failed += 1;
      await wait(PAUSE);
    }
    const closed = await all;
    const slowest = Math.max(...times);
    return {
      ok: failed === 0 && slowest < AT_ONCE && closed.every(({ seconds }) => seconds !== null),
      numbers:
        `half headers ${toldOf(closed.slice(0, HALF_HEADERS))}; half bodies ${toldOf(closed.slice(HALF_HEADERS))}; ` +
        `meanwhile ${times.length} answers, ${failed} failed, p99 ${quantile(times, 0.99).toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms`,
    };
  } finally {
    client.close();
    await server.stop('SIGKILL');
  }
};

function halfSent(port: number, text: string): Promise<Closed> {
  return new Promise((resolve) => {
    const started = performance.now();
    let answered = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    const late = setTimeout(() => {
      resolve({ seconds: null, answered });
      socket.destroy();
    }, LATEST);
    socket.setEncoding('utf8').on('data', (data: string) => {
      answered += data;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(late);
      resolve({ seconds: (performance.now() - started) / 1000, answered });
    });
  });
}

/** `500 of 500 closed after 30–60 s with "HTTP/1.1 408 Request Timeout"`: 408 is what Node's requestTimeout and headersTimeout say. */
function toldOf(all: readonly Closed[]): string {
  const seconds = all.flatMap((one) => one.seconds ?? []);
  const lines = new Set(all.map(({ answered }) => answered.split('\r\n')[0] || 'nothing'));
  return `${seconds.length} of ${all.length} closed after ${Math.min(...seconds).toFixed(0)}–${Math.max(...seconds).toFixed(0)} s with ${[...lines].join(', ')}`;
}

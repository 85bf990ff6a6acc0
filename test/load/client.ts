import { Agent, type IncomingMessage, request } from 'node:http';

interface Answer {
  readonly status: number;
  readonly body: string;
  /** The header `Retry-After`, where there is one. */
  readonly retryAfter: string | undefined;
}

/** One connection that is kept open: what it sends goes one after the other. */
export interface Client {
  readonly get: (url: string) => Promise<Answer>;
  readonly post: (url: string, body: unknown) => Promise<Answer>;
  readonly close: () => void;
}

/** Gives up after so long; ms. */
const PATIENCE = 30_000;

/** Its requests reject where the connection is refused or breaks, and after 30 seconds. */
export function createClient(): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    get: (url) => send(agent, 'GET', url),
    post: (url, body) => send(agent, 'POST', url, JSON.stringify(body)),
    close: () => agent.destroy(),
  };
}

function send(agent: Agent, method: string, url: string, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { agent, method, headers, timeout: PATIENCE }, (response) => {
      read(response).then(
        (text) => resolve({ status: response.statusCode ?? 0, body: text, retryAfter: response.headers['retry-after'] }),
        reject,
      );
    });
    sent.once('error', reject);
    sent.once('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.end(body);
  });
}

async function read(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

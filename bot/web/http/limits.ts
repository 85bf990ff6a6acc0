import { isIPv6 } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';

/** Requests a minute. */
export interface Limits {
  readonly client: number;
  readonly all: number;
}

const MINUTE = 60_000;
/** So many clients are counted apart; of more, the ones not seen for longest begin anew. */
const COUNTED_CLIENTS = 10_000;
/** A turn takes milliseconds: a loop this late has more to do than it can, ms. */
const LATE = 1000;
/** When to come again where the server is overloaded, seconds. */
const RETRY = 10;

/** Never refused: files that are kept for ever, and what the operator asks. */
const FREE = /^\/(?:assets\/|healthz|readyz|metrics)/;
/** Everybody in Teams comes from the same few addresses. */
const SHARED = /^\/api\/messages\b/;

/** Thrown where a limit is reached; the error handler sends it, with `Retry-After`. */
export interface LimitError extends Error {
  readonly statusCode: 429 | 503;
  readonly retryAfter: number;
}

/** Refuses whoever asks too often (429), and everybody, at once, while the server cannot keep up (503): a queue would help nobody. */
export async function addLimits(server: FastifyInstance, limits: Limits): Promise<void> {
  await server.register(rateLimit, { global: false, cache: COUNTED_CLIENTS });
  await server.register(underPressure, {
    maxEventLoopDelay: LATE,
    pressureHandler: (request) => {
      if (!FREE.test(request.url)) throw limitError(503, RETRY);
    },
  });
  const ofClient = server.createRateLimit({ max: limits.client, timeWindow: MINUTE, keyGenerator: ({ ip }) => clientOf(ip) });
  const ofAll = server.createRateLimit({ max: limits.all, timeWindow: MINUTE, keyGenerator: () => 'all' });
  server.addHook('onRequest', async (request) => {
    if (FREE.test(request.url)) return;
    for (const limit of SHARED.test(request.url) ? [ofAll] : [ofClient, ofAll]) {
      const told = await limit(request);
      if (!told.isAllowed && told.isExceeded) throw limitError(429, told.ttlInSeconds);
    }
  });
}

/** An address; of version 6 the network, as one connection has all of it. */
export function clientOf(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip;
  const [head = '', tail] = ip.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  return [...groups, ...Array.from({ length: Math.max(missing, 0) }, () => '0')].slice(0, 4).join(':');
}

function limitError(statusCode: 429 | 503, retryAfter: number): LimitError {
  return Object.assign(new Error('limit reached'), { statusCode, retryAfter: Math.max(1, retryAfter) });
}

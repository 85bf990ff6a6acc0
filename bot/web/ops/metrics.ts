import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from '../../observe.js';

/** Upper bounds of the histograms, seconds: a turn takes milliseconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** What is counted, for Prometheus. No label holds anything a person wrote. */
export interface Metrics {
  readonly registry: Registry;
  readonly observer: Observer;
  /** One answered request, by route pattern. */
  readonly onRequest: (route: string, method: string, status: number, seconds: number) => void;
  readonly onError: (where: string) => void;
}

/** @param loadSeconds how long the knowledge base took to load */
export function createMetrics(loadSeconds: number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'bot_turns_total',
    help: 'Turns, by channel and kind of reply',
    labelNames: ['channel', 'kind'],
    registers,
  });
  const refusals = new Counter({
    name: 'bot_refusals_total',
    help: 'Turns the FAQ does not answer, by channel',
    labelNames: ['channel'],
    registers,
  });
  const duration = new Histogram({
    name: 'bot_turn_seconds',
    help: 'Time of a turn',
    labelNames: ['channel'],
    buckets: BUCKETS,
    registers,
  });
  const thumbs = new Counter({ name: 'bot_feedback_total', help: 'Thumbs, by channel', labelNames: ['channel', 'liked'], registers });
  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Time of a request, by route, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const errors = new Counter({
    name: 'bot_errors_total',
    help: 'Unexpected errors, by where they happened',
    labelNames: ['where'],
    registers,
  });
  new Gauge({ name: 'bot_knowledge_load_seconds', help: 'Time the knowledge base took to load', registers }).set(loadSeconds);
  return {
    registry,
    observer: {
      onTurn: ({ channel, reply, milliseconds }) => {
        turns.inc({ channel, kind: reply.kind });
        if (reply.kind === 'none') refusals.inc({ channel });
        duration.observe({ channel }, milliseconds / 1000);
      },
      onFeedback: ({ channel, liked, addition }) => {
        if (!addition) thumbs.inc({ channel, liked: String(liked) });
      },
    },
    onRequest: (route, method, status, seconds) => requests.observe({ route, method, status: String(status) }, seconds),
    onError: (where) => errors.inc({ where }),
  };
}

/** `/metrics` for whoever shows the token; without a token there is no such page. Counts every request by its route pattern. */
export function addMetrics(server: FastifyInstance, { registry, onRequest }: Metrics, token: string | undefined): void {
  server.addHook('onResponse', async (request, reply) => {
    onRequest(request.routeOptions.url ?? 'none', request.method, reply.statusCode, reply.elapsedTime / 1000);
  });
  if (token === undefined) return;
  server.get('/metrics', async (request, reply) => {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) return reply.code(401).header('www-authenticate', 'Bearer').send();
    return reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics());
  });
}

function isSame(shown: string, expected: string): boolean {
  const [a, b] = [Buffer.from(shown), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

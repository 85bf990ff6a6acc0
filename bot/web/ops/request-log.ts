import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** A name for each request, which its answer carries too: whoever reports an error can be found in the log by it. */
export function requestId(): string {
  return randomUUID();
}

/** Where lines go. */
export interface Lines {
  readonly write: (line: string) => void;
}

/** Lines of the same moment in one piece: with many requests at once, writing each by itself costs a third of the time of a short one. */
export function together(lines: Lines): Lines {
  let held = '';
  const release = (): void => {
    if (held) lines.write(held);
    held = '';
  };
  process.once('exit', release);
  return {
    write: (line) => {
      if (!held) setImmediate(release);
      held += line;
    },
  };
}

/** One line a request: its id, route pattern, status and time. No address, query or body, as they may hold what a person wrote. */
export function addRequestLog(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    request.log.info({
      reqId: request.id,
      route: request.routeOptions.url ?? null,
      method: request.method,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    });
  });
}

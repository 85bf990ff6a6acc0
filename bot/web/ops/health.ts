import type { FastifyInstance } from 'fastify';

/** `/healthz`: the process answers. `/readyz`: it takes new work; 503 once it was told to stop, so that no proxy sends any more. */
export function addHealth(server: FastifyInstance, isStopping: () => boolean): void {
  server.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const stopping = isStopping();
    return reply
      .code(stopping ? 503 : 200)
      .header('cache-control', 'no-store')
      .send({ status: stopping ? 'stopping' : 'ready' });
  });
}

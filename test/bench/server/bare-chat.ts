import fastify from 'fastify';

/** A server that does nothing but parse the same JSON and answer a constant of `BYTES` bytes: what fastify alone costs. */

const answer = { reply: 'x'.repeat(Number(process.env.BYTES) - '{"reply":""}'.length) };
const server = fastify();
server.post('/api/chat', async () => answer);
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });

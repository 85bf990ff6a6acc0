import fastify from 'fastify';

/** A server that does nothing but parse the same JSON and answer a constant, the JSON in `REPLY`: what fastify alone costs to carry a reply. */

const answer: unknown = JSON.parse(process.env.REPLY ?? '{}');
const server = fastify();
server.post('/api/chat', async () => answer);
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });

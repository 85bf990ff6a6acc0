import { readFile } from 'node:fs/promises';
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { Bot } from '../../bot.js';
import { parseMemory } from '../../conversation/memory.js';
import { parseMessage } from '../../conversation/message.js';
import { isRecord } from '../../record.js';
import { rootPath } from '../../root.js';
import { isOfSites } from '../http/origin.js';
import { problem, sendProblem } from '../http/problem.js';
import type { WebPhrases } from '../phrases.js';

/** A browser asks so often whether it may call; seconds. */
const PREFLIGHT = 86_400;

interface ApiDeps {
  readonly bot: Bot;
  readonly phrases: WebPhrases;
  /** Sites whose pages may call it. */
  readonly hosts: readonly string[];
}

/** `POST /api/chat`, its JSON Schema, and who may call it from a browser. Meant to be registered under the prefix `/api/chat`. */
export async function addApiRoutes(server: FastifyInstance, { bot, phrases, hosts }: ApiDeps): Promise<void> {
  const schema = await readFile(rootPath('dist', 'api-schema.json'), 'utf8');
  await server.register(cors, {
    origin: (origin, callback) => callback(null, origin !== undefined && isOfSites(origin, hosts)),
    methods: ['GET', 'POST'],
    allowedHeaders: ['content-type'],
    maxAge: PREFLIGHT,
  });
  server.removeContentTypeParser('text/plain');

  server.post('/', async (request, reply) => {
    const { body } = request;
    const message = parseMessage(body);
    if ('error' in message)
      return sendProblem(reply, { ...problem(400, phrases.badRequestTitle, phrases.badMessage), reason: message.error });
    const turn = bot.respond(message, parseMemory(isRecord(body) ? body.memory : null));
    return reply.header('cache-control', 'no-store').send({ ...turn.reply, memory: turn.memory });
  });

  server.get('/schema.json', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('application/schema+json; charset=utf-8').send(schema),
  );

  server.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE'],
    url: '/',
    handler: async (_request, reply) =>
      sendProblem(reply.header('allow', 'POST'), problem(405, phrases.wrongMethodTitle, phrases.wrongMethod)),
  });
}

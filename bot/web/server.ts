import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Bot } from '../bot.js';
import { serveAssets } from './assets.js';
import { addChatRoutes } from './chat.js';
import { securityHeaders } from './headers.js';
import { messagePage, type PageFrame } from './page.js';
import type { WebPhrases } from './phrases.js';
import { type Problem, problem, problemOf, sendProblem, wantsHtml } from './problem.js';
import { sendHtml } from './send.js';

export interface WebServerDeps {
  readonly bot: Bot;
  readonly production: boolean;
  /** Other doors on the same port; each gets a scope of its own, so that its body parsers and errors stay with it. */
  readonly plugins?: readonly ((server: FastifyInstance) => void | Promise<void>)[];
  /** Where an unexpected error goes; the client only hears that there was one. */
  readonly report?: (error: Error) => void;
}

/** The HTTP server, not yet listening: the chat page, `/api/chat`, `/healthz` and the plugins. Throws if a file of the page is missing. */
export async function createWebServer({ bot, production, plugins = [], report = console.error }: WebServerDeps): Promise<FastifyInstance> {
  const phrases = bot.knowledge.phrases.web as WebPhrases;
  const headers = securityHeaders(production);
  const server = fastify({
    // A malformed address reaches neither the routes nor the hooks.
    frameworkErrors: (error, _request, reply) => {
      sendProblem(reply.headers(headers), problemOf(error, phrases));
    },
  });
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  const frame: PageFrame = { phrases, assets: await serveAssets(server), university: bot.knowledge.university?.name ?? null };

  server.setErrorHandler((error: FastifyError, request, reply) => {
    const told = problemOf(error, phrases);
    if (told.status >= 500) report(error);
    return wantsHtml(request) ? sendHtml(request, reply, page(told), told.status) : sendProblem(reply, told);
  });
  server.setNotFoundHandler((request, reply) => {
    const told = problem(404, phrases.notFoundTitle, phrases.notFound);
    return wantsHtml(request) ? sendHtml(request, reply, page(told), 404) : sendProblem(reply, told);
  });
  server.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  server.get('/gizlilik', (request, reply) => sendHtml(request, reply, messagePage(frame, phrases.privacyTitle, phrases.privacy)));
  server.get('/kosullar', (request, reply) => sendHtml(request, reply, messagePage(frame, phrases.termsTitle, phrases.terms)));
  await server.register((scope) => addChatRoutes(scope, bot, frame));
  for (const plugin of plugins) await server.register(async (scope) => plugin(scope));
  return server;

  function page(told: Problem) {
    return messagePage(frame, told.title, told.detail);
  }
}

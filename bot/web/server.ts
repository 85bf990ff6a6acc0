import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Bot } from '../bot.js';
import type { FeedbackSink } from '../feedback.js';
import { addApiRoutes } from './api/routes.js';
import { addChatRoutes } from './chat/routes.js';
import type { Html } from './html/html.js';
import { messagePage } from './html/message.js';
import { addEtags } from './http/etag.js';
import { securityHeaders } from './http/headers.js';
import { addLimits, type LimitError, type Limits } from './http/limits.js';
import { isForm, type Problem, problem, problemOf, sendProblem, wantsHtml } from './http/problem.js';
import { sendHtml } from './http/send.js';
import { addHealth } from './ops/health.js';
import { addMetrics, type Metrics } from './ops/metrics.js';
import { addRequestLog, type Lines, requestId } from './ops/request-log.js';
import { notFoundPage } from './pages/not-found.js';
import { addPageRoutes } from './pages/routes.js';
import type { WebPhrases } from './phrases.js';
import { addShareRoutes } from './share/routes.js';
import { createSite, type WebSettings } from './site.js';
import { addWidgetRoute } from './widget/routes.js';

/** A request that does not arrive whole in this time is given up; ms. */
const REQUEST_TIMEOUT = 30_000;
/** Its headers come at once or not at all; ms. */
const HEADERS_TIMEOUT = 15_000;
/** Node looks for late requests so often; by itself every 30 seconds, and one of 30 seconds is then found after up to 90. ms. */
const TIMEOUT_CHECKS = 5000;
/** Longest body of a request where a route says nothing else, bytes. */
const BODY_LIMIT = 64 * 1024;

export interface WebServerDeps {
  readonly bot: Bot;
  readonly production: boolean;
  readonly settings?: WebSettings;
  /** Other doors on the same port; each gets a scope of its own, so that its body parsers and errors stay with it. */
  readonly plugins?: readonly ((server: FastifyInstance) => void | Promise<void>)[];
  /** Where an unexpected error goes; the client only hears that there was one. */
  readonly report?: (error: Error) => void;
  readonly onFeedback?: FeedbackSink;
  /** Requests a minute; absent: as many as come. */
  readonly limits?: Limits;
  /** Proxies whose word on the client's address is taken. */
  readonly trustedProxies?: readonly string[];
  readonly metrics?: { readonly metrics: Metrics; readonly token: string | undefined };
  /** Where a line for each request goes. */
  readonly requestLog?: Lines;
  /** True once the process was told to stop. */
  readonly isStopping?: () => boolean;
}

/** The HTTP server, not yet listening: the pages, the widget, `/api/chat`, `/healthz` and the plugins. Throws if a file of the pages is missing. */
export async function createWebServer({
  bot,
  production,
  settings = {},
  plugins = [],
  report = console.error,
  onFeedback = () => undefined,
  limits,
  trustedProxies = [],
  metrics,
  requestLog,
  isStopping = () => false,
}: WebServerDeps): Promise<FastifyInstance> {
  const { knowledge, search } = bot;
  const phrases = knowledge.phrases.web as WebPhrases;
  const headers = securityHeaders(production);
  const server = fastify({
    routerOptions: { ignoreTrailingSlash: true },
    // A malformed address reaches neither the routes nor the hooks.
    frameworkErrors: (error, request, reply) => sendError(error, request, reply.headers(headers)),
    requestTimeout: REQUEST_TIMEOUT,
    http: { headersTimeout: HEADERS_TIMEOUT, connectionsCheckingInterval: TIMEOUT_CHECKS },
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    genReqId: requestId,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger of each request's own would only add the id.
    ...(requestLog && { logger: { base: null, stream: requestLog }, childLoggerFactory: (logger) => logger }),
  });
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  if (requestLog) addRequestLog(server);
  if (metrics) addMetrics(server, metrics.metrics, metrics.token);
  if (limits) await addLimits(server, limits);
  addEtags(server);
  const site = await createSite(server, knowledge, settings);

  server.setErrorHandler(sendError);
  server.setNotFoundHandler((request, reply) => {
    if (wantsHtml(request)) return sendHtml(request, reply.header('cache-control', 'no-store'), notFoundPage(request, site), 404);
    return sendProblem(reply, problem(404, phrases.notFoundTitle, phrases.notFound));
  });
  addHealth(server, isStopping);
  await server.register((scope) => addChatRoutes(scope, { bot, site, onFeedback }));
  await server.register((scope) => addPageRoutes(scope, { site, search }));
  await server.register((scope) => addShareRoutes(scope, site));
  await server.register((scope) => addWidgetRoute(scope, site));
  await server.register((scope) => addApiRoutes(scope, { bot, phrases, hosts: settings.apiHosts ?? [] }), { prefix: '/api/chat' });
  for (const plugin of plugins) await server.register(async (scope) => plugin(scope));
  return server;

  function sendError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply> {
    const told = problemOf(error, phrases, isForm(request));
    if (told.status === 500) {
      report(error);
      metrics?.metrics.onError('web');
    }
    reply.header('cache-control', 'no-store');
    const { retryAfter } = error as Partial<LimitError>;
    if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
    return wantsHtml(request) ? sendHtml(request, reply, errorPage(request, told), told.status) : sendProblem(reply, told);
  }

  function errorPage(request: FastifyRequest, { title, detail }: Problem): Html {
    return messagePage(request, site, { title, text: detail });
  }
}

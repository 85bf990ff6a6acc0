import type { FastifyInstance } from 'fastify';
import { loadBot } from './bot.js';
import { errorLine } from './log/error.js';
import { questionLog, scrubberFor } from './log/question-log.js';
import { type Observer, observedBot } from './observe.js';
import { loadEnvFile, readSettings, type Settings } from './settings.js';
import { teamsEndpoint, warmUp } from './teams/endpoint.js';
import { chatLink } from './teams/links.js';
import { createMetrics } from './web/ops/metrics.js';
import { together } from './web/ops/request-log.js';
import { createWebServer } from './web/server.js';

/** A proxy looks so often whether a replica is ready; on a server, work is taken so long after the order to stop. ms. */
const DRAIN = 3000;
/** Turns in flight have so long to end; ms. */
const LAST_TURNS = 10_000;

/** Starts the server. Wrong settings and an unreadable knowledge base are printed with what to do, and end with exit code 1. */
async function start(): Promise<void> {
  loadEnvFile();
  const settings = readSettings(process.env);
  let stopping = false;
  const server = await createServer(settings, () => stopping);
  const address = await server.listen({ port: settings.port, host: settings.host });
  console.log(`Staj Seferberliği botu: ${address.replace(/0\.0\.0\.0|127\.0\.0\.1|\[::1?\]/, 'localhost')}/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stopping = true;
      setTimeout(() => stop(server), settings.production ? DRAIN : 0);
    });
  if (settings.teams) await warmUp();
  else console.log('Teams is not configured: /api/messages serves callers on this machine only.');
}

async function createServer(settings: Settings, isStopping: () => boolean): Promise<FastifyInstance> {
  const {
    production,
    domain,
    embedHosts,
    apiHosts,
    knowledgeDir,
    storage,
    questionLog: log,
    limits,
    trustedProxies,
    metricsToken,
  } = settings;
  const started = performance.now();
  const bot = await loadBot({ knowledgeDir });
  const metrics = createMetrics((performance.now() - started) / 1000);
  const scrub = scrubberFor(bot.knowledge);
  const report = (where: string) => (error: Error) => console.error(errorLine(error, where, scrub));
  const observers: Observer[] = [metrics.observer, ...(log ? [questionLog(log, scrub, report('question log'))] : [])];
  const onFeedback: Observer['onFeedback'] = (feedback) => {
    for (const observer of observers) observer.onFeedback(feedback);
  };
  const teams = teamsEndpoint({
    bot: observedBot(bot, 'teams', observers),
    settings: { credentials: settings.teams, domain, storage, onFeedback },
  });
  return createWebServer({
    bot: observedBot(bot, 'web', observers),
    production,
    settings: {
      domain,
      embedHosts,
      apiHosts,
      knowledgeDir,
      teamsLink: settings.teams && chatLink(settings.teams.appId),
      keptDays: log?.days ?? null,
    },
    plugins: [teams],
    report: report('web'),
    onFeedback,
    limits,
    trustedProxies,
    metrics: { metrics, token: metricsToken },
    ...(production && { requestLog: together(process.stdout) }),
    isStopping,
  });
}

/** Ends the turns in flight; a client that holds its connection open must not hold the server. */
async function stop(server: FastifyInstance): Promise<void> {
  setTimeout(() => process.exit(0), LAST_TURNS).unref();
  await server.close();
  process.exit(0);
}

start().catch((error: unknown) => {
  console.error(whatToDo(error));
  process.exit(1);
});

function whatToDo(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `${error.message}\nAnother program listens there: stop it, or set PORT to another number.`;
  if (code === 'EACCES' && syscall === 'listen')
    return `${error.message}\nThe server may not listen there: set PORT to a number above 1023.`;
  if (code === 'EACCES' || code === 'EROFS')
    return `${error.message}\nThe server may not write there: set QUESTION_LOG to a folder of its own.`;
  return error.message;
}

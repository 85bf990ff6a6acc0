import { loadBot } from './bot.js';
import { printFeedback } from './feedback.js';
import { loadEnvFile, readSettings } from './settings.js';
import { teamsEndpoint, warmUp } from './teams/endpoint.js';
import { chatLink } from './teams/links.js';
import { createWebServer } from './web/server.js';

/** Turns in flight have so long to end when the server is stopped; ms. */
const LAST_TURNS = 10_000;

/** Starts the server. Wrong settings and an unreadable knowledge base are printed with what to do, and end with exit code 1. */
async function start(): Promise<void> {
  loadEnvFile();
  const settings = readSettings(process.env);
  const bot = await loadBot({ knowledgeDir: settings.knowledgeDir });
  const { domain, embedHosts, apiHosts, knowledgeDir, storage } = settings;
  const teams = teamsEndpoint({ bot, settings: { credentials: settings.teams, domain, storage, onFeedback: printFeedback } });
  const server = await createWebServer({
    bot,
    production: settings.production,
    settings: { domain, embedHosts, apiHosts, knowledgeDir, teamsLink: settings.teams && chatLink(settings.teams.appId) },
    plugins: [teams],
    onFeedback: printFeedback,
  });
  const address = await server.listen({ port: settings.port, host: settings.host });
  console.log(`Staj Seferberliği botu: ${address.replace(/0\.0\.0\.0|127\.0\.0\.1|\[::1?\]/, 'localhost')}/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      // A client that holds its connection open must not hold the server.
      setTimeout(() => process.exit(0), LAST_TURNS).unref();
      void server.close().then(() => process.exit(0));
    });
  if (settings.teams) await warmUp();
  else console.log('Teams is not configured: /api/messages serves callers on this machine only.');
}

start().catch((error: unknown) => {
  console.error(whatToDo(error));
  process.exit(1);
});

function whatToDo(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error.message;
  return `${error.message}\nAnother program listens there: stop it, or set PORT to another number.`;
}

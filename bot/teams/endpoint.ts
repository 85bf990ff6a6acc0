import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Bot } from '../bot.js';
import { isLoopbackAddress, isLoopbackUrl } from './access.js';
import { inTime } from './in-time.js';
import { readActivity } from './incoming.js';
import type { TeamsSettings } from './teams-settings.js';
import type { Outcome, Turn } from './turn.js';

const MAX_BODY = 256 * 1024;
/** A channel gives up after 15 seconds; ms. */
const DEADLINE = 12_000;
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Loads the SDK ahead of the first request (about a second). Without it the first accepted request pays. */
export async function warmUp(): Promise<void> {
  await import('./turn.js');
}

/**
 * The Bot Framework endpoint, `POST /api/messages`. Errors are answered as `{ error }` in English and without a stack.
 * Nothing of botbuilder or teams-ai is loaded before a request has passed the checks here.
 */
export function teamsEndpoint({ bot, settings }: { bot: Bot; settings: TeamsSettings }): (server: FastifyInstance) => void {
  const { credentials } = settings;
  let turn: Promise<Turn> | undefined;
  const loadTurn = (): Promise<Turn> => {
    turn ??= import('./turn.js').then(({ createTurn }) => createTurn({ bot, ...settings }));
    return turn;
  };

  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    if (!credentials && !isLocal(request))
      return reply.code(403).send({ error: 'Without Teams credentials only callers on this machine are served.' });
    if (credentials && !/^Bearer \S+$/i.test(request.headers.authorization ?? '')) {
      return reply.code(401).send({ error: 'The token of the Bot Framework is missing.' });
    }
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
      return reply.code(415).send({ error: 'The content type must be application/json.' });
    }
    return undefined;
  }

  async function receive(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const activity = readActivity(request.body);
    if ('error' in activity) return reply.code(400).send(activity);
    if (!credentials && !isLoopbackUrl(activity.serviceUrl)) {
      return reply.code(403).send({ error: 'Without Teams credentials "serviceUrl" must be an address of this machine.' });
    }
    const run = await loadTurn();
    const { status, body } = await inTime(run(activity, request.headers.authorization ?? ''), DEADLINE, tooLong);
    return reply.code(status).send(body);
  }

  return (server) => {
    server.post('/api/messages', { bodyLimit: MAX_BODY, onRequest: admit, errorHandler: refuse }, receive);
  };
}

/** By the socket, never by a header: a header can be made up. One that tells of a proxy, or names another host, means the caller is elsewhere. */
function isLocal({ raw, headers }: FastifyRequest): boolean {
  if (!LOCAL_HOST.test(headers.host ?? '')) return false;
  return isLoopbackAddress(raw.socket.remoteAddress) && FORWARDED.every((name) => headers[name] === undefined);
}

/** What fastify refuses before the handler runs: bad JSON, an empty body, a body too large. */
function refuse(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status < 500)
    return reply.code(status).send({ error: status === 413 ? 'The body is larger than 256 kB.' : 'The body is not valid JSON.' });
  console.error(`Teams: the endpoint failed ${error.name} ${error.code ?? ''}`.trimEnd());
  return reply.code(500).send({ error: 'The bot could not handle this activity.' });
}

/** After the deadline: an unanswered request would hold its connection open. */
function tooLong(): Outcome {
  return { status: 503, body: { error: 'The turn took too long.' } };
}

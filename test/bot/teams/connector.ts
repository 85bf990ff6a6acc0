import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Bot } from '../../../bot/bot.js';
import { teamsEndpoint } from '../../../bot/teams/endpoint.js';
import type { TeamsSettings } from '../../../bot/teams/teams-settings.js';

/** An activity as it arrived at the channel, after the SDK wrote it to the wire. */
interface Sent {
  readonly method: string;
  readonly path: string;
  readonly authorization?: string;
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
  readonly channelData?: object;
  // biome-ignore lint/suspicious/noExplicitAny: whatever came over the wire
  readonly entities?: any[];
  // biome-ignore lint/suspicious/noExplicitAny: whatever came over the wire
  readonly attachments?: any[];
  readonly replyToId?: string;
}

export interface Connector {
  readonly serviceUrl: string;
  readonly sent: Sent[];
}

const open: Server[] = [];

/** A channel on loopback that records what the bot posts to it. `answer` takes over the response; it may leave it open. */
export async function startConnector(answer: (response: ServerResponse, count: number) => void = accept): Promise<Connector> {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const { url: path = '', method = '', headers } = request;
    sent.push({ method, path, authorization: headers.authorization, ...JSON.parse(await textOf(request)) });
    answer(response, sent.length);
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent };
}

/** Closes every channel that was started, also where a test failed halfway: an open one keeps jest from ending. */
export async function closeConnectors(): Promise<void> {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function accept(response: ServerResponse, count: number): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(`{"id":"sent-${count}"}`);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** A server with nothing but the Teams endpoint. */
export function startServer(bot: Bot, credentials: TeamsSettings['credentials'] = null): FastifyInstance {
  const server = Fastify();
  teamsEndpoint({ bot, settings: { credentials } })(server);
  return server;
}

let count = 0;

/** An activity as Teams sends it in a personal chat, with an id of its own; `rest` replaces fields, undefined removes them. */
export function activity(serviceUrl: string, rest: object = {}): Record<string, unknown> {
  count += 1;
  return {
    type: 'message',
    id: `activity-${count}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:person', name: 'Deniz' },
    recipient: { id: '28:bot', name: 'Staj' },
    conversation: { id: 'a:conversation', conversationType: 'personal', tenantId: 'tenant' },
    timestamp: '2026-03-02T10:00:00.000Z',
    locale: 'tr-TR',
    ...rest,
  };
}

export const post = (
  server: FastifyInstance,
  payload: unknown,
  options: { headers?: Record<string, string>; remoteAddress?: string } = {},
) =>
  server.inject({
    method: 'POST',
    url: '/api/messages',
    headers: { 'content-type': 'application/json', ...options.headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    remoteAddress: options.remoteAddress ?? '127.0.0.1',
  });

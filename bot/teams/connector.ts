import { setTimeout as wait } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers.js';

const TIMEOUT = 4000;
const PAUSE = 500;
const RETRIED_STATUS = [429, 502, 503, 504];
const RETRIED_CODE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** The part of the connector's HTTP pipeline used here; the SDK's types keep it private. */
interface Pipeline {
  removePolicy(policy: { name: string }): unknown;
  addPolicy(policy: Policy, options: { phase: 'Retry' }): void;
}
interface Policy {
  name: string;
  sendRequest(request: Request, next: Next): Promise<Response>;
}
interface Request {
  abortSignal?: AbortSignal;
}
interface Response {
  status: number;
}
type Next = (request: Request) => Promise<Response>;

/** botbuilder 4.23.3 drops every field of an entity it does not know, and with them the citations. Call once, before anything is sent. */
export function keepEntityFields(): void {
  const entity = Entity.type as { additionalProperties?: object };
  entity.additionalProperties ??= { type: { name: 'Object' } };
}

/**
 * Bounds what sending costs: the SDK alone tries a dead address for 11 seconds and follows redirects anywhere.
 * Here: no redirects, 4 seconds a try, and a second try only where the first surely delivered nothing.
 */
export function boundSending(context: TurnContext): void {
  const connector = context.turnState.get(context.adapter.ConnectorClientKey) as { client: { pipeline: Pipeline } };
  const { pipeline } = connector.client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  pipeline.addPolicy(patience, { phase: 'Retry' });
}

const patience: Policy = {
  name: 'boundedSending',
  async sendRequest(request, next) {
    const first = await sendOnce(request, next).catch((error: unknown) => {
      if (RETRIED_CODE.includes(codeOf(error))) return null;
      throw error;
    });
    if (first && !RETRIED_STATUS.includes(first.status)) return first;
    await wait(PAUSE);
    return sendOnce(request, next);
  },
};

/** One try. Not by the client's own `timeout`: that one ends with the headers and lets the body drip forever. */
async function sendOnce(request: Request, next: Next): Promise<Response> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIMEOUT);
  request.abortSignal = controller.signal;
  return next(request).finally(() => clearTimeout(timer));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

import type { Settings } from '../settings.js';

/** What came back, or the code of the error where nothing did. */
export type Answer = { readonly status: number; readonly body: string } | { readonly code: string };

/** Answers from outside; null where nothing was asked. */
export interface Web {
  /** `GET /healthz` at the public address. */
  readonly health: Answer | null;
  /** `POST /api/messages` at the public address, without a token. */
  readonly endpoint: Answer | null;
  /** A token for the bot; what it says is not kept. */
  readonly token: Answer | null;
}

/** ms. */
const PATIENCE = 10_000;
const SHOWN = 2000;

/** Asks only where Teams is configured: without it nobody outside needs the bot. */
export async function gatherWeb({ teams, domain }: Settings, fetch: typeof globalThis.fetch): Promise<Web> {
  if (!teams) return { health: null, endpoint: null, token: null };
  const [health, endpoint, token] = await Promise.all([
    domain ? healthAt(`https://${domain}`, fetch) : null,
    domain ? ask(fetch, `https://${domain}/api/messages`, post('application/json', '{}')) : null,
    askForToken(teams, fetch),
  ]);
  return { health, endpoint, token };
}

/** What `/healthz` answers under an origin. */
export function healthAt(origin: string, fetch: typeof globalThis.fetch): Promise<Answer> {
  return ask(fetch, `${origin}/healthz`);
}

/** True for the answer of this bot's `/healthz`. */
export function isBot(answer: Answer): boolean {
  return 'status' in answer && answer.status === 200 && /"status":\s*"ok"/.test(answer.body);
}

/** True where all that was asked stayed silent: then it is the network that is missing, or nobody can tell. */
export function isOffline({ health, endpoint, token }: Web): boolean {
  return [health, endpoint, token].every((answer) => answer === null || 'code' in answer);
}

async function askForToken(
  { appId, appPassword, tenantId }: NonNullable<Settings['teams']>,
  fetch: typeof globalThis.fetch,
): Promise<Answer> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: appPassword,
    scope: 'https://api.botframework.com/.default',
  });
  const url = `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`;
  const answer = await ask(fetch, url, post('application/x-www-form-urlencoded', form.toString()));
  return 'status' in answer && answer.status === 200 ? { status: 200, body: '' } : answer;
}

function post(type: string, body: string): RequestInit {
  return { method: 'POST', headers: { 'content-type': type }, body };
}

async function ask(fetch: typeof globalThis.fetch, url: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE), ...init });
    return { status: response.status, body: (await response.text()).slice(0, SHOWN) };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return { code: cause?.code ?? name };
  }
}

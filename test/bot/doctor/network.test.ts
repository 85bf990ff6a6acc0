import fastify from 'fastify';
import type { Bot } from '../../../bot/bot.js';
import { NETWORK_CHECKS } from '../../../bot/doctor/network.js';
import { type Answer, gatherWeb, isBot, type Web } from '../../../bot/doctor/web.js';
import { inspectSettings, type Settings } from '../../../bot/settings.js';
import { teamsEndpoint } from '../../../bot/teams/endpoint.js';
import { createWebServer } from '../../../bot/web/server.js';
import { fakeBot } from '../web/fake-bot.js';
import { ENVIRONMENT, facts, find, GOOD_WEB } from './good-facts.js';

const findIn = (name: string, web: Partial<Web>, environment = ENVIRONMENT) =>
  find(NETWORK_CHECKS, name, facts({ web: { ...GOOD_WEB, ...web } }, environment));

describe('the public address', () => {
  const findHealth = (health: Answer | null) => findIn('public address', { health });

  test('answers', () => {
    expect(findHealth(GOOD_WEB.health)).toMatchObject({ state: 'good' });
  });

  test.each([
    [{ status: 200, body: '<h1>It works!</h1>' }, 'not the bot answers'],
    [{ status: 404, body: '' }, 'not the bot answers'],
    [{ status: 301, body: '' }, 'leads elsewhere'],
    [{ status: 401, body: '' }, 'login or firewall'],
    [{ status: 403, body: '' }, 'login or firewall'],
    [{ status: 502, body: '' }, 'proxy does not reach the bot'],
    [{ status: 504, body: '' }, 'proxy does not reach the bot'],
    [{ code: 'ENOTFOUND' }, 'staj.example.edu.tr has no address (ENOTFOUND)'],
    [{ code: 'ECONNREFUSED' }, 'serves no https'],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, 'does not answer'],
    [{ code: 'TimeoutError' }, 'does not answer'],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'no certificate to trust'],
    [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'no certificate to trust'],
    [{ code: 'ECONNRESET' }, 'cannot be reached (ECONNRESET)'],
  ])('%j is explained', (health, result) => {
    expect(findHealth(health)).toEqual({ state: 'failed', result: expect.stringContaining(result), todo: expect.stringMatching(/\.$/) });
  });

  test('is known by what the server of the bot answers', async () => {
    const server = await createWebServer({ bot: fakeBot(), production: false });
    const { statusCode, body } = await server.inject('/healthz');
    expect(isBot({ status: statusCode, body })).toBe(true);
    await server.close();
  });
});

describe('the message endpoint', () => {
  const findEndpoint = (endpoint: Answer) => findIn('message endpoint', { endpoint });
  /** What the endpoint of the bot says to a call from outside without a token. */
  const answerOf = async (credentials: Settings['teams']): Promise<Answer> => {
    const server = fastify();
    await server.register(async (scope) => teamsEndpoint({ bot: {} as Bot, settings: { credentials } })(scope));
    const { statusCode, body } = await server.inject({ method: 'POST', url: '/api/messages', headers: { host: 'a.example' }, payload: {} });
    await server.close();
    return { status: statusCode, body };
  };

  test('of a bot with credentials refuses the call, as it must', async () => {
    expect(findEndpoint(await answerOf(inspectSettings(ENVIRONMENT).settings.teams))).toMatchObject({ state: 'good' });
  });

  test('of a bot without credentials fails', async () => {
    expect(findEndpoint(await answerOf(null))).toMatchObject({
      state: 'failed',
      result: expect.stringContaining('without Teams credentials'),
    });
  });

  test.each([
    [401, 'login or firewall'],
    [403, 'login or firewall'],
    [404, 'not the bot answers'],
    [405, 'POST is not let through'],
    [308, 'leads elsewhere'],
    [502, 'proxy does not reach the bot'],
    [200, 'not the bot answers'],
  ])('that answers %i is explained', (status, result) => {
    expect(findEndpoint({ status, body: '' })).toMatchObject({ state: 'failed', result: expect.stringContaining(result) });
  });
});

describe('the token', () => {
  const findToken = (token: Answer) => findIn('token', { token });
  const error = (number: number): Answer => ({
    status: 401,
    body: JSON.stringify({ error: 'invalid_client', error_description: `AADSTS${number}: … Trace ID: x`, error_codes: [number] }),
  });

  test('can be had', () => {
    expect(findToken({ status: 200, body: '' })).toMatchObject({ state: 'good' });
  });

  test.each([
    [7000215, 'BOT_PASSWORD is wrong', '"Value"'],
    [7000222, 'expired', 'new client secret'],
    [700016, 'no app BOT_ID', 'compare'],
    [90002, 'no tenant TENANT_ID', 'directory (tenant) id'],
    [7000229, 'service principal', 'Create service principal'],
    [12345, 'AADSTS12345', 'https://login.microsoftonline.com/error?code=12345'],
  ])('that is refused with %i is explained', (number, result, todo) => {
    expect(findToken(error(number))).toEqual({
      state: 'failed',
      result: expect.stringContaining(result),
      todo: expect.stringContaining(todo),
    });
  });

  test('that cannot be asked for, though the bot is reached, fails', () => {
    expect(findToken({ code: 'ETIMEDOUT' })).toMatchObject({ state: 'failed', todo: expect.stringContaining('login.microsoftonline.com') });
    expect(findToken({ status: 503, body: 'busy' })).toMatchObject({ state: 'failed', result: expect.stringContaining('answers 503') });
  });
});

describe('what the network would tell', () => {
  const names = NETWORK_CHECKS.map(({ name }) => name);
  const states = (web: Partial<Web>, environment?: typeof ENVIRONMENT) => names.map((name) => findIn(name, web, environment));

  test('is skipped where nothing answers', () => {
    for (const finding of states({ health: { code: 'ENOTFOUND' }, endpoint: { code: 'ENOTFOUND' }, token: { code: 'EAI_AGAIN' } }))
      expect(finding).toMatchObject({ state: 'skipped', result: expect.stringContaining('no network') });
  });

  test('is skipped without Teams, with mistakes, and without a domain', () => {
    const unasked = { health: null, endpoint: null, token: null };
    for (const finding of names.map((name) => find(NETWORK_CHECKS, name, facts({ web: unasked }, {}))))
      expect(finding).toMatchObject({ state: 'skipped', result: 'Teams is not configured' });
    for (const finding of states(unasked, { ...ENVIRONMENT, TENANT_ID: 'x' }))
      expect(finding).toMatchObject({ state: 'skipped', result: 'the settings have mistakes' });
    expect(states({ health: null, endpoint: null }, { ...ENVIRONMENT, BOT_DOMAIN: '' })).toMatchObject([
      { state: 'skipped', result: 'BOT_DOMAIN is not set' },
      { state: 'skipped', result: 'BOT_DOMAIN is not set' },
      { state: 'good' },
    ]);
  });
});

describe('what is asked of the network', () => {
  const { settings } = inspectSettings(ENVIRONMENT);
  interface Asked {
    url: string;
    init: RequestInit;
  }
  const fakeFetch = (answer: (url: string) => Response) => {
    const asked: Asked[] = [];
    const fetch = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
      asked.push({ url: String(url), init });
      return answer(String(url));
    };
    return { asked, fetch: fetch as typeof globalThis.fetch };
  };

  test('is the health page, the endpoint without a token, and a token', async () => {
    const { asked, fetch } = fakeFetch(() => new Response('{"access_token":"eyJ"}'));
    const web = await gatherWeb(settings, fetch);
    expect(asked.map(({ url, init }) => `${init.method ?? 'GET'} ${url}`)).toEqual([
      'GET https://staj.example.edu.tr/healthz',
      'POST https://staj.example.edu.tr/api/messages',
      `POST https://login.microsoftonline.com/${ENVIRONMENT.TENANT_ID}/oauth2/v2.0/token`,
    ]);
    const [, endpoint, token] = asked;
    expect(JSON.stringify(endpoint?.init.headers)).not.toMatch(/authorization/i);
    const form = new URLSearchParams(String(token?.init.body));
    expect(Object.fromEntries(form)).toMatchObject({ client_id: ENVIRONMENT.BOT_ID, scope: 'https://api.botframework.com/.default' });
    expect(asked.every(({ init }) => init.redirect === 'manual')).toBe(true);
    expect(JSON.stringify(web.token)).not.toContain('eyJ');
  });

  test('is nothing without Teams, and only the token without a domain', async () => {
    const { asked, fetch } = fakeFetch(() => new Response(''));
    expect(await gatherWeb({ ...settings, teams: null }, fetch)).toEqual({ health: null, endpoint: null, token: null });
    expect(asked).toEqual([]);
    await gatherWeb({ ...settings, domain: undefined }, fetch);
    expect(asked).toHaveLength(1);
  });

  test('comes back as a code where there is no answer', async () => {
    const silent = async (): Promise<Response> => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('dns'), { code: 'ENOTFOUND' }) });
    };
    expect(await gatherWeb(settings, silent as typeof fetch)).toMatchObject({
      health: { code: 'ENOTFOUND' },
      token: { code: 'ENOTFOUND' },
    });
    const late = async (): Promise<Response> => {
      throw new DOMException('late', 'TimeoutError');
    };
    expect(await gatherWeb(settings, late as typeof fetch)).toMatchObject({ health: { code: 'TimeoutError' } });
  });
});

import { createSign, generateKeyPairSync } from 'node:crypto';
import { MicrosoftAppCredentials } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import type { FastifyInstance } from 'fastify';
import { activity, type Connector, closeConnectors, post, startConnector, startServer } from './connector.js';
import { fakeBot } from './fake-bot.js';

/** Stands in for a host of Microsoft's, which a test cannot reach. */
let mockMicrosoft = '';
jest.mock('../../../bot/teams/access.js', () => {
  const actual = jest.requireActual('../../../bot/teams/access.js');
  return { ...actual, isMicrosoftUrl: (url: string) => url === mockMicrosoft || actual.isMicrosoftUrl(url) };
});

const APP_ID = '11111111-1111-4111-8111-111111111111';
const KEYS = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A token as the Bot Framework issues it, signed with a key of our own. */
function token(claims: object): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = { iss: 'https://api.botframework.com', aud: APP_ID, nbf: now - 60, exp: now + 600, ...claims };
  const unsigned = `${part({ alg: 'RS256', typ: 'JWT', kid: 'test' })}.${part(body)}`;
  return `Bearer ${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(privateKey, 'base64url')}`;
}

describe('with credentials', () => {
  let server: FastifyInstance;
  let channel: Connector;
  let logged: jest.SpyInstance;
  const bot = fakeBot();
  const say = (serviceUrl: string, authorization: string) =>
    post(server, activity(serviceUrl, { text: 'iptal' }), {
      remoteAddress: '52.112.0.1',
      headers: { authorization, 'x-forwarded-for': '52.112.0.1' },
    });

  beforeAll(async () => {
    const key = { key: publicKey.export({ type: 'spki', format: 'pem' }), endorsements: ['msteams'] };
    const cache = (JwtTokenExtractor as unknown as { openIdMetadataCache: Map<string, object> }).openIdMetadataCache;
    cache.set(KEYS, { getKey: async () => key });
    logged = jest.spyOn(console, 'error').mockImplementation();
    server = startServer(bot, { appId: APP_ID, appPassword: 'secret', tenantId: '22222222-2222-4222-8222-222222222222' });
    channel = await startConnector();
  });
  afterAll(async () => {
    await closeConnectors();
    await server.close();
    logged.mockRestore();
  });
  afterEach(() => {
    expect(channel.sent.splice(0)).toEqual([]);
    expect(bot.heard.splice(0)).toEqual([]);
  });

  test('a caller with a valid token is answered, with a token of the bot', async () => {
    const own = jest.spyOn(MicrosoftAppCredentials.prototype, 'getToken').mockResolvedValue('token-of-the-bot');
    mockMicrosoft = channel.serviceUrl;
    expect((await say(channel.serviceUrl, token({ serviceurl: channel.serviceUrl }))).statusCode).toBe(200);
    expect(channel.sent.splice(0)).toMatchObject([{ text: expect.stringContaining('[1]'), authorization: 'Bearer token-of-the-bot' }]);
    expect(bot.heard.splice(0)).toEqual([{ text: 'iptal' }]);
    mockMicrosoft = '';
    own.mockRestore();
  });

  test('a token for the bot that cannot be had is told as a reply that was not delivered', async () => {
    const own = jest.spyOn(MicrosoftAppCredentials.prototype, 'getToken').mockRejectedValue(new Error('login.microsoftonline.com is away'));
    mockMicrosoft = channel.serviceUrl;
    const response = await say(channel.serviceUrl, token({ serviceurl: channel.serviceUrl }));
    expect([response.statusCode, response.body]).toEqual([502, expect.not.stringContaining('microsoftonline')]);
    expect(bot.heard.splice(0)).toHaveLength(1);
    mockMicrosoft = '';
    own.mockRestore();
  });

  test('a caller without a token is refused, on this machine too', async () => {
    const response = await post(server, activity(channel.serviceUrl, { text: 'iptal' }));
    expect([response.statusCode, response.json()]).toEqual([401, { error: 'The token of the Bot Framework is missing.' }]);
  });

  test.each([
    ['is no token', 'Bearer nonsense'],
    ['was made up by somebody else', `${token({}).slice(0, -8)}AAAAAAAA`],
    ['is for another bot', token({ aud: 'other' })],
    ['has expired', token({ exp: 1 })],
    ['is issued by somebody else', token({ iss: 'https://example.com' })],
    ['is for another serviceUrl', token({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
  ])('a token that %s is refused', async (_name, authorization) => {
    const response = await say('https://smba.trafficmanager.net/emea/', authorization);
    expect(response.statusCode).toBe(401);
    expect(response.body).not.toContain(APP_ID);
  });

  test.each([
    'http://smba.trafficmanager.net/emea/',
    'https://evil.trafficmanager.net/',
    'https://smba.trafficmanager.net.example.com/',
    'https://botframework.com.example.com/',
    'https://smba.trafficmanager.net:8443/',
    'https://169.254.169.254/',
  ])('even with a valid token no reply goes to %s', async (serviceUrl) => {
    const response = await say(serviceUrl, token({ serviceurl: serviceUrl }));
    expect([response.statusCode, response.json()]).toEqual([403, { error: 'This "serviceUrl" is not one this bot replies to.' }]);
  });

  test('even with a valid token no reply goes to this machine', async () => {
    expect((await say(channel.serviceUrl, token({ serviceurl: channel.serviceUrl }))).statusCode).toBe(403);
  });
});

import { randomUUID } from 'node:crypto';
import { MicrosoftAppCredentials } from 'botframework-connector';
import { ToBotFromBotOrEmulatorTokenValidationParameters } from 'botframework-connector/lib/auth/tokenValidationParameters.js';
import Fastify, { type FastifyInstance } from 'fastify';
import { type Authority, authenticationFor } from '../../../bot/teams/authentication.js';
import { teamsEndpoint } from '../../../bot/teams/endpoint.js';
import { activity, type Connector, closeConnectors, post, startConnector } from './connector.js';
import { fakeBot } from './fake-bot.js';
import {
  answerJson,
  closeOpenIds,
  makeToken,
  type OpenIdServer,
  part,
  secondsFromNow,
  signedByStranger,
  signedWithPublicKey,
  startOpenId,
  unsigned,
} from './openid.js';

/** Stands in for a host of Microsoft's, which a test cannot reach. */
let mockMicrosoft = '';
jest.mock('../../../bot/teams/access.js', () => {
  const actual = jest.requireActual('../../../bot/teams/access.js');
  return { ...actual, isMicrosoftUrl: (url: string) => url === mockMicrosoft || actual.isMicrosoftUrl(url) };
});

const APP_ID = '11111111-1111-4111-8111-111111111111';
const OTHER_APP_ID = '33333333-3333-4333-8333-333333333333';
const TENANT_ID = 'aaaaaaaa-2222-4222-8222-222222222222';
const OTHER_TENANT_ID = 'bbbbbbbb-2222-4222-8222-222222222222';
const CREDENTIALS = { appId: APP_ID, appPassword: 'password-of-the-bot', tenantId: TENANT_ID };
/** One of the issuers the SDK knows for tokens of other bots. */
const SKILL_ISSUER = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
const CONVERSATION = { id: 'a:conversation', conversationType: 'personal', tenantId: TENANT_ID };

const bot = fakeBot();
const servers: FastifyInstance[] = [];
let channel: Connector;
let openId: OpenIdServer;
let server: FastifyInstance;
let ownToken: jest.SpyInstance;
let logged: jest.SpyInstance;

function serverWith(authority: Authority): FastifyInstance {
  const started = Fastify();
  teamsEndpoint({ bot, settings: { credentials: CREDENTIALS, authority } })(started);
  servers.push(started);
  return started;
}

/** A message as Teams delivers it to the bot. `authorization` is the whole header. */
function say(authorization: string | undefined, rest: object = {}, to = server) {
  const message = { id: randomUUID(), text: 'iptal', conversation: CONVERSATION, channelData: { tenant: { id: TENANT_ID } }, ...rest };
  return post(to, activity(channel.serviceUrl, message), {
    remoteAddress: '52.112.0.1',
    headers: { 'x-forwarded-for': '52.112.0.1', ...(authorization === undefined ? {} : { authorization }) },
  });
}

/** A token for this bot and this channel, but for what is replaced. */
function token(claims: object = {}, ...rest: [header?: object, sign?: (text: string) => string]): string {
  return `Bearer ${makeToken({ aud: APP_ID, serviceurl: channel.serviceUrl, ...claims }, ...rest)}`;
}

/** A token of Microsoft Entra ID instead of the Bot Framework's: what the emulator and other bots bring. */
function entraToken(claims: object): string {
  return token({ iss: `https://sts.windows.net/${TENANT_ID}/`, tid: TENANT_ID, ver: '1.0', serviceurl: undefined, ...claims });
}

beforeAll(async () => {
  channel = await startConnector();
  mockMicrosoft = channel.serviceUrl;
});
beforeEach(async () => {
  ownToken = jest.spyOn(MicrosoftAppCredentials.prototype, 'getToken').mockResolvedValue('token-of-the-bot');
  logged = jest.spyOn(console, 'error').mockImplementation();
  openId = await startOpenId();
  server = serverWith(openId);
});
afterEach(async () => {
  await closeOpenIds();
  await Promise.all(servers.splice(0).map((started) => started.close()));
  ownToken.mockRestore();
  logged.mockRestore();
  expect(channel.sent.splice(0)).toEqual([]);
  expect(bot.heard.splice(0)).toEqual([]);
});
afterAll(closeConnectors);

/** That one message was answered, which a test has to say: what nobody speaks of must not have happened. */
function expectAnswered(status: number): void {
  expect(status).toBe(200);
  expect(channel.sent.splice(0)).toMatchObject([{ text: expect.stringContaining('[1]'), authorization: 'Bearer token-of-the-bot' }]);
  expect(bot.heard.splice(0)).toEqual([{ text: 'iptal' }]);
}

describe('a valid token', () => {
  test('is answered, with a token of the bot', async () => {
    expectAnswered((await say(token())).statusCode);
  });

  test('may be of an emulator that holds the credentials of the bot', async () => {
    expectAnswered((await say(entraToken({ appid: APP_ID }))).statusCode);
  });

  test('needs the keys once, however many come, and one with an unknown key does not have them fetched again', async () => {
    expectAnswered((await say(token())).statusCode);
    expectAnswered((await say(token())).statusCode);
    expect((await say(token({}, { kid: 'unknown' }))).statusCode).toBe(401);
    expect(openId.asked).toEqual(['metadata', 'keys']);
  });

  test('is still answered when the authority has gone away since', async () => {
    expectAnswered((await say(token())).statusCode);
    await openId.close();
    expectAnswered((await say(token())).statusCode);
  });

  test('without a token for the bot itself, is told as a reply that was not delivered', async () => {
    ownToken.mockRejectedValue(new Error('login.microsoftonline.com is away'));
    const response = await say(token());
    expect([response.statusCode, response.body]).toEqual([502, expect.not.stringContaining('microsoftonline')]);
    expect(bot.heard.splice(0)).toHaveLength(1);
  });
});

/** Each as the whole header, made when the test runs. */
const REFUSED: [name: string, authorization: () => string | undefined][] = [
  ['is missing', () => undefined],
  ['is empty', () => ''],
  ['is announced and does not come', () => 'Bearer '],
  ['comes by another scheme', () => token().replace('Bearer', 'Basic')],
  ['is a word', () => 'Bearer nonsense'],
  ['is three words', () => 'Bearer a.b.c'],
  ['is nothing but dots', () => 'Bearer ..'],
  ['says nothing', () => `Bearer ${part({ alg: 'RS256' })}.${part(null)}.AAAA`],
  ['says a list', () => `Bearer ${part({ alg: 'RS256' })}.${part([])}.AAAA`],
  ['has expired', () => token({ nbf: secondsFromNow(-7200), exp: secondsFromNow(-3600) })],
  ['is not valid yet', () => token({ nbf: secondsFromNow(3600), exp: secondsFromNow(7200) })],
  ['is for another bot', () => token({ aud: OTHER_APP_ID })],
  ['is for this bot among others', () => token({ aud: [APP_ID, OTHER_APP_ID] })],
  ['is for nobody', () => token({ aud: undefined })],
  ['is issued by somebody else', () => token({ iss: 'https://example.com' })],
  ['is issued by somebody with a similar name', () => token({ iss: 'https://api.botframework.com/' })],
  ['is issued by nobody', () => token({ iss: undefined })],
  ['has an unknown key', () => token({}, { kid: 'unknown' }, signedByStranger)],
  ['has no key', () => token({}, { kid: undefined })],
  ['names the key and is signed with another', () => token({}, {}, signedByStranger)],
  ['was changed after it was signed', () => withClaims(token({ aud: OTHER_APP_ID }), token())],
  ['is not signed', () => token({}, {}, unsigned)],
  ['is not signed and says so', () => token({}, { alg: 'none' }, unsigned)],
  ['says it is not signed, and is', () => token({}, { alg: 'none' })],
  ['is signed with the public key as if it were a secret', () => token({}, { alg: 'HS256' }, signedWithPublicKey)],
  ['is for another serviceUrl', () => token({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
  ['is for no serviceUrl', () => token({ serviceurl: undefined })],
  ['is of an emulator with the credentials of another bot', () => entraToken({ aud: OTHER_APP_ID, appid: OTHER_APP_ID })],
  ['is of another bot that calls this one', () => entraToken({ iss: SKILL_ISSUER, tid: undefined, appid: OTHER_APP_ID })],
];

/** The first token with what the second one says. */
function withClaims(signed: string, other: string): string {
  const [header, , signature] = signed.split('.');
  return [header, other.split('.')[1], signature].join('.');
}

describe('a caller is refused', () => {
  test.each(REFUSED)('whose token %s', async (_name, authorization) => {
    const response = await say(authorization());
    expect([response.statusCode, response.json()]).toEqual([
      401,
      { error: expect.stringMatching(/^The token of the Bot Framework is missing/) },
    ]);
  });

  test('who is on this machine, without a token', async () => {
    const response = await post(server, activity(channel.serviceUrl, { text: 'iptal' }));
    expect(response.statusCode).toBe(401);
  });

  test('with a key that is not endorsed for the channel', async () => {
    expect((await say(token(), { channelId: 'webchat' })).statusCode).toBe(401);
  });

  test('and leaves nothing behind, whatever tenants the tokens name', async () => {
    const before = [...(ToBotFromBotOrEmulatorTokenValidationParameters.issuer as string[])];
    for (let count = 0; count < 5; count += 1) {
      expect((await say(token({ tid: randomUUID() }, {}, signedByStranger))).statusCode).toBe(401);
    }
    expect(ToBotFromBotOrEmulatorTokenValidationParameters.issuer).toEqual(before);
  });
});

describe('even with a valid token', () => {
  test.each([
    'http://smba.trafficmanager.net/emea/',
    'https://evil.trafficmanager.net/',
    'https://smba.trafficmanager.net.example.com/',
    'https://botframework.com.example.com/',
    'https://smba.trafficmanager.net:8443/',
    'https://169.254.169.254/',
    'http://127.0.0.1:3978/',
  ])('no reply goes to %s', async (serviceUrl) => {
    const response = await say(token({ serviceurl: serviceUrl }), { serviceUrl });
    expect([response.statusCode, response.json()]).toEqual([403, { error: 'This "serviceUrl" is not one this bot replies to.' }]);
  });

  test.each(foreign())('nobody is answered %s', async (_name, rest) => {
    const response = await say(token(), rest);
    expect([response.statusCode, Object.keys(response.json())]).toEqual([403, ['error']]);
  });

  test('the tenant may be written in capitals', async () => {
    expectAnswered((await say(token(), { channelData: { tenant: { id: TENANT_ID.toUpperCase() } } })).statusCode);
  });
});

/** What an activity says of its tenant where it is not one of this bot's. */
function foreign(): [name: string, rest: object][] {
  const elsewhere = { ...CONVERSATION, tenantId: OTHER_TENANT_ID };
  const nowhere = { ...CONVERSATION, tenantId: undefined };
  return [
    ['in another tenant', { conversation: elsewhere, channelData: { tenant: { id: OTHER_TENANT_ID } } }],
    ['whose conversation is in another tenant', { conversation: elsewhere }],
    ['whose channel is in another tenant', { channelData: { tenant: { id: OTHER_TENANT_ID } } }],
    ['in no tenant', { conversation: nowhere, channelData: undefined }],
    ['in a tenant that is no text', { conversation: { ...CONVERSATION, tenantId: [TENANT_ID] } }],
  ];
}

test('whoever has no valid token does not learn which tenant is the right one', async () => {
  const answers = await Promise.all([
    say(token({ aud: OTHER_APP_ID })),
    ...foreign().map(([, rest]) => say(token({ aud: OTHER_APP_ID }), rest)),
  ]);
  expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
});

/** How an authority fails, with less patience where all of it would be spent. */
const FAILING: [name: string, start: () => Promise<Authority>][] = [
  [
    'is away',
    async () => {
      const away = await startOpenId();
      await away.close();
      return away;
    },
  ],
  ['fails', () => startOpenId((response) => response.writeHead(500).end('at /srv/keys.js:1:1'))],
  [
    'fails to give the keys',
    () =>
      startOpenId((response, document, whole) =>
        document === 'keys' ? response.writeHead(503).end() : answerJson(response, document, whole),
      ),
  ],
  ['answers with a page', () => startOpenId((response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'))],
  ['hangs up', () => startOpenId((response) => response.destroy())],
  ['says nothing', async () => ({ ...(await startOpenId(() => undefined)), patience: 50 })],
  ['begins to speak and stops', async () => ({ ...(await startOpenId((response) => response.writeHead(200).write('{'))), patience: 50 })],
];

describe('where the authority that has the keys', () => {
  test.each(FAILING)('%s, the caller is asked to come again, and the operator reads one line of it', async (_name, start) => {
    const authorization = token();
    const response = await say(authorization, {}, serverWith(await start()));
    expect([response.statusCode, response.json()]).toEqual([503, { error: expect.stringContaining('cannot be checked now') }]);
    expect(logged.mock.calls).toEqual([[expect.stringMatching(/^Teams: the caller could not be authenticated .+$/)]]);
    expectNoSecret(String(logged.mock.calls), authorization);
  });

  test('answers late, the message it was asked for stays unanswered and the next one is not', async () => {
    const held: (() => void)[] = [];
    let isMute = true;
    const slow = await startOpenId((response, document, whole) => {
      const answer = () => answerJson(response, document, whole);
      if (isMute) held.push(answer);
      else answer();
    });
    expect((await say(token(), {}, serverWith({ ...slow, patience: 50 }))).statusCode).toBe(503);
    isMute = false;
    for (const answer of held) answer();
    expectAnswered((await say(token(), {}, serverWith(slow))).statusCode);
  });
});

describe('what a refused caller reads', () => {
  test('is one sentence, with no stack, host, path or secret in it', async () => {
    const answers = [];
    for (const [, authorization] of REFUSED) answers.push(await say(authorization()));
    for (const [, rest] of foreign()) answers.push(await say(token(), rest));
    for (const [, start] of FAILING) answers.push(await say(token(), {}, serverWith(await start())));
    answers.push(
      await say(token(), { channelId: 'webchat' }),
      await say(token({ serviceurl: 'https://10.0.0.1/' }), { serviceUrl: 'https://10.0.0.1/' }),
    );
    ownToken.mockRejectedValue(new Error(`POST https://login.microsoftonline.com/${TENANT_ID} failed`));
    answers.push(await say(token()));
    expect(bot.heard.splice(0)).toHaveLength(1);

    for (const { statusCode, body } of answers) {
      expect(statusCode).toBeGreaterThanOrEqual(400);
      expect(JSON.parse(body)).toEqual({ error: expect.stringMatching(/^[A-Z][^\n]+\.$/) });
      expect(body).not.toMatch(
        /\bat .+:\d+|\.[jt]s\b|node_modules|[\w-]+\/[\w-]+|\d+\.\d+\.\d+\.\d+|localhost|\.com|\.net|\bE[A-Z]{4,}\b|Error/,
      );
      expectNoSecret(body, token());
    }
  });
});

function expectNoSecret(text: string, authorization: string): void {
  const parts = authorization.replace('Bearer ', '').split('.');
  for (const secret of [CREDENTIALS.appPassword, APP_ID, TENANT_ID, 'token-of-the-bot', ...parts]) expect(text).not.toContain(secret);
}

test("an authority of one's own replaces where the keys come from, and nothing else of what the SDK does by itself", () => {
  const openIdMetadata = 'http://127.0.0.1/keys';
  const inside = (authority?: Authority) => (authenticationFor(CREDENTIALS, authority) as unknown as { inner: object }).inner;
  expect(inside({ openIdMetadata })).toEqual({
    ...inside(),
    toBotFromChannelOpenIdMetadataUrl: openIdMetadata,
    toBotFromEmulatorOpenIdMetadataUrl: openIdMetadata,
  });
  expect(inside()).toMatchObject({
    toBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    toBotFromChannelTokenIssuer: 'https://api.botframework.com',
  });
});

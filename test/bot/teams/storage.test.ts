import Fastify, { type FastifyInstance } from 'fastify';
import { teamsEndpoint } from '../../../bot/teams/endpoint.js';
import { openStorage } from '../../../bot/teams/storage.js';
import { type Azurite, blobsAt, startAzurite } from './azurite.js';
import { activity, type Connector, closeConnectors, post, startConnector } from './connector.js';
import { fakeBot } from './fake-bot.js';

jest.mock('../../../bot/teams/storage-limits.js', () => ({
  ...jest.requireActual('../../../bot/teams/storage-limits.js'),
  TIMEOUT: 60_000,
}));
jest.setTimeout(30_000);
const loaded: string[] = [];
jest.mock('botbuilder-azure-blobs', () => loaded.push('blobs') && jest.requireActual('botbuilder-azure-blobs'));

test('without settings the conversations are kept in memory, and nothing of Azure is loaded', async () => {
  const storage = openStorage(null);
  await storage.write({ a: { n: 1 } });
  expect(await storage.read(['a'])).toMatchObject({ a: { n: 1 } });
  expect(await openStorage(null).read(['a'])).toEqual({});
  expect(loaded).toEqual([]);
});

test('wrong settings cost the memory only, and are not shown in the log', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation();
  const storage = openStorage({ connection: 'AccountKey=secret', container: 'test' });
  await storage.write({ a: { n: 1 } });
  expect(await storage.read(['a'])).toEqual({});
  expect(logged.mock.calls).toEqual([[expect.stringMatching(/^Teams: the storage failed/)]]);
  expect(logged.mock.calls.join()).not.toContain('secret');
  expect(loaded).toEqual(['blobs']);
  logged.mockRestore();
});

describe('two replicas that share a container', () => {
  let azurite: Azurite;
  let channel: Connector;
  let replicas: FastifyInstance[];
  let logged: jest.SpyInstance;
  let count = 0;
  const say = async (replica: number, text: string) => {
    const { statusCode } = await post(replicas[replica] as FastifyInstance, activity(channel.serviceUrl, { text }));
    return [statusCode, channel.sent.at(-1)?.text];
  };

  beforeAll(async () => {
    azurite = await startAzurite();
  });
  afterAll(() => azurite.stop());
  beforeEach(async () => {
    count += 1;
    logged = jest.spyOn(console, 'error').mockImplementation();
    channel = await startConnector();
    replicas = [0, 1].map(() => {
      const server = Fastify();
      teamsEndpoint({ bot: fakeBot(), settings: { credentials: null, storage: blobsAt(azurite.port, `replicas-${count}`) } })(server);
      return server;
    });
  });
  afterEach(async () => {
    for (const server of replicas) await server.close();
    await closeConnectors();
    jest.restoreAllMocks();
  });

  test('remember a conversation whichever of them is asked', async () => {
    expect(await say(0, 'bir')).toEqual([200, 'Duydum: bir (1)']);
    expect(await say(1, 'iki')).toEqual([200, 'Duydum: iki (2)']);
    expect(await say(0, 'üç')).toEqual([200, 'Duydum: üç (3)']);
    expect(await say(1, 'dört')).toEqual([200, 'Duydum: dört (4)']);
    expect(logged).not.toHaveBeenCalled();
  });

  test('answer every message of several that arrive at once', async () => {
    await say(0, 'bir');
    const answers = await Promise.all([say(0, 'iki'), say(1, 'üç'), say(0, 'dört'), say(1, 'beş')]);
    expect(answers.map(([status]) => status)).toEqual([200, 200, 200, 200]);
    expect(channel.sent).toHaveLength(5);
    expect(logged).not.toHaveBeenCalled();
  });

  test('answer through an outage of the storage, and remember again after it', async () => {
    const now = performance.now.bind(performance);
    let later = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now() + later);
    await say(0, 'bir');
    await say(1, 'iki');

    await azurite.stop();
    expect(await say(0, 'üç')).toEqual([200, 'Duydum: üç (1)']);
    expect(await say(0, 'dört')).toEqual([200, 'Duydum: dört (1)']);
    expect(await say(1, 'beş')).toEqual([200, 'Duydum: beş (1)']);
    const line = expect.stringMatching(/^Teams: the storage failed.* RestError ECONNREFUSED/);
    expect(logged.mock.calls).toEqual([[line], [line]]);

    azurite = await startAzurite(azurite.port);
    later = 60_000;
    expect(await say(0, 'altı')).toEqual([200, 'Duydum: altı (1)']);
    expect(await say(1, 'yedi')).toEqual([200, 'Duydum: yedi (2)']);
    expect(await say(0, 'sekiz')).toEqual([200, 'Duydum: sekiz (3)']);
    expect(logged.mock.calls.slice(2)).toEqual([['Teams: the storage is back.'], ['Teams: the storage is back.']]);
  });
});

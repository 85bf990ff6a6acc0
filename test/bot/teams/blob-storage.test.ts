import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { BlobsStorage } from 'botbuilder-azure-blobs';
import { openBlobs } from '../../../bot/teams/blob-storage.js';
import type { BlobSettings } from '../../../bot/teams/storage.js';
import { type Azurite, blobsAt, startAzurite } from './azurite.js';

jest.setTimeout(30_000);

const LIMITS = { maxAge: 1000, timeout: 60_000 };

describe('the storage in Azure blobs', () => {
  let azurite: Azurite;
  let blobs: BlobSettings;
  let time: number;
  let count = 0;
  const open = () => openBlobs(blobs, { ...LIMITS, now: () => time });

  beforeAll(async () => {
    azurite = await startAzurite();
  });
  afterAll(() => azurite.stop());
  beforeEach(() => {
    count += 1;
    blobs = blobsAt(azurite.port, `test-${count}`);
    time = 1_000_000;
  });

  test('gives back what it was given, to every replica, and nothing else', async () => {
    const [one, other] = [await open(), await open()];
    const state = { memory: { topic: 'staj-iptali', facts: [{ id: 'a', value: null }] }, welcomed: true };
    await one.write({ 'msteams/28:bot/conversations/a:1': state });
    const read = await other.read(['msteams/28:bot/conversations/a:1', 'msteams/28:bot/conversations/a:2']);
    expect(read).toEqual({ 'msteams/28:bot/conversations/a:1': state });
  });

  test('letters beyond ASCII come back whole, in values and in keys', async () => {
    const storage = await open();
    const state = { İ: 'çğıöşü ÇĞİÖŞÜ “tırnak” — \u007f\u0080\uffff 🙂', end: true };
    await storage.write({ 'görüşme/ı': state });
    expect(await storage.read(['görüşme/ı', 'görüşme/i'])).toEqual({ 'görüşme/ı': state });
  });

  test('conversations with long or odd ids have a memory each', async () => {
    const storage = await open();
    const keys = [`${'a'.repeat(2000)}1`, `${'a'.repeat(2000)}2`, 'a/b', 'a//b', '/a/b'];
    for (const key of keys) await storage.write({ [key]: { key } });
    expect(await storage.read(keys)).toEqual(Object.fromEntries(keys.map((key) => [key, { key }])));
  });

  test('what nobody wrote for too long is not there, until it is written anew', async () => {
    const storage = await open();
    await storage.write({ a: { n: 1 }, b: { n: 1 } });
    time += 900;
    await storage.write({ b: { n: 2 } });
    time += 101;
    expect(await storage.read(['a', 'b'])).toEqual({ b: { n: 2 } });
    await storage.write({ a: { n: 3 } });
    expect(await storage.read(['a'])).toEqual({ a: { n: 3 } });
  });

  test('of two replicas that write what both have read, the last one wins', async () => {
    const [one, other] = [await open(), await open()];
    await one.write({ a: { n: 1 } });
    const [mine, theirs] = [await one.read(['a']), await other.read(['a'])];
    await one.write({ a: { ...mine.a, n: 2 } });
    await other.write({ a: { ...theirs.a, n: 3 } });
    expect(await one.read(['a'])).toEqual({ a: { n: 3 } });
    await one.write({ a: { n: 4, eTag: '"of another storage"' } });
    expect(await other.read(['a'])).toEqual({ a: { n: 4 } });
  });

  test('forgets what it is told to', async () => {
    const storage = await open();
    await storage.write({ a: { n: 1 } });
    await storage.delete(['a', 'b']);
    expect(await storage.read(['a'])).toEqual({});
  });

  test.each([{ json: '{"cut' }, { json: 5 }, { n: 1 }])(
    'a blob of others, such as %j, is nothing known, and is written over',
    async (content) => {
      const storage = await open();
      const name = createHash('sha256').update('a').digest('hex');
      await new BlobsStorage(blobs.connection, blobs.container).write({ [name]: { writtenAt: time, ...content, eTag: '*' } });
      expect(await storage.read(['a'])).toEqual({});
      await storage.write({ a: { n: 2 } });
      expect(await storage.read(['a'])).toEqual({ a: { n: 2 } });
    },
  );
});

test('a call to a server that never answers ends, and its connection with it', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const storage = await openBlobs(blobsAt(port, 'test'), { ...LIMITS, timeout: 500 });
  await expect(storage.read(['a'])).rejects.toMatchObject({ name: 'AbortError' });
  await Promise.all(sockets.map((socket) => socket.closed || once(socket.resume(), 'close')));
  expect(sockets.length).toBeGreaterThan(0);
  server.close();
});

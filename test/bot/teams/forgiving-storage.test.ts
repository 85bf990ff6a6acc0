import type { Storage } from 'botbuilder';
import { createForgivingStorage, type ForgivingOptions } from '../../../bot/teams/forgiving-storage.js';
import { createMemoryStorage } from '../../../bot/teams/memory-storage.js';

const SECRET = 'AccountKey=c2VjcmV0';

describe('a storage that may fail', () => {
  let inner: Storage;
  /** What the storage does instead of its work, while it is set. */
  let trouble: (() => Promise<never>) | null;
  let calls: number;
  let opened: number;
  let time: number;
  let logged: jest.SpyInstance;

  const refuse = () => Promise.reject(Object.assign(new Error(SECRET), { name: 'RestError', code: 'ECONNREFUSED', statusCode: 503 }));
  const work = <Result>(use: () => Promise<Result>): Promise<Result> => {
    calls += 1;
    return trouble ? trouble() : use();
  };
  const open = async (): Promise<Storage> => {
    opened += 1;
    return {
      read: (keys) => work(() => inner.read(keys)),
      write: (changes) => work(() => inner.write(changes)),
      delete: (keys) => work(() => inner.delete(keys)),
    };
  };
  const limits = (timeout = 60_000): ForgivingOptions => ({ timeout, pause: 5000, now: () => time });
  const create = (timeout?: number) => createForgivingStorage(open, limits(timeout));
  const lines = () => logged.mock.calls.map(([line]) => line);

  beforeEach(async () => {
    inner = createMemoryStorage();
    await inner.write({ a: { n: 1 } });
    trouble = null;
    [calls, opened, time] = [0, 0, 0];
    logged = jest.spyOn(console, 'error').mockImplementation();
  });
  afterEach(() => logged.mockRestore());

  test('does its work while it can, opened once and at the first use', async () => {
    const storage = create();
    expect(opened).toBe(0);
    await storage.write({ b: { n: 2 } });
    expect(await storage.read(['a', 'b'])).toMatchObject({ a: { n: 1 }, b: { n: 2 } });
    await storage.delete(['a', 'b']);
    expect(await storage.read(['a', 'b'])).toEqual({});
    expect([opened, lines()]).toEqual([1, []]);
  });

  test.each<[string, (storage: Storage) => Promise<unknown>, unknown]>([
    ['reading finds nothing', (storage) => storage.read(['a']), {}],
    ['writing does nothing', (storage) => storage.write({ a: { n: 2 } }), undefined],
    ['deleting does nothing', (storage) => storage.delete(['a']), undefined],
  ])('while it fails, %s, and the log tells the kind of error without its message', async (_what, use, result) => {
    trouble = refuse;
    expect(await use(create())).toEqual(result);
    expect(lines()).toEqual([expect.stringMatching(/^Teams: the storage failed.* RestError ECONNREFUSED 503 at .*$/)]);
    expect(lines().join()).not.toContain(SECRET);
  });

  test('one that never answers is given up', async () => {
    trouble = () => new Promise(() => undefined);
    expect(await create(10).read(['a'])).toEqual({});
    expect(lines()).toEqual([expect.stringMatching(/^Teams: the storage failed.* TimeoutError/)]);
  });

  test('one that cannot be opened costs no more than that, and is opened again', async () => {
    let isBroken = true;
    const storage = createForgivingStorage(async () => (isBroken ? refuse() : open()), limits());
    expect(await storage.read(['a'])).toEqual({});
    isBroken = false;
    time = 5000;
    expect(await storage.read(['a'])).toMatchObject({ a: { n: 1 } });
  });

  test('after a failure it is left alone for the pause', async () => {
    trouble = refuse;
    const storage = create();
    await storage.read(['a']);
    time = 4999;
    await storage.write({ a: { n: 2 } });
    expect(await storage.read(['a'])).toEqual({});
    expect(calls).toBe(1);
  });

  test('after the pause one turn tries it, and the others go on without it', async () => {
    trouble = refuse;
    const storage = create();
    await storage.read(['a']);
    time = 5000;
    await Promise.all([storage.read(['a']), storage.read(['a']), storage.read(['a'])]);
    expect(calls).toBe(2);
    time = 9999;
    await storage.read(['a']);
    expect(calls).toBe(2);
  });

  test('once it works again it is opened afresh and remembers; one line told of the failure and one tells of the end', async () => {
    trouble = refuse;
    const storage = create();
    await storage.read(['a']);
    time = 5000;
    await storage.read(['a']);
    trouble = null;
    time = 10_000;
    expect(await storage.read(['a'])).toMatchObject({ a: { n: 1 } });
    await storage.write({ a: { n: 2 } });
    expect(await storage.read(['a'])).toMatchObject({ a: { n: 2 } });
    expect(opened).toBe(3);
    expect(lines()).toEqual([expect.stringContaining('failed'), 'Teams: the storage is back.']);
  });
});

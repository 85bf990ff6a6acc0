import { createMemoryStorage } from '../../../bot/teams/memory-storage.js';

describe('the storage in memory', () => {
  test('gives back copies of what it was given', async () => {
    const storage = createMemoryStorage();
    const state = { memory: { topic: 'staj-iptali' } };
    await storage.write({ a: state });
    state.memory.topic = 'changed';
    expect(await storage.read(['a', 'b'])).toEqual({ a: { memory: { topic: 'staj-iptali' }, eTag: '1' } });
  });

  test('refuses to write over a newer version, and changes nothing then', async () => {
    const storage = createMemoryStorage();
    await storage.write({ a: { n: 1 } });
    const { a: old } = await storage.read(['a']);
    await storage.write({ a: { ...old, n: 2 } });
    await expect(storage.write({ b: { n: 9 }, a: { ...old, n: 3 } })).rejects.toThrow('eTag');
    expect(await storage.read(['a', 'b'])).toEqual({ a: { n: 2, eTag: '2' } });
  });

  test('takes * and a missing eTag as "whatever is there"', async () => {
    const storage = createMemoryStorage();
    await storage.write({ a: { n: 1 } });
    await storage.write({ a: { n: 2, eTag: '*' } });
    await storage.write({ a: { n: 3 } });
    expect((await storage.read(['a'])).a.n).toBe(3);
  });

  test('forgets what it is told to', async () => {
    const storage = createMemoryStorage();
    await storage.write({ a: { n: 1 } });
    await storage.delete(['a', 'b']);
    expect(await storage.read(['a'])).toEqual({});
  });

  test('never holds more than it may: the least recently used goes first', async () => {
    const storage = createMemoryStorage({ maxItems: 2 });
    await storage.write({ a: { n: 1 } });
    await storage.write({ b: { n: 2 } });
    await storage.read(['a']);
    await storage.write({ c: { n: 3 } });
    expect(Object.keys(await storage.read(['a', 'b', 'c']))).toEqual(['a', 'c']);
  });

  test('forgets what nobody used for a day', async () => {
    let now = 0;
    const storage = createMemoryStorage({ maxAge: 1000, now: () => now });
    await storage.write({ a: { n: 1 }, b: { n: 2 } });
    now = 900;
    await storage.read(['b']);
    now = 1500;
    expect(Object.keys(await storage.read(['a', 'b']))).toEqual(['b']);
  });
});

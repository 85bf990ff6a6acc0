import { inTime } from '../../../bot/teams/in-time.js';

const never = new Promise<string>(() => undefined);

describe('in time', () => {
  test('work that ends first gives its own result, and fails as it fails', async () => {
    await expect(inTime(Promise.resolve('done'), 10_000, () => 'late')).resolves.toBe('done');
    await expect(inTime(Promise.reject(new Error('broken')), 10_000, () => 'late')).rejects.toThrow('broken');
  });

  test('work that does not end gives what being late gives', async () => {
    await expect(inTime(never, 1, () => 'late')).resolves.toBe('late');
  });

  test('being late may be an error', async () => {
    const giveUp = (): never => {
      throw new RangeError('too long');
    };
    await expect(inTime(never, 1, giveUp)).rejects.toThrow(RangeError);
  });

  test('nothing is left waiting once the work has ended', async () => {
    jest.useFakeTimers();
    try {
      await inTime(Promise.resolve('done'), 10_000, () => 'late');
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});

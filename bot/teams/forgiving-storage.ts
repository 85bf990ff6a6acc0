import type { Storage } from 'botbuilder';
import { inTime } from './in-time.js';
import { log } from './log.js';

export interface ForgivingOptions {
  /** How long a turn waits for the storage; ms. */
  readonly timeout: number;
  /** How long a storage that failed is left alone; ms. */
  readonly pause: number;
  /** A clock that never goes back; ms. */
  readonly now?: () => number;
}

class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/**
 * A storage whose failures cost the memory of a conversation, never the answer: reading finds nothing, writing and deleting do nothing.
 * After a failure nobody waits for the storage during the `pause`; then one turn tries it again while the others go on without.
 * Logs one line when the storage fails and one when it is back. `open` is called at the first use, and afresh after a failure:
 * BlobsStorage never gets over a container it could not reach the first time.
 */
export function createForgivingStorage(open: () => Promise<Storage>, options: ForgivingOptions): Storage {
  const { timeout, pause, now = () => performance.now() } = options;
  let opened: Promise<Storage> | null = null;
  let isDown = false;
  let nextTry = 0;

  async function attempt<Result>(use: (storage: Storage) => Promise<Result>, otherwise: Result): Promise<Result> {
    if (isDown && now() < nextTry) return otherwise;
    if (isDown) nextTry = now() + pause;
    try {
      opened ??= open();
      const result = await inTime(use(await opened), timeout, giveUp);
      if (isDown) console.error('Teams: the storage is back.');
      isDown = false;
      return result;
    } catch (error) {
      if (!isDown) log('the storage failed, conversations are not remembered until it is back:', error);
      isDown = true;
      nextTry = now() + pause;
      opened = null;
      return otherwise;
    }
  }

  return {
    read: (keys) => attempt((storage) => storage.read(keys), {}),
    write: (changes) => attempt((storage) => storage.write(changes), undefined),
    delete: (keys) => attempt((storage) => storage.delete(keys), undefined),
  };
}

function giveUp(): never {
  throw new TimeoutError();
}

import type { Storage, StoreItems } from 'botbuilder';

interface Kept {
  readonly json: string;
  readonly eTag: string;
  readonly usedAt: number;
}

interface MemoryOptions {
  /** What nobody used for so long is gone; ms. */
  readonly maxAge?: number;
  readonly maxItems?: number;
  readonly now?: () => number;
}

/**
 * The SDK's storage, in memory and bounded: the least recently used items go first, and what nobody used for `maxAge` is gone.
 * Items are copied in and out, as a remote storage would. Writing over a newer version throws, as the SDK expects of an eTag.
 */
export function createMemoryStorage({ maxAge = Infinity, maxItems = 5000, now = Date.now }: MemoryOptions = {}): Storage {
  // In order of last use, oldest first: a Map keeps the order of insertion, and every use inserts anew.
  const items = new Map<string, Kept>();
  let version = 0;

  function keep(key: string, item: { json: string; eTag: string }): void {
    items.delete(key);
    items.set(key, { ...item, usedAt: now() });
  }

  function forget(): void {
    for (const [key, { usedAt }] of items) {
      if (items.size <= maxItems && now() - usedAt <= maxAge) return;
      items.delete(key);
    }
  }

  async function read(keys: string[]): Promise<StoreItems> {
    forget();
    const found: StoreItems = {};
    for (const key of keys) {
      const item = items.get(key);
      if (!item) continue;
      keep(key, item);
      found[key] = { ...JSON.parse(item.json), eTag: item.eTag };
    }
    return found;
  }

  async function write(changes: StoreItems): Promise<void> {
    for (const [key, { eTag }] of Object.entries(changes)) {
      const current = items.get(key);
      if (current && eTag && eTag !== '*' && eTag !== current.eTag)
        throw new Error('Storage: the item was changed by another turn (eTag conflict).');
    }
    for (const [key, { eTag: _old, ...item }] of Object.entries(changes)) {
      version += 1;
      keep(key, { json: JSON.stringify(item), eTag: String(version) });
    }
    forget();
  }

  return {
    read,
    write,
    delete: async (keys) => {
      for (const key of keys) items.delete(key);
    },
  };
}

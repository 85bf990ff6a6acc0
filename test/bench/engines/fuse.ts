import Fuse from 'fuse.js';
import type { Corpus, Engine } from './engine.js';

/** fuse.js over whole variants, as one would first use it. */
export function load({ entries }: Corpus): Engine {
  const variants = entries.flatMap(({ id, variants }) => variants.map((text) => ({ id, text })));
  const fuse = new Fuse(variants, { keys: ['text'], threshold: 0.4, ignoreLocation: true, includeScore: true });
  return { top: (text) => fuse.search(text, { limit: 1 })[0]?.item.id ?? null };
}

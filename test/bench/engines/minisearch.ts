import MiniSearch from 'minisearch';
import type { Corpus, Engine } from './engine.js';

/** MiniSearch with what its documentation recommends for misspelt and unfinished words; one word in common is enough. */
export function load({ entries }: Corpus): Engine {
  const variants = entries.flatMap(({ id, variants }) => variants.map((text, n) => ({ id: `${id} ${n}`, entry: id, text })));
  const search = new MiniSearch({ fields: ['text'], storeFields: ['entry'] });
  search.addAll(variants);
  return { top: (text) => search.search(text, { fuzzy: 0.2, prefix: true, combineWith: 'OR' })[0]?.entry ?? null };
}

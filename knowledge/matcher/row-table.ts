/**
 * Row of each feature by a hash of its name: a Map of a hundred thousand names would take longer to load than all else, and most of the
 * memory. Two names share a hash of 32 bits once in thousands of millions; then they share a row (Weinberger et al., "Feature hashing for
 * large scale multitask learning", ICML 2009). Open addressing (Knuth, TAOCP 3, 6.4); plain data, so that it can be stored.
 */
export interface RowTable {
  /** How many rows there are. */
  readonly size: number;
  /** A power of two long; 0 where nothing stands. */
  readonly hashes: Uint32Array;
  readonly rows: Uint32Array;
}

/** The table is half empty at least, so that a name that it does not hold is soon known. */
const SPARE = 2;

/** A table in which the row of a name is its place among the names. */
export function rowTable(names: readonly string[]): RowTable {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(1, names.length) * SPARE));
  const table: RowTable = { size: names.length, hashes: new Uint32Array(slots), rows: new Uint32Array(slots) };
  names.forEach((name, row) => {
    const hash = hashOf(name);
    const slot = slotOf(table, hash);
    if (table.hashes[slot] !== 0) return;
    table.hashes[slot] = hash;
    table.rows[slot] = row;
  });
  return table;
}

/** The row of a name, or undefined. */
export function rowOf(table: RowTable, name: string): number | undefined {
  const slot = slotOf(table, hashOf(name));
  return table.hashes[slot] === 0 ? undefined : table.rows[slot];
}

/** Where the hash stands, or would stand. */
function slotOf({ hashes }: RowTable, hash: number): number {
  const last = hashes.length - 1;
  let slot = hash & last;
  while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & last;
  return slot;
}

/** FNV-1a over UTF-16 units, mixed as in MurmurHash3, so that the low bits are as good as the high ones; never 0. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0 || 1;
}

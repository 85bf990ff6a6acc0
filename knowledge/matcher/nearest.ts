import type { Features } from './logistic.js';

/**
 * Nearest groups of examples by cosine similarity over an inverted index: finds which refusal subject a refused message is about,
 * and which variants of the knowledge base a message resembles. Plain data, so that it can be stored.
 */
export interface NearestIndex {
  readonly rows: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
  /** Postings of row r: from `starts[r]` to `starts[r + 1]`. */
  readonly starts: Uint32Array;
  readonly examples: Uint16Array;
  readonly values: Float32Array;
  /** Group of each example. */
  readonly groups: Uint16Array;
}

/** Builds the index of examples; at most 65,535 of them. */
export function indexExamples(examples: readonly { readonly features: Features; readonly group: number }[]): NearestIndex {
  const postings = new Map<string, [example: number, strength: number][]>();
  examples.forEach(({ features }, n) => {
    for (const [name, strength] of features) {
      const list = postings.get(name);
      if (list) list.push([n, strength]);
      else postings.set(name, [[n, strength]]);
    }
  });
  const names = [...postings.keys()];
  const idf = Float32Array.from(names, (name) => Math.log(1 + examples.length / (postings.get(name)?.length ?? 1)));
  const squares = new Float64Array(examples.length);
  names.forEach((name, row) => {
    for (const [n, strength] of postings.get(name) ?? []) squares[n] = (squares[n] as number) + (strength * (idf[row] as number)) ** 2;
  });
  const starts = new Uint32Array(names.length + 1);
  const total = [...postings.values()].reduce((sum, list) => sum + list.length, 0);
  const ids = new Uint16Array(total);
  const values = new Float32Array(total);
  let at = 0;
  names.forEach((name, row) => {
    for (const [n, strength] of postings.get(name) ?? []) {
      ids[at] = n;
      values[at++] = (strength * (idf[row] as number)) / Math.sqrt(squares[n] as number);
    }
    starts[row + 1] = at;
  });
  return {
    rows: new Map(names.map((name, row) => [name, row])),
    idf,
    starts,
    examples: ids,
    values,
    groups: Uint16Array.from(examples, ({ group }) => group),
  };
}

/** How many nearest examples have a say. */
const NEIGHBOURS = 5;

/** The groups that `admits` lets in, by the squared similarities of their examples among the nearest, best first. */
export function nearestGroups(
  index: NearestIndex,
  features: Features,
  admits: (group: number) => boolean,
): { group: number; similarity: number }[] {
  const similarities = new Float32Array(index.groups.length);
  let square = 0;
  for (const [name, strength] of features) {
    const row = index.rows.get(name);
    if (row === undefined) continue;
    const value = strength * (index.idf[row] as number);
    square += value * value;
    for (let i = index.starts[row] as number; i < (index.starts[row + 1] as number); i++) {
      const n = index.examples[i] as number;
      similarities[n] = (similarities[n] as number) + value * (index.values[i] as number);
    }
  }
  const scale = 1 / (Math.sqrt(square) || 1);
  const nearest = Array.from(similarities.keys())
    .filter((n) => (similarities[n] as number) > 0 && admits(index.groups[n] as number))
    .sort((a, b) => (similarities[b] as number) - (similarities[a] as number))
    .slice(0, NEIGHBOURS);
  const groups = new Map<number, number>();
  for (const n of nearest) {
    const group = index.groups[n] as number;
    groups.set(group, (groups.get(group) ?? 0) + ((similarities[n] as number) * scale) ** 2);
  }
  return [...groups].map(([group, similarity]) => ({ group, similarity })).sort((a, b) => b.similarity - a.similarity);
}

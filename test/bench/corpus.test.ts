import { rootPath } from '../../bot/root.js';
import { loadKnowledge } from '../../knowledge/load.js';
import { fold } from '../../knowledge/text/fold.js';
import { entriesAt, SIZES } from './corpus.js';

describe('the entries that engines are compared on', () => {
  const knowledge = loadKnowledge(rootPath('knowledge'));

  test.each(SIZES)('are %i, each with an id of its own and 20 different variants', (size) => {
    const entries = entriesAt(size, knowledge);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(size);
    expect(entries.map(({ variants }) => new Set(variants).size)).toEqual(new Array(size).fill(20));
  });

  test('are the same each time, the smaller ones first among the larger', () => {
    const entries = entriesAt(300, knowledge);
    expect(entriesAt(300, loadKnowledge(rootPath('knowledge')))).toEqual(entries);
    expect(entriesAt(12, knowledge)).toEqual(entries.slice(0, 12));
    expect(entriesAt(60, knowledge)).toEqual(entries.slice(0, 60));
    expect(entries.slice(0, 12).map(({ id }) => id)).toEqual(knowledge.entries.map(({ id }) => id));
  });

  test('are copied into words of which none stands in the originals, as many', () => {
    const entries = entriesAt(300, knowledge);
    const originals = words(entries.slice(0, 60));
    for (const start of [60, 120, 180, 240]) {
      const copies = words(entries.slice(start, start + 60));
      expect(copies.length).toBe(originals.length);
      expect(copies.filter((word) => originals.includes(word))).toEqual([]);
    }
  });
});

/** The words of four letters and more, folded. */
function words(entries: readonly { variants: readonly string[] }[]): string[] {
  return entries.flatMap(({ variants }) => variants).flatMap((text) => fold(text).match(/\p{L}{4,}/gu) ?? []);
}

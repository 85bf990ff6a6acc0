import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Knowledge } from '../../knowledge/load.js';

/** What the engines are measured on: an entry is an id and the ways it is asked. */
export interface BenchEntry {
  readonly id: string;
  readonly variants: readonly string[];
}

/** How many entries there are. */
export const SIZES = [12, 60, 300] as const;
export type Size = (typeof SIZES)[number];

const [REAL, REAL_AND_SUBJECTS] = SIZES;
const VARIANTS = 20;
/** Families of refusals whose examples are in other languages, or in none. */
const NOT_TURKISH = ['dil', 'anlasilmayan'];
/** One copy of the first sixty entries for each. Odd, so that vowels become consonants: no copied word should be Turkish by chance. */
const SHIFTS = [1, 3, 5, 7];

/** The official questions, then refusal subjects as if they were answered, then copies of all these in other letters. */
export function entriesAt(size: Size, { entries, refusals }: Knowledge): BenchEntry[] {
  const subjects = refusals
    .filter(({ family }) => !NOT_TURKISH.includes(family))
    .toSorted((a, b) => b.examples.length - a.examples.length)
    .slice(0, REAL_AND_SUBJECTS - REAL);
  const originals = [
    ...entries.slice(0, REAL).map(({ id, variants }) => ({ id, variants: spread(variants, VARIANTS) })),
    ...subjects.map(({ id, examples }) => ({ id, variants: spread(examples, VARIANTS) })),
  ];
  const copies = SHIFTS.flatMap((shift) =>
    originals.map(({ id, variants }) => ({ id: `${id}-${shift}`, variants: variants.map((text) => shiftLetters(text, shift)) })),
  );
  return [...originals, ...copies].slice(0, size);
}

/** Writes a knowledge base that holds the variants and nothing else: the first is the question too. */
export function writeKnowledge(folder: string, entries: readonly BenchEntry[]): void {
  mkdirSync(join(folder, 'faq'), { recursive: true });
  for (const { id, variants } of entries)
    writeFileSync(join(folder, 'faq', `${id}.yaml`), stringify({ id, question: variants[0], answer: 'Yanıt.', variants }));
}

/** So many items at equal distances. */
function spread<T>(items: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, n) => items[Math.floor((n * items.length) / count)] as T);
}

/** Cycles of letters. The first two run side by side, so that words which fold alike still do after the shift. */
const CYCLES = ['ıcogus', 'içöğüş', 'abdfhjklmenpqrtvwxyz'].flatMap((cycle) => [cycle, cycle.toLocaleUpperCase('tr')]);

/** Moves every letter on in its cycle: other words, of the same lengths and frequencies. */
function shiftLetters(text: string, shift: number): string {
  return text.replace(/\p{L}/gu, (letter) => {
    const cycle = CYCLES.find((letters) => letters.includes(letter));
    return cycle ? cycle.charAt((cycle.indexOf(letter) + shift) % cycle.length) : letter;
  });
}

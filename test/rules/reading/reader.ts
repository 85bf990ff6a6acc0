import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileLexicon } from '../../../rules/reading/lexicon.js';
import { read } from '../../../rules/reading/read.js';
import type { Reading } from '../../../rules/reading/reading.js';

const lexicon = compileLexicon(parse(readFileSync(join(process.cwd(), 'rules', 'reading', 'lexicon.yaml'), 'utf8')));

export function reading(text: string): Reading {
  return read(text, lexicon);
}

/** Facts as `id → value`. */
export function factsOf(text: string): Record<string, string> {
  return Object.fromEntries(reading(text).facts.map(({ id, value }) => [id, value]));
}

/** Only the facts whose id matches. */
export function factsLike(text: string, id: RegExp): Record<string, string> {
  return Object.fromEntries(Object.entries(factsOf(text)).filter(([name]) => id.test(name)));
}

/** Only the dates, `internship1` shortened to `1`: `{ '1.from': '2020-08-03' }`. */
export function datesOf(text: string): Record<string, string> {
  const dates = Object.entries(factsLike(text, /\.(?:from|to)$/));
  return Object.fromEntries(dates.map(([id, value]) => [id.replace('internship', ''), value]));
}

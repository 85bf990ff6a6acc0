import { rootPath } from '../../../bot/root.js';
import { trainStatements } from '../../../rules/reading/learned/training.js';
import { compileLexicon, type LexiconData } from '../../../rules/reading/lexicon.js';
import { inspectExamples, inspectLexicon } from '../../../rules/reading/load.js';
import { readerFor } from '../../../rules/reading/reader.js';
import type { Reading } from '../../../rules/reading/reading.js';
import { NO_RULES, type Rule } from '../../../rules/rules.js';

const lexicon = compileLexicon(inspectLexicon(rootPath('rules', 'reading', 'lexicon.yaml')).lexicon as LexiconData);
const trained = trainStatements(inspectExamples(rootPath('rules', 'reading', 'examples')).examples, lexicon);

const read = readerFor({ ...NO_RULES, rules: [{} as Rule] }, lexicon, trained);

/** Reads a text as the bot does. */
export function reading(text: string): Reading {
  return read(text);
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

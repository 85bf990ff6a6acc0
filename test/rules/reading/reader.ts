import { compile } from '../../../bot/compile.js';
import { fingerprint, readCompiled } from '../../../bot/compiled.js';
import { foldersOf } from '../../../bot/folders.js';
import { compileLexicon } from '../../../rules/reading/lexicon.js';
import { readerFor } from '../../../rules/reading/reader.js';
import type { Reading } from '../../../rules/reading/reading.js';
import { NO_RULES, type Rule } from '../../../rules/rules.js';

// What the build stored where it still fits: training takes a while, and each file of tests would do it again.
const folders = foldersOf();
const { lexicon, statements } = readCompiled(fingerprint([folders.knowledge, folders.rules])) ?? compile(folders).compiled;

const read = readerFor({ ...NO_RULES, rules: [{} as Rule] }, compileLexicon(lexicon), statements);

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

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { rootPath } from '../../bot/root.js';

/** The texts of all labelled messages, file by file and as they stand there: the same order for whatever is put under load. */
export function evalTexts(): string[] {
  const folder = rootPath('test', 'eval');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as { text?: unknown }[])
    .flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
}

/** So many of them at equal distances, so that every file has its share. */
export function mixOf(count: number): string[] {
  const texts = evalTexts();
  return Array.from({ length: count }, (_, n) => texts[Math.floor((n * texts.length) / count)] as string);
}

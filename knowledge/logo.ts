import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.js';
import type { University } from './schema.js';
import type { YamlFile } from './yaml-file.js';

/** Larger ones are refused, and those above `LIGHT` come with advice; bytes. */
const MAX_LOGO = 200_000;
const LIGHT = 12_000;

/** What is wrong with the university's logo: it must stand beside `university.yaml` and be no burden to a phone. */
export function logoProblems(file: YamlFile<University>, directory: string): Problem[] {
  const { logo } = file.data;
  if (logo === undefined) return [];
  const size = sizeOf(join(directory, logo));
  if (size === null) {
    return [file.problemAt(['logo'], `böyle bir dosya yok: "${logo}"`, { hint: 'resmi bu dosyanın yanına koyun ya da bu satırı silin' })];
  }
  if (size <= LIGHT) return [];
  const message = `logo ${Math.ceil(size / 1000)} kB; sayfa zayıf bağlantıda geç açılır`;
  const hint = `resmi küçültün (en çok ${LIGHT / 1000} kB; SVG ya da 96 piksel yüksekliğinde PNG yeter)`;
  return [file.problemAt(['logo'], message, { hint, severity: size > MAX_LOGO ? 'error' : 'warning' })];
}

function sizeOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : null;
}

import type { Problem } from '../problem.js';
import { reportAt } from './places.js';
import type { Review } from './review.js';

/** With fewer ways of asking a question is found only by those who ask it in its own words. */
const ENOUGH = 10;

export function fewVariants({ files }: Review): Problem[] {
  return files.entries
    .filter(({ data }) => data.variants.length < ENOUGH)
    .toSorted((a, b) => a.data.variants.length - b.data.variants.length)
    .map((file) =>
      reportAt(file, ['variants'])(`bu sorunun yalnız ${file.data.variants.length} biçimi var`, {
        hint: `insanların yazdığı gibi en az ${ENOUGH} biçim yazın: kısa, uzun, Türkçe harfsiz, resmî`,
      }),
    );
}

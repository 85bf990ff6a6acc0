import type { Problem } from '../problem.js';
import { reportAt } from './places.js';
import type { Review } from './review.js';

/** Answers that somebody should have looked at again by now. */
export function overdue({ files, today }: Review): Problem[] {
  return files.entries
    .filter(({ data }) => (data.source?.reviewBy ?? today) < today)
    .toSorted((a, b) => (a.data.source?.reviewBy ?? '').localeCompare(b.data.source?.reviewBy ?? ''))
    .map((file) =>
      reportAt(file, ['source', 'reviewBy'])(`gözden geçirme tarihi geçmiş: ${file.data.source?.reviewBy}`, {
        hint: `yanıtı resmî belgeyle karşılaştırın, sonra "reviewed" alanına ${today}, "reviewBy" alanına yeni bir tarih yazın`,
      }),
    );
}

import type { Problem } from '../problem.js';
import { spokenTexts } from './places.js';
import type { Review } from './review.js';

/** Markdown that the text of a Teams card cannot show: it appears as typed. */
const NOT_SHOWN: readonly { readonly pattern: RegExp; readonly name: string; readonly instead: string }[] = [
  { pattern: /^#{1,6} /m, name: 'başlık (#)', instead: 'kalın yazı kullanın: **başlık**' },
  { pattern: /^\s*\|.*\|\s*$/m, name: 'tablo (|)', instead: 'her satırı ayrı bir tümce olarak yazın' },
  { pattern: /!\[[^\]]*\]\(/, name: 'resim', instead: 'resmin bağlantısını yazın' },
  { pattern: /`/, name: 'kod (`)', instead: 'tırnak kullanın: “…”' },
  { pattern: /~~/, name: 'üstü çizili yazı (~~)', instead: 'çizili yazıyı çıkarın' },
  { pattern: /^>\s/m, name: 'alıntı (>)', instead: 'tırnak kullanın: “…”' },
  { pattern: /<\/?[a-z][^>]*>/i, name: 'HTML', instead: 'etiketi silin' },
];

export function markdown({ files }: Review): Problem[] {
  return spokenTexts(files).flatMap(({ text, report }) =>
    NOT_SHOWN.filter(({ pattern }) => pattern.test(text)).map(({ name, instead }) =>
      report(`Teams bunu gösteremez: ${name}`, { hint: instead }),
    ),
  );
}

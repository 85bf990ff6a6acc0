import { labelledTexts } from '../matcher/examples.js';
import type { Problem } from '../problem.js';
import { MAX_TEXT } from '../text/max-text.js';
import type { YamlFile } from '../yaml-file.js';
import { placeOf, reportAt } from './places.js';
import type { Review } from './review.js';

/** Characters that fit on a button of a Teams card on a phone. */
const BUTTON = 40;
/** A notification shows about so many characters of the first sentence. */
const LEAD = 400;
/** Bytes of an answer: Teams refuses messages over 28 kB, and the card around the text needs its part. */
const CARD = 16_000;

export function limits({ knowledge, files }: Review): Problem[] {
  const over = (
    file: YamlFile<unknown>,
    path: readonly PropertyKey[],
    what: string,
    size: number,
    limit: number,
    hint: string,
  ): Problem[] => (size > limit ? [reportAt(file, path)(`${what} ${size}; en çok ${limit} olabilir`, { hint })] : []);
  return [
    ...files.entries.flatMap((file) => {
      const { label, question, lead = '', answer } = file.data;
      const bytes = Buffer.byteLength([question, lead, ...answer].join('\n'));
      return [
        ...over(
          file,
          [label === undefined ? 'question' : 'label'],
          'düğmedeki adın karakter sayısı:',
          (label ?? question).length,
          BUTTON,
          'kısa bir "label" yazın',
        ),
        ...over(
          file,
          ['lead'],
          'kısa yanıtın karakter sayısı:',
          lead.length,
          LEAD,
          'bir iki tümceye indirin; ayrıntı "answer" içinde durur',
        ),
        ...over(file, ['answer'], 'yanıtın bayt sayısı:', bytes, CARD, 'yanıtı iki soruya bölün: Teams bu uzunlukta bir kartı göndermez'),
      ];
    }),
    ...labelledTexts(knowledge)
      .texts.filter(({ text, at }) => at !== null && text.length > MAX_TEXT)
      .map((text) =>
        placeOf(files, text)(`metin ${text.text.length} karakter; bot bir iletinin ilk ${MAX_TEXT} karakterini okur`, { hint: 'kısaltın' }),
      ),
  ];
}

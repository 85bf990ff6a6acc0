import { labelledTexts } from '../matcher/examples.js';
import type { Problem } from '../problem.js';
import { placeOf } from './places.js';
import type { Review } from './review.js';

/** Texts that a matcher trained without them would answer with a question that is not theirs. */
export function strays({ knowledge, files, predictions }: Review): Problem[] {
  const { texts } = labelledTexts(knowledge);
  return predictions
    .filter(({ leftOut, right, band }) => leftOut === 'text' && !right && band === 'answer')
    .toSorted((a, b) => b.probability - a.probability)
    .flatMap(({ example, ranked, probability }) => {
      const text = texts[example];
      const entry = ranked[0]?.entry;
      if (!text || text.at === null) return [];
      const percent = Math.round(100 * probability);
      const isVariant = text.label < knowledge.entries.length;
      const message = isVariant
        ? `bu soru biçimi kendi sorusundan çok "${entry}" sorusuna benziyor (%${percent})`
        : `yanıtsız sayılan bu ileti "${entry}" sorusuna benziyor (%${percent})`;
      const hint = isVariant
        ? `"${entry}" soruluyorsa oraya taşıyın; değilse buraya benzer başka biçimler ekleyin`
        : `"${entry}" bunu yanıtlıyorsa oraya taşıyın; yanıtlamıyorsa buraya benzer başka örnekler ekleyin`;
      return [placeOf(files, text)(message, { hint })];
    });
}

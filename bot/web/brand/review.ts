import type { KnowledgeFiles } from '../../../knowledge/load.js';
import type { Problem } from '../../../knowledge/problem.js';
import { paletteOf } from './palette.js';

/** Advice on the university's colour: where it could not be read on white, the page shows another, and it is said which. */
export function accentAdvice({ university }: Pick<KnowledgeFiles, 'university'>): Problem[] {
  const accent = university?.data.accent;
  if (!university || accent === undefined) return [];
  const shown = paletteOf(accent, 'light').accent;
  if (shown === accent) return [];
  const hint = `sayfa ${shown} rengini kullanacak; beğenmezseniz daha koyu bir renk yazın`;
  return [university.problemAt(['accent'], `bu renk açık bir zeminde okunmuyor: ${accent}`, { hint, severity: 'warning' })];
}

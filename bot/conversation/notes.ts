import type { Reading } from '../../rules/reading/reading.js';
import { valuesOf } from './answers.js';
import type { Deps } from './deps.js';
import { say } from './format.js';
import type { Block } from './reply.js';

/** What the reader could not take as it stands, and what it took for granted. */
export function readingNotes({ problems, assumptions, facts }: Reading, text: string, { knowledge }: Deps): Block[] {
  const { phrases, programme } = knowledge;
  const year = String(programme?.year ?? '');
  const yearless =
    facts.some(({ id, value }) => valuesOf(id).length === 0 && value.startsWith(year)) && !text.includes(year) && year !== '';
  return [
    ...problems.map(({ kind, words }) => say(phrases, 'problem', kind, { words })),
    ...assumptions.map(({ kind, words }) => say(phrases, 'assumption', kind, { words })),
    ...(yearless && !/\d[./]\d{1,2}[./]\d{2}\b/.test(text) ? [say(phrases, 'assumption', 'year', { year })] : []),
  ].map((note) => ({ type: 'text', text: note }));
}

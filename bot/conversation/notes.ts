import { type Facts, isFact, reversedRanges, UNKNOWN } from '../../rules/facts.js';
import type { Reading } from '../../rules/reading/reading.js';
import { valuesOf } from './answers.js';
import type { Deps } from './deps.js';
import { formatDay, say } from './format.js';
import type { Block } from './reply.js';

/** No date is longer. */
const MAX_SHOWN = 20;

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

/** Days that a form gave and that are none, or are too far away to be meant. */
export function refusedNotes(sent: Readonly<Record<string, string>>, { knowledge }: Deps): Block[] {
  return Object.entries(sent)
    .filter(([id, value]) => isFact(id, UNKNOWN) && valuesOf(id).length === 0 && !isFact(id, value))
    .map(([, value]) => ({ type: 'text', text: say(knowledge.phrases, 'problem', 'not-taken', { words: value.slice(0, MAX_SHOWN) }) }));
}

/** What a form gave as ranges that end before they begin. */
export function reversedNotes(facts: Facts, { knowledge }: Deps): Block[] {
  return reversedRanges(facts).map((of) => {
    const words = ['from', 'to']
      .map((end) => facts[`${of}.${end}`] ?? '')
      .map(formatDay)
      .join(' – ');
    return { type: 'text', text: say(knowledge.phrases, 'problem', 'end-before-start', { words }) };
  });
}

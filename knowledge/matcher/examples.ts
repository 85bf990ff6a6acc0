import type { Knowledge } from '../load.js';

/** A text of the knowledge base whose label is known: what the matcher learns from. */
export interface LabelledText {
  readonly text: string;
  /** Index into the labels: the entries, then the families of refusals. */
  readonly label: number;
  /** Index of the entry, or of the subject (refusals, then small talk). */
  readonly owner: number;
  /** Its place among the variants or examples of its owner; null for a question and its label. */
  readonly at: number | null;
}

/** A refusal or small talk, as the matcher sees it. */
export interface Subject {
  readonly id: string;
  readonly family: string;
}

/** Family of everything that is small talk. */
export const SMALLTALK = 'smalltalk';

/** Everything the matcher learns from, entries first, and the names of its labels. */
export function labelledTexts({ entries, refusals, smalltalk }: Knowledge): {
  texts: LabelledText[];
  families: string[];
  subjects: Subject[];
} {
  const talks = smalltalk.map((talk) => ({ ...talk, family: SMALLTALK }));
  const families = [...new Set([...refusals, ...talks].map(({ family }) => family))];
  const ofEntries = entries.flatMap(({ label: name, question, variants }, entry) => [
    ...[...new Set([question, name])].map((text) => ({ text, label: entry, owner: entry, at: null })),
    ...variants.map((text, at) => ({ text, label: entry, owner: entry, at })),
  ]);
  const ofSubjects = [...refusals, ...talks].flatMap(({ family, examples }, owner) =>
    examples.map((text, at) => ({ text, label: entries.length + families.indexOf(family), owner, at })),
  );
  return {
    texts: [...ofEntries, ...ofSubjects],
    families,
    subjects: [...refusals, ...talks].map(({ id, family }) => ({ id, family })),
  };
}

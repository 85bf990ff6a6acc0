import { fold } from './fold.js';

/** Finds the concepts (synonym groups of the vocabulary) that a list of folded words speaks of. */
export type ConceptFinder = (words: readonly string[]) => string[];

interface Form {
  readonly concept: string;
  readonly parts: readonly string[];
  readonly exact: boolean;
}

/**
 * @param concepts concept name → forms; a form may be several words, matches suffixed words too, and only itself when it ends in `!`.
 */
export function conceptFinder(concepts: Readonly<Record<string, readonly string[]>>): ConceptFinder {
  const byFirstLetters = new Map<string, Form[]>();
  for (const [concept, forms] of Object.entries(concepts))
    for (const written of forms) {
      const parts = (fold(written).match(/[\p{L}\d]+/gu) ?? []) as string[];
      const first = parts[0];
      if (!first) continue;
      const form = { concept, parts, exact: written.endsWith('!') || first.length < 3 };
      const key = first.slice(0, 2);
      byFirstLetters.set(key, [...(byFirstLetters.get(key) ?? []), form]);
    }
  return (words) => {
    const found = new Set<string>();
    words.forEach((word, at) => {
      for (const form of byFirstLetters.get(word.slice(0, 2)) ?? [])
        if (!found.has(form.concept) && standsAt(form, words, at)) found.add(form.concept);
    });
    return [...found];
  };
}

function standsAt(form: Form, words: readonly string[], at: number): boolean {
  return form.parts.every((part, offset) => {
    const word = words[at + offset];
    return word !== undefined && (form.exact ? word === part : word.startsWith(part));
  });
}

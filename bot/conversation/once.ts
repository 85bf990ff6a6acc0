import type { Phrases } from '../../knowledge/schema.js';

/** What is made from the phrases, made once: every message asks for it. */
export function oncePerPhrases<T>(make: (phrases: Phrases) => T): (phrases: Phrases) => T {
  const made = new WeakMap<Phrases, { readonly value: T }>();
  return (phrases) => {
    const known = made.get(phrases) ?? { value: make(phrases) };
    made.set(phrases, known);
    return known.value;
  };
}

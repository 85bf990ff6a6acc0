import { z } from 'zod';

/** A field that the schema does not know. */
export interface UnknownField {
  readonly path: readonly PropertyKey[];
  readonly field: string;
  /** The known field that was probably meant. */
  readonly near: string | undefined;
}

/** Fields nobody knows do no harm, unless one is a misspelt field that counts. */
export function unknownFields(schema: z.ZodType<unknown>, content: unknown): UnknownField[] {
  const issues = schema.safeParse(content).error?.issues ?? [];
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({ path: issue.path, field, near: known.find((name) => isSlipOf(name, field)) }))
      : [],
  );
}

/** "variant", "Variants", "anwser": the same beginning or the same letters, and about the same length. */
function isSlipOf(name: string, written: string): boolean {
  const typed = written.toLowerCase();
  const sameLetters = [...name].sort().join('') === [...typed].sort().join('');
  return sameLetters || (typed.slice(0, 4) === name.slice(0, 4) && Math.abs(typed.length - name.length) <= 2);
}

/** The content without these fields. */
export function without(content: unknown, fields: readonly UnknownField[]): unknown {
  const copy = structuredClone(content);
  for (const { path, field } of fields) {
    const parent = path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown>)[key], copy);
    delete (parent as Record<string, unknown>)[field];
  }
  return copy;
}

import { z } from 'zod';

/** A field that the schema does not know. */
export interface UnknownField {
  readonly path: readonly PropertyKey[];
  readonly field: string;
  /** The known field that was probably meant. */
  readonly near: string | undefined;
}

/** Fields nobody knows do no harm, unless one is a misspelt field that counts and is missing. */
export function unknownFields(schema: z.ZodType<unknown>, content: unknown): UnknownField[] {
  const issues = schema.safeParse(content).error?.issues ?? [];
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const parent = at(content, issue.path) as Record<string, unknown>;
    const missing = knownFields(schema, issue.path).filter((name) => !(name in parent));
    return issue.keys.map((field) => ({ path: issue.path, field, near: missing.find((name) => isSlipOf(name, field)) }));
  });
}

/** The content without these fields. */
export function without(content: unknown, fields: readonly UnknownField[]): unknown {
  const copy = structuredClone(content);
  for (const { path, field } of fields) delete (at(copy, path) as Record<string, unknown>)[field];
  return copy;
}

function at(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown>)[key], content);
}

/** The fields that the schema has at a path. */
function knownFields(schema: unknown, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return knownFields(schema.unwrap(), path);
  const [key, ...rest] = path;
  if (schema instanceof z.ZodArray) return knownFields(schema.element, rest);
  if (schema instanceof z.ZodRecord) return knownFields(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  return key === undefined ? Object.keys(schema.shape) : knownFields(schema.shape[String(key)], rest);
}

/** "variant", "Variants", "anwser": the same beginning or the same letters, and about the same length. */
function isSlipOf(name: string, written: string): boolean {
  const typed = written.toLowerCase();
  const sameLetters = [...name.toLowerCase()].sort().join('') === [...typed].sort().join('');
  return sameLetters || (typed.slice(0, 4) === name.toLowerCase().slice(0, 4) && Math.abs(typed.length - name.length) <= 2);
}

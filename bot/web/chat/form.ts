import type { FastifyRequest } from 'fastify';
import { UNKNOWN } from '../../../rules/facts.js';

/** Names of the fields in the page's forms. */
export const FIELD = { text: 'text', entry: 'entry', fact: 'fact.', unknown: 'unknown', memory: 'memory' } as const;

/**
 * What a form of the page says, still to be validated: `message` as `{ text }`, `{ entry }` or `{ facts }`, and the
 * memory that travelled in the hidden field (null if there is none or it is no JSON). The "don't know" button answers
 * the fields that were left empty.
 */
export function readForm(body: string): { message: unknown; memory: unknown } {
  const form = new URLSearchParams(body);
  const memory = parsed(form.get(FIELD.memory));
  const entry = form.get(FIELD.entry);
  if (entry !== null) return { message: { entry }, memory };
  const facts = factsOf(form);
  if (Object.keys(facts).length > 0) return { message: { facts }, memory };
  return { message: { text: form.get(FIELD.text) ?? '' }, memory };
}

function factsOf(form: URLSearchParams): Record<string, string> {
  const unknown = form.has(FIELD.unknown);
  const fields = [...form].filter(([name]) => name.startsWith(FIELD.fact));
  const answered = fields.map(([name, value]): [string, string] => [name.slice(FIELD.fact.length), value || (unknown ? UNKNOWN : '')]);
  return Object.fromEntries(answered.filter(([, value]) => value !== ''));
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}

/** The body of a form as it came; empty where it is none. */
export function bodyOf({ body }: FastifyRequest): string {
  return typeof body === 'string' ? body : '';
}

/** For a form that says nothing that could be taken; the error handler tells it in words. */
export function badForm(): Error {
  return Object.assign(new Error('unusable form'), { statusCode: 400 });
}

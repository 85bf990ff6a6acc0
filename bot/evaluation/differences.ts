import { isDeepStrictEqual } from 'node:util';
import type { Reply } from '../conversation/reply.js';
import type { Case } from './cases.js';
import { withoutRepeated } from './score.js';

/** What of a reply is otherwise than a case expects, in plain words; what the case says nothing about may be anything. */
export function differencesOf(expected: Case, reply: Reply): string[] {
  const presumed = reply.facts.filter((fact) => fact.presumed).map(({ id }) => id);
  return [
    ...difference('kind', expected.kind, reply.kind),
    ...factDifferences(expected.facts, reply),
    ...difference('presumed', expected.presumed?.toSorted(), presumed.toSorted()),
    ...difference('outcomes', expected.outcomes, withoutRepeated(expected.outcomes, reply.outcomes)),
    ...difference('missing', expected.missing, reply.missing),
    ...difference('details', expected.details, reply.details),
    ...expected.quotes
      .filter((beginning) => !reply.citations.some(({ quote }) => quote.includes(beginning)))
      .map((beginning) => `quotes: not cited: “${beginning}”`),
    ...expected.says.filter((piece) => !holds(reply, piece)).map((piece) => `says: not said: “${piece}”`),
    ...expected.saysNot.filter((piece) => holds(reply, piece)).map((piece) => `saysNot: said: “${piece}”`),
  ];
}

function difference(field: string, expected: unknown, got: unknown): string[] {
  return expected === undefined || isDeepStrictEqual(expected, got) ? [] : [`${field}: expected ${shown(expected)}, got ${shown(got)}`];
}

/** All that was understood and nothing beyond it; presumptions are no facts. */
function factDifferences(expected: Case['facts'], reply: Reply): string[] {
  if (!expected) return [];
  const understood = reply.facts.filter((fact) => !fact.presumed);
  const got = Object.fromEntries(understood.map(({ id, value }) => [id, value]));
  const words = (id: string): string => understood.find((fact) => fact.id === id)?.words ?? '';
  return [...new Set([...Object.keys(expected), ...Object.keys(got)])]
    .filter((id) => expected[id] !== got[id])
    .map((id) => `facts: ${id}: expected ${shown(expected[id])}, got ${shown(got[id])}${words(id) ? ` from “${words(id)}”` : ''}`);
}

/** Whether the text of a reply holds a piece of Turkish, in capitals or not. */
function holds({ reply }: Reply, piece: string): boolean {
  return reply.toLocaleLowerCase('tr').includes(piece.toLocaleLowerCase('tr'));
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import { z } from 'zod';
import type { Problem } from './problem.js';
import { unknownFields, without } from './unknown-fields.js';

/** A YAML file with the places of its nodes, so that a mistake found later can still be shown where it stands. */
export interface YamlFile<T> {
  readonly path: string;
  readonly data: T;
  /** A problem at the node under `path`, e.g. `['related', 0]`. */
  readonly problemAt: (path: readonly PropertyKey[], message: string, more?: { hint?: string; severity?: Problem['severity'] }) => Problem;
}

/**
 * Reads and validates one YAML file; mistakes are pushed to `problems`.
 * @param shown the path as the user knows it
 * @returns null where the file has errors; a field nobody knows is only a warning
 */
export function readYaml<T>(path: string, shown: string, schema: z.ZodType<T>, problems: Problem[]): YamlFile<T> | null {
  const whole = (message: string): Problem => ({ severity: 'error', file: shown, line: 0, column: 0, source: '', message });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    problems.push(whole(`dosya okunamadı (${(error as NodeJS.ErrnoException).code ?? 'bilinmeyen neden'})`));
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string, more: { hint?: string; severity?: Problem['severity'] } = {}): Problem => {
    const { line, col } = lines.linePos(offset);
    return { severity: 'error', ...more, file: shown, line, column: col, source: text.split('\n')[line - 1]?.trimEnd() ?? '', message };
  };
  if (document.errors.length > 0) {
    problems.push(...document.errors.slice(0, MAX_SYNTAX_ERRORS).map((error) => at(error.pos[0], yamlMessage(error), { hint: YAML_HINT })));
    return null;
  }
  const problemAt: YamlFile<T>['problemAt'] = (where, message, more) => at(offsetOf(document, where), message, more);
  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    problems.push(at(offsetOfAlias(document), `YAML olarak okunamadı: ${(error as Error).message}`, { hint: YAML_HINT }));
    return null;
  }
  const unknown = unknownFields(schema, content);
  for (const { path: where, field, near } of unknown)
    problems.push(
      at(
        keyOffset(document, where, field),
        `bilinmeyen alan: "${field}"`,
        near ? { hint: `"${near}" mı demek istediniz?` } : { severity: 'warning', hint: 'bu alan kullanılmıyor; silebilirsiniz' },
      ),
    );
  const parsed = schema.safeParse(without(content, unknown));
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => problemAt(issue.path, issueMessage(issue))));
  return parsed.success && !unknown.some(({ near }) => near) ? { path: shown, data: parsed.data, problemAt } : null;
}

/** Offset of the first alias: "*önemli" without quotes is one, and leads nowhere. */
function offsetOfAlias(document: Document): number {
  let offset = 0;
  visit(document, {
    Alias: (_, node) => {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function keyOffset(document: Document, path: readonly PropertyKey[], field: string): number {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true);
  const key = isMap(parent) ? parent.items.find((pair) => isScalar(pair.key) && pair.key.value === field)?.key : undefined;
  return (isNode(key) && key.range?.[0]) || 0;
}

// What the schemas do not say themselves is said by zod, to the same readers.
z.config(z.locales.tr());

/** One slip of the pen makes the parser complain many times over. */
const MAX_SYNTAX_ERRORS = 3;

const YAML_HINT = 'girintiyi boşluklarla yapın; içinde iki nokta, yıldız, tırnak ya da # geçen metni "çift tırnak" içine alın';

function yamlMessage(error: YAMLError): string {
  return `YAML olarak okunamadı (${error.code}): ${error.message}`;
}

/** Offset of the node under a path, or of its nearest ancestor that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function issueMessage(issue: z.core.$ZodIssue): string {
  const where = issue.path.length > 0 ? `"${issue.path.join('.')}": ` : '';
  switch (issue.code) {
    case 'invalid_type':
      return `${where}${issue.input === undefined && issue.message.includes('undefined') ? 'eksik alan' : `beklenen tür: ${issue.expected}`}`;
    case 'invalid_value':
      return `${where}şunlardan biri olmalı: ${issue.values.join(', ')}`;
    default:
      return `${where}${issue.message}`;
  }
}

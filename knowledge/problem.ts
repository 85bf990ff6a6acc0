/** Mistakes in YAML files as data, and the one function that shows them the way a compiler does. */

export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Path of the file as the user knows it, e.g. `knowledge/faq/iki-staj.yaml`. */
  readonly file: string;
  /** From 1; 0 where the whole file is meant. */
  readonly line: number;
  readonly column: number;
  /** The source line, without its line break. */
  readonly source: string;
  /** What is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
}

/** True for what must be mended before the knowledge base can be used; the rest is advice. */
export function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** Thrown when a knowledge base or its rules cannot be used: holds every problem at once, and prints them all. */
export class KnowledgeError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n\n'));
    this.name = 'KnowledgeError';
    this.problems = problems;
  }
}

/** Of a long line so many characters are shown, and so many at most before the caret. */
const SHOWN = 160;
const SHOWN_BEFORE = 120;

/**
 * One problem with file, line, column, the source line and a caret.
 *
 * @example
 * knowledge/faq/iki-staj.yaml:7:11: hata: böyle bir soru yok: "iki-satj"
 *   7 | related: [iki-satj]
 *     |           ^
 *     = öneri: "iki-staj" mı demek istediniz?
 */
export function formatProblem(problem: Problem): string {
  const { file, line, column, source, severity, message, hint } = problem;
  const place = line > 0 ? `${file}:${line}:${column}` : file;
  const number = String(line);
  const margin = ' '.repeat(number.length);
  const cut = Math.max(0, column - SHOWN_BEFORE);
  const shown = `${cut > 0 ? '…' : ''}${source.slice(cut, cut + SHOWN)}${source.length > cut + SHOWN ? '…' : ''}`;
  const excerpt =
    line > 0 ? [`  ${number} | ${shown}`, `  ${margin} | ${' '.repeat(Math.max(0, column - 1 - cut + (cut > 0 ? 1 : 0)))}^`] : [];
  return [
    `${place}: ${severity === 'error' ? 'hata' : 'uyarı'}: ${message}`,
    ...excerpt,
    ...(hint ? [`  ${margin} = öneri: ${hint}`] : []),
  ].join('\n');
}

/** One problem as a GitHub workflow command: shown beside the line in the browser. */
export function annotation({ severity, file, line, column, message, hint }: Problem): string {
  const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const place = line > 0 ? `,line=${line},col=${column}` : '';
  return `::${severity} file=${file}${place}::${escaped(hint ? `${message}\nÖneri: ${hint}` : message)}`;
}

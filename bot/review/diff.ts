/** Lines shown around a change. */
const CONTEXT = 3;

/** A file before and after. */
export interface Change {
  /** Relative, with slashes. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A change as a unified diff that `git apply` takes: one hunk, from the first line that differs to the last. Empty where nothing differs. */
export function unifiedDiff({ path, before, after }: Change): string {
  if (before === after) return '';
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && old[start] === fresh[start]) start++;
  let tail = 0;
  while (tail < shorter - start && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  const from = Math.max(0, start - CONTEXT);
  const behind = Math.min(tail, CONTEXT);
  const hunk = [
    ...old.slice(from, start).map((line) => ` ${line}`),
    ...old.slice(start, old.length - tail).map((line) => `-${line}`),
    ...fresh.slice(start, fresh.length - tail).map((line) => `+${line}`),
    ...old.slice(old.length - tail, old.length - tail + behind).map((line) => ` ${line}`),
  ];
  const size = (lines: readonly string[]): string => {
    const count = lines.length - tail + behind - from;
    return `${count === 0 ? 0 : from + 1},${count}`;
  };
  // Git ends a name with a tab where it holds a space.
  const name = path.includes(' ') ? `${path}\t` : path;
  return [`--- a/${name}\n`, `+++ b/${name}\n`, `@@ -${size(old)} +${size(fresh)} @@\n`, ...hunk.map(ended)].join('');
}

/** Lines with their line breaks. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`;
}

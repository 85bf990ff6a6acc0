/** Cells filled up to the width of their column, so that lines of them stand as a table. */
export function aligned(rows: readonly (readonly string[])[]): string[][] {
  const widths = rows.reduce<number[]>(
    (known, row) => Array.from({ length: Math.max(known.length, row.length) }, (_, at) => Math.max(known[at] ?? 0, row[at]?.length ?? 0)),
    [],
  );
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)));
}

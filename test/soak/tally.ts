/** Counts what was answered rightly and what went wrong, by kind. */
export interface Tally {
  right: number;
  readonly wrong: Map<string, number>;
}

export function createTally(): Tally {
  return { right: 0, wrong: new Map() };
}

export function countWrong({ wrong }: Tally, what: string): void {
  wrong.set(what, (wrong.get(what) ?? 0) + 1);
}

/** `none`, or `status 503 ×4, ECONNRESET ×1`. */
export function listOfWrong({ wrong }: Tally): string {
  return wrong.size === 0 ? 'none' : [...wrong].map(([what, count]) => `${what} ×${count}`).join(', ');
}

/** What went wrong, in a word: the code of the system where it has one. */
export function nameOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message ?? String(error);
}

/** How long a message took. */
export interface Timed {
  readonly name: string;
  readonly characters: number;
  readonly milliseconds: number;
}

/** Keeps the slowest few of what it is told. */
export interface Slowest {
  readonly add: (timed: Timed) => void;
  /** Slowest first. */
  readonly list: () => readonly Timed[];
}

export function slowest(count: number): Slowest {
  let kept: Timed[] = [];
  return {
    add: (timed) => {
      if (kept.length === count && timed.milliseconds <= (kept.at(-1)?.milliseconds ?? 0)) return;
      kept = [...kept, timed].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, count);
    },
    list: () => kept,
  };
}

/** `"digits and dots" (2000 characters) 31 ms`. */
export function told({ name, characters, milliseconds }: Timed): string {
  return `${JSON.stringify(name)} (${characters} characters) ${milliseconds.toFixed(0)} ms`;
}

/** What to call a message in a report: its beginning. */
export function nameOf(message: object): string {
  return JSON.stringify(message).slice(0, 60);
}

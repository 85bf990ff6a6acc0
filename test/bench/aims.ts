import type { Measured } from './measure.js';
import type { Row } from './row.js';

export interface Aim {
  readonly aim: string;
  /** Null where what it takes was not measured. */
  readonly value: number | null;
  readonly reached: boolean | null;
}

const TIMES_FUSE = 20;

/** What this bot wants to be, held against what was measured. */
export function aimsOf(rows: readonly Row[]): Aim[] {
  const bot = (entries: number, figure: keyof Measured): number | undefined => figureOf(rows, 'bot', entries, figure);
  const ratios = rows.flatMap(({ engine, entries, median }) =>
    engine === 'bot' ? ratio(figureOf(rows, 'fuse', entries, 'median'), median) : [],
  );
  return [
    atLeast('times as fast as fuse.js at every size (median)', TIMES_FUSE, ratios.length > 0 ? Math.min(...ratios) : undefined),
    atMost('ms for a message with 12 entries (median)', 1, bot(12, 'median')),
    atMost('ms for a message with 300 entries (median)', 5, bot(300, 'median')),
    atMost('times as long with 300 entries as with 60 (median)', 5, ratio(bot(300, 'median'), bot(60, 'median'))[0]),
    atMost('ms to load 12 entries', 1000, bot(12, 'load')),
    atMost('ms to load 300 entries', 5000, bot(300, 'load')),
    atMost('MB of memory for 300 entries', 400, bot(300, 'memory')),
  ];
}

function figureOf(rows: readonly Row[], engine: Row['engine'], entries: number, figure: keyof Measured): number | undefined {
  return rows.find((row) => row.engine === engine && row.entries === entries)?.[figure];
}

/** None where one of them was not measured. */
function ratio(a: number | undefined, b: number | undefined): number[] {
  return a === undefined || b === undefined ? [] : [a / b];
}

function atLeast(what: string, limit: number, value: number | undefined): Aim {
  return { aim: `at least ${limit} ${what}`, value: value ?? null, reached: value === undefined ? null : value >= limit };
}

function atMost(what: string, limit: number, value: number | undefined): Aim {
  return { aim: `at most ${limit} ${what}`, value: value ?? null, reached: value === undefined ? null : value <= limit };
}

import type { Aim } from './aims.js';
import { columns } from './columns.js';
import type { EngineName } from './measure.js';
import type { Row } from './row.js';

const NAMES: Readonly<Record<EngineName, string>> = {
  bot: 'this bot',
  'whole-bot': 'this bot, whole knowledge base',
  fuse: 'fuse.js',
  minisearch: 'MiniSearch',
  nlpjs: 'nlp.js',
};

const HEADINGS = ['entries', 'engine', 'median ms', 'p99 ms', 'load ms', 'memory MB', 'right entry %'];
/** The engine stands left, all numbers right. */
const LEFT = HEADINGS.indexOf('engine');

/** One line for each row, under headings. */
export function tableOf(rows: readonly Row[]): string {
  return columns([HEADINGS, ...rows.map(cellsOf)], LEFT);
}

/** One line for each aim: whether it was reached, and the figure. */
export function listOf(aims: readonly Aim[]): string {
  return aims
    .map(({ aim, value, reached }) => {
      if (value === null || reached === null) return `  ?    ${aim}: not measured`;
      return `  ${reached ? 'yes' : 'no '}  ${aim}: ${figure(value)}`;
    })
    .join('\n');
}

function cellsOf({ entries, engine, median, p99, load, memory, right }: Row): string[] {
  return [String(entries), NAMES[engine], figure(median), figure(p99), load.toFixed(0), memory.toFixed(0), right.toFixed(1)];
}

/** Two decimals where they say something. */
function figure(value: number): string {
  return value.toFixed(value < 100 ? 2 : 0);
}

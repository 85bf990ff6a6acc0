import type { ReliabilityBin } from '../../knowledge/matcher/reliability.js';
import type { Reply } from '../conversation/reply.js';
import { FIGURES, type Figure, type FigureName } from './score.js';

/** Tables of the evaluation, as lines of text. */

/** A bound that a figure must keep, in percent: the least, or for `wrong-entry` the most. */
export type Floors = Readonly<Partial<Record<FigureName, number>>>;

/** True if a figure breaks its bound. */
export function fails(name: FigureName, { hits, total }: Figure, floor: number | undefined): boolean {
  if (floor === undefined || total === 0) return false;
  const percent = (100 * hits) / total;
  return name === 'wrong-entry' ? percent > floor : percent < floor;
}

/** One line for each figure, with its counts and, where it has one, its bound. */
export function figureLines(figures: Readonly<Record<FigureName, Figure>>, floors: Floors = {}): string[] {
  return FIGURES.filter((name) => figures[name].total > 0).map((name) => {
    const { hits, total } = figures[name];
    const text = `${name.padEnd(12)} ${percent(hits / total)} %  ${`${hits}/${total}`.padStart(11)}`;
    const floor = floors[name];
    if (floor === undefined) return text;
    return `${text}   ${name === 'wrong-entry' ? 'at most' : 'at least'} ${floor} %${fails(name, figures[name], floor) ? '   FAILED' : ''}`;
  });
}

/** Predicted against observed: of what was given a probability in this bin, the share that was right. */
export function reliabilityLines(bins: readonly ReliabilityBin[]): string[] {
  return [
    'probability   texts  predicted  observed',
    ...bins.map(
      ({ from, to, count, predicted, observed }) =>
        `${`${from.toFixed(1)}–${to.toFixed(1)}`.padEnd(11)} ${String(count).padStart(7)}  ${percent(predicted)} %   ${percent(observed)} %`,
    ),
  ];
}

/** What was wanted and what came: ids of entries, none of them where the FAQ does not answer. */
export interface Confusion {
  readonly accept: readonly string[];
  readonly reply: Pick<Reply, 'kind' | 'entry' | 'entries'>;
}

/** Counts of wanted (rows) against got (columns). Where several entries are accepted, an accepted one that came counts as the one wanted. */
export function confusionLines(results: readonly Confusion[], ids: readonly string[]): string[] {
  const columns = [...ids, 'offered', 'refused'];
  const rows = [...ids, 'none'];
  const counts = new Map<string, number>();
  for (const { accept, reply } of results) {
    const came = gotOf(reply);
    const key = `${accept.includes(came) ? came : (accept[0] ?? 'none')} ${came}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const width = Math.max(...rows.map((id) => id.length)) + 4;
  const cell = (text: string | number): string => String(text).padStart(4);
  const number = (id: string): string => String(ids.indexOf(id) + 1 || '').padStart(2);
  return [
    `${''.padEnd(width)}${columns.map((id, at) => cell(at < ids.length ? at + 1 : id === 'offered' ? 'off' : 'ref')).join('')}`,
    ...rows.map(
      (row) => `${number(row)} ${row.padEnd(width - 3)}${columns.map((column) => cell(counts.get(`${row} ${column}`) ?? '·')).join('')}`,
    ),
  ];
}

function gotOf({ kind, entry, entries }: Confusion['reply']): string {
  if (kind === 'suggestions') return 'offered';
  return entry ?? entries[0] ?? 'refused';
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}

import type { FeedbackLine, LogLine, Scrub, TurnLine } from '../log/line.js';
import { readLog } from '../log/read.js';

/** What was said to the bot in some days, as the log holds it. */
export interface Period {
  /** First and last day, ISO, both included; days as they are counted in Turkey. */
  readonly from: string;
  readonly to: string;
  readonly turns: readonly TurnLine[];
  readonly feedback: readonly FeedbackLine[];
  /** Lines that could not be read, of the files that were looked at. */
  readonly broken: number;
}

export interface PeriodOptions {
  /** A folder of daily files, or one file. */
  readonly path: string;
  /** So many days, today among them. */
  readonly days: number;
  readonly now: Date;
  /** Run once more over all that was written: the log may be older than the scrubber. */
  readonly scrub: Scrub;
}

const DAY = 86_400_000;
/** Turkey has kept UTC+3 all year since 2016. */
const TURKEY = 3 * 3_600_000;

/** The day (ISO) on which something happened in Turkey. */
export function dayOf(time: string | Date): string {
  return new Date(new Date(time).getTime() + TURKEY).toISOString().slice(0, 10);
}

/** The days from one to another, ISO, both included. */
export function daysBetween(from: string, to: string): string[] {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, n) => daysAfter(from, n));
}

function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

/**
 * Reads the last days of a log.
 * Throws an Error that says in Turkish what to do where there is no log.
 */
export function readPeriod({ path, days, now, scrub }: PeriodOptions): Period {
  const to = dayOf(now);
  const from = daysAfter(to, 1 - days);
  // The files are named by the day in Greenwich, where the evening before belongs to the first day in Turkey.
  const { lines, broken } = read(path, daysAfter(from, -1));
  const kept = lines.filter(({ time }) => dayOf(time) >= from && dayOf(time) <= to).map((line) => scrubbed(line, scrub));
  return {
    from,
    to,
    turns: kept.filter((line) => line.type === 'turn'),
    feedback: kept.filter((line) => line.type === 'feedback'),
    broken,
  };
}

function read(path: string, since: string): ReturnType<typeof readLog> {
  try {
    return readLog(path, since);
  } catch (error) {
    throw new Error(`Günlük okunamadı: ${path} (${(error as Error).message}).
${ADVICE}`);
  }
}

const ADVICE =
  'Bot soruları yalnız QUESTION_LOG bir klasörü gösteriyorsa yazar. Aynı klasörü --log KLASÖR ile verin ya da .env dosyasına QUESTION_LOG=KLASÖR yazın.';

/** Told where neither `--log` nor `QUESTION_LOG` names a log. */
export const NO_LOG = `Hangi günlüğün okunacağı belli değil.\n${ADVICE}`;

/** Told where it names one that is not there. */
export function missingLog(path: string): string {
  return `Günlük bulunamadı: ${path}\n${ADVICE}`;
}

/** In one line, as it stands in lists. */
function scrubbed<Line extends LogLine>(line: Line, scrub: Scrub): Line {
  const clean = (text: string): string => scrub(text).replace(/\s+/g, ' ').trim();
  return line.type === 'turn' ? { ...line, text: clean(line.text) } : { ...line, text: clean(line.text), comment: clean(line.comment) };
}

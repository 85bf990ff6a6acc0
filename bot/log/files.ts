import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from './line.js';

/** Daily files `sorular-2026-11-28.jsonl`, so that old ones can be deleted whole. */
const NAME = /^sorular-(\d{4}-\d{2}-\d{2})\.jsonl$/;
const NEWLINE = 10;

/** Where lines go. */
export type LogSink = (line: LogLine) => void;

export interface FileLogOptions {
  readonly folder: string;
  /** Files are kept for so many days, today among them. */
  readonly days: number;
  /** Told once for each kind of trouble (a full disk, a folder that may not be written): the bot answers on. */
  readonly onTrouble: (error: Error) => void;
}

/**
 * Appends lines to the file of their day, each in one write, at once: what was written survives the process. A line that a crash cut short
 * is closed first, so that it spoils no other. Throws if the folder cannot be made.
 */
export function fileLog({ folder, days, onTrouble }: FileLogOptions): LogSink {
  mkdirSync(folder, { recursive: true });
  let open: { readonly day: string; readonly file: number } | null = null;
  let trouble = '';

  return (line) => {
    try {
      const day = line.time.slice(0, 10);
      if (open?.day !== day) open = opened(day);
      writeSync(open.file, `${JSON.stringify(line)}\n`);
      trouble = '';
    } catch (error) {
      // The next line tries anew, in a new file handle: the disk may have room again.
      if (open) closeQuietly(open.file);
      open = null;
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      if (code !== trouble) onTrouble(error as Error);
      trouble = code;
    }
  };

  function opened(day: string): { day: string; file: number } {
    if (open) closeQuietly(open.file);
    open = null;
    deleteOld(folder, day, days);
    const file = openSync(join(folder, `sorular-${day}.jsonl`), 'a+');
    if (!endsWithNewline(file)) writeSync(file, '\n');
    return { day, file };
  }
}

/** The files of a log with their days, oldest first. */
export function logFiles(folder: string): { readonly day: string; readonly path: string }[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const [, day] = NAME.exec(name) ?? [];
      return day ? [{ day, path: join(folder, name) }] : [];
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}

/** Deletes what is older than `days` before `today`; where all of it would be, nothing: then it is the clock that jumped. */
function deleteOld(folder: string, today: string, days: number): void {
  const first = new Date(Date.parse(today) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  const files = logFiles(folder);
  if (!files.some(({ day }) => day >= first)) return;
  for (const { day, path } of files) if (day < first) rmSync(path, { force: true });
}

function endsWithNewline(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last[0] === NEWLINE;
}

function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch {
    // It was closed already.
  }
}

import { readFileSync } from 'node:fs';
import { isRecord } from '../record.js';
import { logFiles } from './files.js';
import type { LogLine } from './line.js';

/** What a log holds. */
export interface ReadLog {
  readonly lines: readonly LogLine[];
  /** Lines that are none: cut short by a crash, or written by somebody else. */
  readonly broken: number;
}

/** Reads the daily files of a folder, or one file, oldest first. Throws if there is none. */
export function readLog(path: string, since = ''): ReadLog {
  const files = path.endsWith('.jsonl')
    ? [path]
    : logFiles(path)
        .filter(({ day }) => day >= since)
        .map((file) => file.path);
  const texts = files.flatMap((file) => readFileSync(file, 'utf8').split('\n')).filter((text) => text.trim() !== '');
  const lines = texts.flatMap((text) => parsed(text) ?? []);
  return { lines, broken: texts.length - lines.length };
}

function parsed(text: string): LogLine | null {
  try {
    const line: unknown = JSON.parse(text);
    return isRecord(line) &&
      (line.type === 'turn' || line.type === 'feedback') &&
      typeof line.time === 'string' &&
      typeof line.text === 'string'
      ? (line as unknown as LogLine)
      : null;
  } catch {
    return null;
  }
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { logFiles } from './files.js';
import type { LogLine } from './line.js';

/** What a log holds. */
export interface ReadLog {
  readonly lines: readonly LogLine[];
  /** Lines that are none: cut short by a crash, without the fields of their type, or written by somebody else. */
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

const common = {
  time: z.string().refine((time) => !Number.isNaN(Date.parse(time))),
  channel: z.string(),
  text: z.string(),
  entry: z.string().nullable(),
  outcomes: z.array(z.string()),
};
const lineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('turn'), ...common, kind: z.string(), confidence: z.number() }),
  z.object({
    type: z.literal('feedback'),
    ...common,
    kind: z.string().nullable(),
    liked: z.boolean(),
    addition: z.literal(true).optional(),
    comment: z.string(),
  }),
]);

function parsed(text: string): LogLine | null {
  try {
    const line = lineSchema.safeParse(JSON.parse(text));
    return line.success ? (line.data as LogLine) : null;
  } catch {
    return null;
  }
}

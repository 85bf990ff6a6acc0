import type { Scrub } from './line.js';

/** An error as one line of JSON: what it is, scrubbed, and where it came from. A message may hold words of a person or of a setting. */
export function errorLine(error: Error, where: string, scrub: Scrub): string {
  const { code } = error as NodeJS.ErrnoException;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return JSON.stringify({
    level: 'error',
    where,
    name: error.name,
    code,
    message: scrub(error.message),
    stack: frames.map((frame) => frame.trim()),
  });
}

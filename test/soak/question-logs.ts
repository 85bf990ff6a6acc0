import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileLog } from '../../bot/log/files.js';
import type { TurnLine } from '../../bot/log/line.js';
import { readLog } from '../../bot/log/read.js';
import { createClient } from '../load/client.js';
import { mixOf } from '../load/questions.js';
import { ended, type ServerProcess, startProcess } from '../load/server-process.js';
import type { Check, Finding } from './check.js';

const ASKERS = 20;
const BEFORE_KILL = 3000;
const DAY = 86_400_000;
/** Who owns nothing. */
const NOBODY = 65_534;

/** Killed in the middle of its work, a server loses no turn that was answered, and spoils at most the line it was writing. */
export const killed: Check = () =>
  inFolder(async (folder) => {
    const first = await startProcess({ environment: { QUESTION_LOG: folder } });
    const asking = Array.from({ length: ASKERS }, () => askUntilGone(first.origin));
    await wait(BEFORE_KILL);
    await first.stop('SIGKILL');
    const answered = (await Promise.all(asking)).reduce((sum, count) => sum + count, 0);
    const after = readLog(folder);
    const second = await startProcess({ environment: { QUESTION_LOG: folder } });
    const more = await askAll(second, 5);
    await second.stop('SIGKILL');
    const whole = readLog(folder);
    return {
      ok: after.broken <= 1 && after.lines.length >= answered && whole.broken <= 1 && whole.lines.length === after.lines.length + more,
      numbers: `${answered} answers before kill -9, ${after.lines.length} lines, ${after.broken} broken; after a new start ${more} answers, ${whole.lines.length} lines, ${whole.broken} broken`,
    };
  });

/** A disk that is full costs lines, not answers, and is told once. */
export const fullDisk: Check = () =>
  inFolder(async (folder) => {
    // Midnight may fall between here and the last line.
    for (const day of [new Date(), new Date(Date.now() + DAY)])
      symlinkSync('/dev/full', join(folder, `sorular-${day.toISOString().slice(0, 10)}.jsonl`));
    return answersWithoutLog(await startProcess({ environment: { QUESTION_LOG: folder } }), 'ENOSPC');
  });

/** A folder that may not be written: one that stands there costs lines and is told once; one that cannot be made stops the start. */
export const readOnly: Check = () =>
  inFolder(async (folder) => {
    const isRoot = process.getuid?.() === 0;
    const kept = join(folder, 'log');
    mkdirSync(kept);
    chmodSync(kept, 0o555);
    chmodSync(folder, 0o555);
    // Root writes anywhere: the server runs as nobody then.
    const as = isRoot ? { uid: NOBODY } : {};
    try {
      const standing = await answersWithoutLog(await startProcess({ ...as, environment: { QUESTION_LOG: kept } }), 'EACCES');
      const refused = await startProcess({ ...as, waits: false, environment: { QUESTION_LOG: join(folder, 'other') } });
      const code = await ended(refused.child);
      return {
        ok: standing.ok && code === 1 && refused.stderr().includes('QUESTION_LOG'),
        numbers: `${isRoot ? 'as nobody, since root may write anywhere: ' : ''}${standing.numbers}; a folder that cannot be made: exit code ${code}, "${lastLine(refused)}"`,
      };
    } finally {
      chmodSync(folder, 0o755);
    }
  });

/** A clock that jumps back: every line is kept, and no file is deleted. */
export const clock: Check = () =>
  inFolder(async (folder) => {
    const days = ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-28', '2020-01-01', '1970-01-01', '2026-11-29'];
    const troubles: Error[] = [];
    const write = fileLog({ folder, days: 90, onTrouble: (error) => troubles.push(error) });
    for (const [n, day] of days.entries()) write(lineOf(day, `soru ${n}`));
    const { lines, broken } = readLog(folder);
    // What was written in 1970 is older than 90 days once the clock is right again.
    const kept = lines.map(({ text }) => text).sort();
    const expected = days.flatMap((day, n) => (day < '2026' ? [] : [`soru ${n}`]));
    return {
      ok: broken === 0 && troubles.length === 0 && JSON.stringify(kept) === JSON.stringify(expected),
      numbers: `${days.length} lines on days ${days.join(', ')}: ${lines.length} kept in ${readdirSync(folder).length} files (those of 1970 and 2020 are too old to keep), ${broken} broken, ${troubles.length} troubles`,
    };
  });

async function inFolder(check: (folder: string) => Promise<Finding>): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'soak-log-'));
  try {
    if (process.getuid?.() === 0) chownSync(folder, 0, 0);
    chmodSync(folder, 0o755);
    return await check(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a server answers everything while its log cannot be written, and tells of that once. */
async function answersWithoutLog(server: ServerProcess, code: string): Promise<Finding> {
  const count = 50;
  try {
    const answered = await askAll(server, count);
    const told = server
      .stderr()
      .split('\n')
      .filter((line) => line.includes('question log')).length;
    return {
      ok: answered === count && told === 1 && server.stderr().includes(code),
      numbers: `${answered} of ${count} answered, ${code} told ${told} time${told === 1 ? '' : 's'}`,
    };
  } finally {
    await server.stop('SIGKILL');
  }
}

/** How many of so many questions were answered. */
async function askAll({ origin }: ServerProcess, count: number): Promise<number> {
  const client = createClient();
  let answered = 0;
  for (const text of mixOf(count)) if ((await client.post(`${origin}/api/chat`, { text })).status === 200) answered += 1;
  client.close();
  return answered;
}

async function askUntilGone(origin: string): Promise<number> {
  const client = createClient();
  const texts = mixOf(100);
  let answered = 0;
  try {
    for (;;) if ((await client.post(`${origin}/api/chat`, { text: texts[answered % texts.length] })).status === 200) answered += 1;
  } catch {
    return answered;
  } finally {
    client.close();
  }
}

function lineOf(day: string, text: string): TurnLine {
  return { type: 'turn', time: `${day}T10:00Z`, channel: 'web', text, kind: 'none', entry: null, outcomes: [], confidence: 0.5 };
}

function lastLine(server: ServerProcess): string {
  return server.stderr().trim().split('\n').at(-1) ?? '';
}

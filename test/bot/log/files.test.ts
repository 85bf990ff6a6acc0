import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileLog } from '../../../bot/log/files.js';
import type { TurnLine } from '../../../bot/log/line.js';
import { readLog } from '../../../bot/log/read.js';

const line = (day: string, text: string): TurnLine => ({
  type: 'turn',
  time: `${day}T10:00Z`,
  channel: 'web',
  text,
  kind: 'none',
  entry: null,
  outcomes: [],
  confidence: 0.5,
});

let folder: string;
let trouble: Error[];
const open = (days = 90, at = folder) => fileLog({ folder: at, days, onTrouble: (error) => trouble.push(error) });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
  trouble = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('each day has a file of its own, a line a turn', () => {
  const write = open();
  for (const [day, text] of [
    ['2026-11-27', 'bir'],
    ['2026-11-28', 'iki'],
    ['2026-11-28', 'üç\nsatır'],
  ] as const)
    write(line(day, text));
  expect(readdirSync(folder).sort()).toEqual(['sorular-2026-11-27.jsonl', 'sorular-2026-11-28.jsonl']);
  expect(readFileSync(join(folder, 'sorular-2026-11-28.jsonl'), 'utf8').split('\n')).toHaveLength(3);
  expect(readLog(folder)).toMatchObject({ broken: 0, lines: [{ text: 'bir' }, { text: 'iki' }, { text: 'üç\nsatır' }] });
});

test('a line that a crash cut short spoils no other', () => {
  open()(line('2026-11-28', 'önce'));
  appendFileSync(join(folder, 'sorular-2026-11-28.jsonl'), '{"type":"turn","time":"2026-11-2');
  open()(line('2026-11-28', 'sonra'));
  expect(readLog(folder)).toMatchObject({ broken: 1, lines: [{ text: 'önce' }, { text: 'sonra' }] });
});

test('files older than the days set are deleted, others and strangers are not', () => {
  for (const name of ['sorular-2026-08-29.jsonl', 'sorular-2026-08-31.jsonl', 'notlar.txt']) writeFileSync(join(folder, name), '');
  open(90)(line('2026-11-28', 'x'));
  expect(readdirSync(folder).sort()).toEqual(['notlar.txt', 'sorular-2026-08-31.jsonl', 'sorular-2026-11-28.jsonl']);
});

test('a clock that jumps a hundred years ahead deletes nothing', () => {
  const write = open();
  write(line('2026-11-28', 'bugün'));
  write(line('2126-11-28', 'yarın'));
  expect(readLog(folder).lines).toHaveLength(2);
});

test('a clock that jumps back goes on in the file of that day and loses nothing', () => {
  const write = open();
  for (const day of ['2026-11-28', '2026-11-27', '2026-11-28']) write(line(day, day));
  expect(readLog(folder).lines).toHaveLength(3);
});

test('trouble is told once and not thrown, and when it is over the log goes on', () => {
  const lost = join(folder, 'gone');
  const write = open(90, lost);
  rmSync(lost, { recursive: true });
  write(line('2026-11-28', 'bir'));
  write(line('2026-11-28', 'iki'));
  expect(trouble).toHaveLength(1);
  mkdirSync(lost);
  write(line('2026-11-28', 'üç'));
  expect(readLog(lost).lines).toMatchObject([{ text: 'üç' }]);
});

test('a full disk costs lines, not answers', () => {
  const write = fileLog({ folder: '/dev/shm', days: 90, onTrouble: (error) => trouble.push(error) });
  // Every write to this device says that the disk is full.
  spawnSync('ln', ['-sf', '/dev/full', '/dev/shm/sorular-1999-01-01.jsonl']);
  try {
    expect(() => write(line('1999-01-01', 'x'))).not.toThrow();
    expect(trouble.map(({ message }) => message).join()).toMatch(/ENOSPC/);
  } finally {
    rmSync('/dev/shm/sorular-1999-01-01.jsonl', { force: true });
  }
});

test('a folder that may not be made is told at once, by its name', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  chmodSync(file, 0o400);
  expect(() => open(90, join(file, 'log'))).toThrow(/file/);
});

test('what was written survives a process that is killed in the middle of writing', () => {
  const script = `
    const { writeSync, openSync } = require('node:fs');
    const file = openSync(${JSON.stringify(join(folder, 'sorular-2026-11-28.jsonl'))}, 'a');
    for (let at = 0; ; at += 1) { writeSync(file, JSON.stringify(${JSON.stringify(line('2026-11-28', 'x'))}) + '\\n'); if (at === 200) { writeSync(file, '{"type":"tu'); process.kill(process.pid, 'SIGKILL'); } }`;
  expect(spawnSync(process.execPath, ['-e', script]).signal).toBe('SIGKILL');
  open()(line('2026-11-28', 'son'));
  const { lines, broken } = readLog(folder);
  expect([lines.length, broken, lines.at(-1)?.text]).toEqual([202, 1, 'son']);
});

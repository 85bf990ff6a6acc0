import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf, daysBetween, readPeriod } from '../../../bot/review/period.js';
import { thumb, turn } from './lines.js';

describe('the period of a log', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'period-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (day: string, lines: readonly unknown[]): void =>
    writeFileSync(
      join(folder, `sorular-${day}.jsonl`),
      lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
    );
  const read = (days: number, path = folder) =>
    readPeriod({ path, days, now: new Date('2026-11-28T12:00Z'), scrub: (text) => text.replace(/\d{6,}/g, '[numara]') });
  const said = (time: string) => turn(time, { time });

  test('is so many days, today among them, as days are counted in Turkey', () => {
    write('2026-11-26', [said('2026-11-26T20:59Z'), said('2026-11-26T21:00Z')]);
    write('2026-11-28', [said('2026-11-28T09:00Z')]);
    const { from, to, turns } = read(2);
    expect([from, to]).toEqual(['2026-11-27', '2026-11-28']);
    expect(turns.map(({ time }) => time)).toEqual(['2026-11-26T21:00Z', '2026-11-28T09:00Z']);
  });

  test('may come from one file', () => {
    write('2026-11-28', [said('2026-11-28T09:00Z'), said('2026-01-01T09:00Z')]);
    expect(read(30, join(folder, 'sorular-2026-11-28.jsonl')).turns).toHaveLength(1);
  });

  test('counts what is no line, or a line without its fields, and goes on', () => {
    const { outcomes, ...without } = turn('yarım');
    write('2026-11-28', ['{"type":"turn","ti', without, { ...turn('zamansız'), time: 'dün' }, turn('tam'), thumb('oy')]);
    const { broken, turns, feedback } = read(30);
    expect([broken, turns.map(({ text }) => text), feedback.map(({ text }) => text), outcomes]).toEqual([3, ['tam'], ['oy'], []]);
  });

  test('is scrubbed once more, texts and comments, and brought into one line', () => {
    write('2026-11-28', [turn('numaram\n 12345678'), thumb('x', { comment: 'no: 12345678' })]);
    const { turns, feedback } = read(30);
    expect([turns[0]?.text, feedback[0]?.comment]).toEqual(['numaram [numara]', 'no: [numara]']);
  });

  test('of an empty folder is empty; without a folder it says what to do', () => {
    expect(read(30)).toMatchObject({ turns: [], feedback: [], broken: 0 });
    expect(() => read(30, join(folder, 'yok'))).toThrow(/QUESTION_LOG.*--log KLASÖR/s);
  });

  test('has days', () => {
    expect(dayOf('2026-11-28T21:00Z')).toBe('2026-11-29');
    expect(daysBetween('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });
});

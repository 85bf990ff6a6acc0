import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootPath } from '../../../bot/root.js';
import { turn } from '../review/lines.js';

const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [rootPath('dist', 'bot', 'cli', `${command}.js`), ...args], {
    encoding: 'utf8',
    env: { ...process.env, QUESTION_LOG: '', ...env },
  });

describe.each(['review', 'report'])('npm run %s', (command) => {
  test('says what to do where no log is named, or where there is none', () => {
    expect(run(command, [])).toMatchObject({ status: 1, stderr: expect.stringContaining('QUESTION_LOG') });
    expect(run(command, ['--log', '/yok'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/Günlük bulunamadı: \/yok\n.*--log/),
    });
  });

  test('tells a wrong option with the usage', () => {
    for (const wrong of [['--nope'], ['--days', '0']])
      expect(run(command, wrong)).toMatchObject({ status: 2, stderr: expect.stringContaining(`Usage: npm run ${command}`) });
  });
});

describe('a log', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'));
    const time = `${new Date().toISOString().slice(0, 16)}Z`;
    const lines = Array.from({ length: 2 }, () => JSON.stringify(turn('kampuste kedi mamasi dagitiliyor mu', { time })));
    writeFileSync(join(folder, `sorular-${time.slice(0, 10)}.jsonl`), [...lines, 'yarım'].join('\n'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('becomes a list and a patch; it changes nothing by itself', () => {
    const out = join(folder, 'oneri.patch');
    const { status, stdout } = run('review', ['--out', out], { QUESTION_LOG: folder });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/2 ileti.*Okunamayan 1 satır.*\n\n1\. 2 kez: “kampuste kedi mamasi/)]);
    expect(readFileSync(out, 'utf8')).toMatch(
      /^--- a\/knowledge\/.*\n\+\+\+ b\/knowledge\/.*\n@@ .*\+ {2}- "kampuste kedi mamasi dagitiliyor mu"\n/s,
    );
  });

  test('becomes a page', () => {
    const out = join(folder, 'rapor.html');
    expect(run('report', ['--log', folder, '--out', out])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('2 ileti, okunamayan 1 satır'),
    });
    expect(readFileSync(out, 'utf8')).toContain('kampuste kedi mamasi');
  });
});

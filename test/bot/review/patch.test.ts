import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changesOf } from '../../../bot/review/changes.js';
import { type Change, unifiedDiff } from '../../../bot/review/diff.js';
import { doubtfulOf } from '../../../bot/review/doubtful.js';
import { groupsOf } from '../../../bot/review/groups.js';
import { reviewedOf } from '../../../bot/review/reviewed.js';
import { rootPath } from '../../../bot/root.js';
import { inspectKnowledge, type Knowledge, loadKnowledge } from '../../../knowledge/load.js';
import type { Match } from '../../../knowledge/matcher/matcher.js';
import { period, turn } from './lines.js';

const textsOf = ({ entries, refusals }: Knowledge): string[] => [
  ...entries.flatMap(({ variants }) => variants),
  ...refusals.flatMap(({ examples }) => examples),
];

describe('a patch', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'patch-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const apply = (patch: string): void => {
    writeFileSync(join(folder, 'oneri.patch'), patch);
    execFileSync('git', ['apply', 'oneri.patch'], { cwd: folder, env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() } });
  };

  test.each([
    ['a line in the middle', 'a\nb\nc\nd\ne\nf\ng\n', 'a\nb\nc\nd\nnew\ne\nf\ng\n'],
    ['a line that changes', 'a\nb\nc\n', 'a\nB\nc\n'],
    ['a line like its neighbours', 'a\na\na\n', 'a\na\na\na\n'],
    ['an end without line break', 'a\nb', 'a\nb\nc\n'],
    ['line ends of Windows', 'a\r\nb\r\n', 'a\r\nb\r\nc\r\n'],
  ])('of %s is what git apply takes', (_, before, after) => {
    const change: Change = { path: 'bir klasör/a b.yaml', before, after };
    mkdirSync(join(folder, 'bir klasör'));
    writeFileSync(join(folder, change.path), before);
    apply(unifiedDiff(change));
    expect(readFileSync(join(folder, change.path), 'utf8')).toBe(after);
  });

  test('of no change is empty', () => {
    expect(unifiedDiff({ path: 'a', before: 'a\n', after: 'a\n' })).toBe('');
  });

  test('of the real knowledge base applies to it, loads, and adds what was proposed and nothing else', () => {
    cpSync(rootPath('knowledge'), join(folder, 'knowledge'), { recursive: true, filter: (path) => !/\.tsx?$/.test(path) });
    const directory = join(folder, 'knowledge');
    const { knowledge, files } = inspectKnowledge(directory);
    const match = (text: string): Match =>
      text.includes('kantin')
        ? { band: 'none', ranked: [], subject: { id: 'yol-yemek-konaklama', sure: true } }
        : { band: 'suggest', ranked: [{ entry: 'staj-iptali', probability: 0.6 }], subject: null };
    const lines = ['"kantin" kaç lira\\gün', 'caydim ben bu isten', 'kantin kac lira'].flatMap((text) => [turn(text), turn(text)]);
    const groups = groupsOf(doubtfulOf(period(lines)), { concepts: {}, background: [], placeOf: (text) => text });
    const reviewed = reviewedOf(groups, { knowledge, match, withhold: () => null, min: 2 });
    const changes = changesOf(reviewed, files, folder);
    expect(changes.map(({ path }) => path)).toEqual(['knowledge/faq/staj-iptali.yaml', 'knowledge/refusals/staj/yol-yemek-konaklama.yaml']);
    apply(changes.map(unifiedDiff).join(''));
    for (const { path, after } of changes) expect(readFileSync(join(folder, path), 'utf8')).toBe(after);
    const before = new Set(textsOf(knowledge));
    const added = textsOf(loadKnowledge(directory)).filter((text) => !before.has(text));
    expect(added.sort()).toEqual(['"kantin" kaç lira\\gün', 'caydim ben bu isten', 'kantin kac lira'].sort());
  });
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootPath } from '../../bot/root.js';
import { loadKnowledge } from '../../knowledge/load.js';
import { formatProblem } from '../../knowledge/problem.js';
import { inspectRules } from '../../rules/load.js';

describe('loading rules', () => {
  const knowledge = loadKnowledge(rootPath('knowledge'));
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'));
    for (const part of ['goals.yaml', 'verdicts.yaml', 'faq']) cpSync(rootPath('rules', part), join(folder, part), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const mistakes = (file: string, from: string | RegExp, to: string): string[] => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).not.toBe(text.replace(from, to));
    writeFileSync(path, text.replace(from, to));
    return inspectRules(folder, knowledge, folder).problems.map(formatProblem);
  };

  test('the committed rules have no mistake', () => {
    expect(inspectRules(folder, knowledge, folder).problems).toEqual([]);
  });

  test('a field nobody knows is a warning and leaves every rule in force', () => {
    const path = join(folder, 'faq', 'gec-belge.yaml');
    writeFileSync(path, `${readFileSync(path, 'utf8')}owner: me\n`);
    const { rules, problems } = inspectRules(folder, knowledge, folder);
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(rules.rules).toHaveLength(inspectRules(rootPath('rules'), knowledge).rules.rules.length);
  });

  test.each([
    ['a verdict nobody wrote', /verdict: document-ready/, 'verdict: document-redy', 'böyle bir karar yok: "document-redy"'],
    ['a value a fact never has', /is: \[student, unit\]/, 'is: [student, nobody]', '"document" hiçbir zaman "nobody" olmaz'],
    ['a fact nobody knows', /fact: document,/, 'fact: documents,', 'böyle bir bilgi yok: "documents"'],
    [
      'words the FAQ does not hold',
      /“Staja Kabul Belgesi” alması/,
      '“Staja Kabul Belgesi” vermesi',
      'bu sözler "gec-belge" yanıtında geçmiyor',
    ],
    [
      'a rule that never holds',
      /when: \{ all: \[\{ fact: programme, is: inside \}, /,
      'when: { all: [{ fact: programme, is: inside }, { fact: programme, is: outside }, ',
      'ölü kural: hiçbir durumda geçerli olmuyor',
    ],
    [
      'two rules that say different things, with a case in which both hold',
      /is: \[student, unit\]/,
      'is: [student, unit, none]',
      '"belge-olmadan-baslatilamaz" kuralıyla çelişiyor; örneğin: programme = inside, document = none',
    ],
  ])('%s is told in Turkish with its place', (_, from, to, message) => {
    expect(mistakes('faq/gec-belge.yaml', from, to).join('\n')).toMatch(
      new RegExp(`^faq/gec-belge\\.yaml:\\d+:\\d+: hata: .*${message}`, 'm'),
    );
  });

  test('words of the FAQ that no rule accounts for are told as a warning', () => {
    const told = mistakes('faq/gec-belge.yaml', / {6}- "Sigorta işlemlerinde süre sorunu[^\n]*\n/, '').join('\n');
    expect(told).toMatch(/^faq\/gec-belge\.yaml:\d+:\d+: uyarı: .*hiçbir kuralda geçmiyor: "Sigorta işlemlerinde süre sorunu/m);
  });

  test('a gap is told with a case that nothing decides', () => {
    expect(mistakes('faq/gec-belge.yaml', /is: \[student, unit\]/, 'is: [student]').join('\n')).toMatch(
      /^goals\.yaml:\d+:\d+: hata: boşluk: .*örneğin: programme = inside, document = unit/m,
    );
  });

  test('a verdict that no rule reaches, and a presumption nobody can have, are told', () => {
    expect(mistakes('verdicts.yaml', /^over-limit:/m, 'over-limits:\n  title: "x"\n  sentence: "y"\nover-limit:').join('\n')).toContain(
      'hiçbir kural bu karara varmıyor: "over-limits"',
    );
    expect(mistakes('goals.yaml', /presumed: \{ programme: inside \}/, 'presumed: { programme: insid }').join('\n')).toContain(
      '"programme" hiçbir zaman "insid" olmaz',
    );
  });
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootPath } from '../../../bot/root.js';
import { loadKnowledge } from '../../../knowledge/load.js';
import { inspectRules } from '../../../rules/load.js';

const rules = (...args: string[]) =>
  spawnSync(process.execPath, [rootPath('dist', 'bot', 'cli', 'rules.js'), ...args], { encoding: 'utf8' });

describe('npm run rules', () => {
  const knowledge = loadKnowledge(rootPath('knowledge'));
  const committed = inspectRules(rootPath('rules'), knowledge).rules;
  const { status, stdout, stderr } = rules();
  const lines = stdout.split('\n');
  /** What stands under a heading, up to the next of its level or above. */
  const under = (heading: string): string[] => {
    const from = lines.indexOf(heading) + 1;
    const level = heading.indexOf(' ');
    const length = lines.slice(from).findIndex((line) => line.startsWith('#') && line.indexOf(' ') <= level);
    return lines.slice(from, length < 0 ? undefined : from + length);
  };

  test('tells all questions in the order of the FAQ, each with its number', () => {
    expect([status, stderr]).toEqual([0, '']);
    expect(lines.filter((line) => line.startsWith('## '))).toEqual(
      knowledge.entries.map(({ label }, at) => `## ${at + 1}. soru: ${label}`),
    );
    for (const { question } of knowledge.entries) expect(lines).toContain(question);
  });

  test.each(committed.rules)('tells the rule $id with every quote verbatim, before its table', (rule) => {
    const told = under(`### \`${rule.id}\``);
    const table = told.findIndex((line) => line.startsWith('|'));
    for (const { text } of rule.quotes) expect(told.slice(0, table)).toContain(`> ${text}`);
    for (const text of [rule.because, rule.says]) if (text) expect(told.slice(0, table).join('\n')).toContain(text);
    expect(table).toBeGreaterThan(0);
    expect(told.at(table)).toMatch(/\| karar +\|$/);
  });

  test('tells every sentence that is no rule, with the reason, at its question', () => {
    const label = (id: string) => lines.find((line) => line.endsWith(`soru: ${knowledge.entries.find((entry) => entry.id === id)?.label}`));
    for (const { entry, texts, because } of committed.notRules) {
      const told = under(label(entry) ?? '');
      for (const text of texts) expect(told).toContain(`> ${text}`);
      expect(told).toContain(`Kural değildir, çünkü: ${because}`);
    }
  });

  test('shows a rule as the fewest facts that make it hold, lists and "not" spelt out', () => {
    expect(under('### `sigorta-sayi-kosulu`')).toEqual([
      '',
      '> Öğrencilerin Staj Seferberliği kapsamında tarihleri çakışmamak koşuluyla en fazla 2 staj yapma hakkı bulunmaktadır.',
      '',
      'Karar konusu: sigorta primi, her staj için ayrı ayrı',
      '',
      '| program                      | teklifin aşaması        | programdaki staj sayısı | karar                    |',
      '| ---------------------------- | ----------------------- | ----------------------- | ------------------------ |',
      "| Staj Seferberliği kapsamında | öğrenci kabul etti      | 2'den fazla             | İki staj sınırı aşılıyor |",
      "| Staj Seferberliği kapsamında | işveren son onayı verdi | 2'den fazla             | İki staj sınırı aşılıyor |",
      '',
    ]);
    expect(under('### `sinir-icinde`').slice(-4)).toEqual([
      '| ----------------------- | ---------------- |',
      '| 1                       | karara bağlanmaz |',
      '| 2                       | karara bağlanmaz |',
      '',
    ]);
  });

  test('says in which question a quote stands that is not of the rule’s own', () => {
    expect(under('### `sigorta-universiteden`')).toContain('> — 4. soru: Bölümde zorunlu staj yoksa sigorta');
    expect(under('## 4. soru: Bölümde zorunlu staj yoksa sigorta').join('\n')).toContain('kurallar: `sigorta-universiteden`');
  });

  test('has a Turkish name for every fact, value and goal', () => {
    expect(stdout).not.toMatch(/\b(facts|values|goals|rulebook)\.\w/);
  });

  test('--goal tells the rules of one goal only', () => {
    const told = rules('--goal', 'document').stdout;
    expect(told.match(/(?<=^### `).*(?=`$)/gm)).toEqual([
      'belge-olmadan-baslatilamaz',
      'resmi-yazi-belge-yerine',
      'belge-program-disi',
      'belge-elde',
    ]);
    expect(told).not.toContain('Kural değildir');
  });

  test.each([[['--goal', 'nope']], [['--goal']], [['--nope']], [['term']]])('%j is told with the usage', (args) => {
    expect(rules(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Usage: npm run rules') });
  });

  test('--help shows the usage', () => {
    expect(rules('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage: npm run rules') });
  });

  describe('--knowledge', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'rules-'));
      mkdirSync(join(folder, 'faq'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    test('without rules says so', () => {
      writeFileSync(join(folder, 'faq', 'a.yaml'), 'id: a\nquestion: Nasıl?\nanswer: Böyle.\nvariants: [nasıl olur]\n');
      expect(rules('--knowledge', folder)).toMatchObject({ status: 0, stdout: expect.stringContaining('Gösterilecek kural yok.') });
    });

    test('with mistakes prints them with their places and exits 1', () => {
      writeFileSync(join(folder, 'faq', 'a.yaml'), 'id: a\nquestion: Nasıl?\n');
      expect(rules('--knowledge', folder)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('a.yaml:1:1: hata:') });
    });
  });
});

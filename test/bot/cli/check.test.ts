import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootPath } from '../../../bot/root.js';

describe('npm run check', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'check-'));
    mkdirSync(join(folder, 'faq'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (id: string, text: string): void => writeFileSync(join(folder, 'faq', `${id}.yaml`), text);
  const check = (args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, [rootPath('dist', 'bot', 'cli', 'check.js'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, GITHUB_ACTIONS: '', ...env },
    });

  test('the committed knowledge base has no error', () => {
    const { status, stdout } = check();
    expect([status, stdout]).toEqual([0, expect.stringContaining('Bilgi tabanı sağlam: 12 soru')]);
  });

  test('an error ends with exit code 1 and is told in Turkish, with file, line, column, caret and what to write', () => {
    write('a', 'id: a\nquestion: Nasıl?\nanswer: Böyle.\nvariant: [nasıl]\n');
    const { status, stdout } = check(['--knowledge', folder]);
    expect(status).toBe(1);
    expect(stdout).toContain(
      ':4:1: hata: bilinmeyen alan: "variant"\n  4 | variant: [nasıl]\n    | ^\n    = öneri: "variants" mı demek istediniz?',
    );
    expect(stdout).toContain('1 hata bulundu');
  });

  test('advice alone is no failure', () => {
    write('a', 'id: a\nquestion: Nasıl?\nanswer: Böyle.\nvariants: [nasıl olur]\nowner: me\n');
    const { status, stdout } = check(['--knowledge', folder]);
    expect([status, stdout]).toEqual([0, expect.stringContaining('2 uyarı (botun çalışmasını engellemez)')]);
  });

  test('--json gives errors apart from warnings', () => {
    write('a', 'id: a\nquestion: Nasıl?\nanswer: Böyle.\nvariants: [nasıl olur]\n');
    const { errors, warnings } = JSON.parse(check(['--json', '--knowledge', folder]).stdout);
    expect(errors).toEqual([]);
    expect(warnings).toEqual([expect.objectContaining({ severity: 'warning', line: 4, column: 11, hint: expect.any(String) })]);
  });

  test('on GitHub every finding becomes a note beside its line', () => {
    write('a', 'id: a\nquestion: Nasıl?\nanswer: Böyle.\nrelated: [b]\nvariants: [nasıl olur]\n');
    expect(check(['--knowledge', folder], { GITHUB_ACTIONS: 'true' }).stdout).toMatch(
      /^::error file=.*a\.yaml,line=4,col=11::böyle bir soru yok: "b"%0AÖneri: /m,
    );
  });

  test('a wrong option is told with the usage', () => {
    expect(check(['--nope'])).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: npm run check') });
  });
});

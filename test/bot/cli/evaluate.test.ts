import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootPath } from '../../../bot/root.js';

describe('npm run evaluate', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const evaluate = (text: string, args: readonly string[] = []) => {
    const file = join(folder, 'messages.yaml');
    writeFileSync(file, text);
    return spawnSync(process.execPath, [rootPath('dist', 'bot', 'cli', 'evaluate.js'), ...args, file], { encoding: 'utf8' });
  };

  test('scores a file beside the cross-validated figures of the knowledge base and its reliability', () => {
    const { status, stdout } = evaluate('- { text: "stajımı nasıl iptal ederim", accept: [staj-iptali] }\n');
    expect(status).toBe(0);
    expect(stdout).toMatch(/The knowledge base itself, cross-validated: \d+ texts/);
    expect(stdout).toContain('probability   texts  predicted  observed');
    expect(stdout).toMatch(/messages\.yaml: 1 messages\n {2}answered {5}100\.0 %/);
    expect(stdout).toContain('Wanted (rows) against got (columns)');
  });

  test('--why tells what was wanted and what came', () => {
    const { stdout } = evaluate('- { text: "stajımı nasıl iptal ederim", accept: [iki-staj] }\n', ['--why']);
    expect(stdout).toContain('✗ answered, wrong-entry, offered: stajımı nasıl iptal ederim\n  wanted {"accept":["iki-staj"]}');
  });

  test('a mistake in the file is told with its place', () => {
    const { status, stderr } = evaluate('- { text: "x", acept: [] }\n');
    expect(status).toBe(1);
    expect(stderr).toContain('messages.yaml:1:');
  });
});

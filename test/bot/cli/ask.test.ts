import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootPath } from '../../../bot/root.js';

/** The compiled command, as `npm run ask` calls it. */
function ask(args: string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [rootPath('dist', 'bundle', 'cli', 'ask.js'), ...args], { input, encoding: 'utf8' });
}

describe('ask', () => {
  test('answers one question', () => {
    const { status, stdout } = ask(['staj', 'listesi', 'nerede']);
    expect(status).toBe(0);
    expect(stdout).toContain('Kariyer Kapısı');
  });

  test('--json gives one reply with the fields of the contract', () => {
    const reply = JSON.parse(ask(['--json', 'staj listesi nerede']).stdout) as Record<string, unknown>;
    expect(Object.keys(reply)).toEqual([
      'kind',
      'entry',
      'entries',
      'outcomes',
      'missing',
      'suggestions',
      'details',
      'facts',
      'confidence',
      'reply',
      'citations',
    ]);
  });

  test('--jsonl answers line by line, in order, with nothing else on standard output', () => {
    const lines = [
      'staj listesi nerede',
      '',
      '{"text": "bana çıkan staj çok uzak gitmek istemiyorum", "conversation": "a"}',
      'naber',
      '{"facts": {"internship1.stage": "offered"}, "conversation": "a"}',
      '{"bad": 1}',
    ];
    const { status, stdout, stderr } = ask(['--jsonl'], `${lines.join('\n')}\n`);
    const replies = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect([status, stderr]).toEqual([0, '']);
    expect(replies.map((reply) => reply.kind ?? 'error')).toEqual(['answer', expect.any(String), 'smalltalk', 'verdict', 'error']);
    expect(replies[3]).toMatchObject({ outcomes: ['decline-offer'] });
  });

  test('--why shows folded text, the best three, the facts with their words and the rules', () => {
    const { stdout } = ask(['--why', '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var']);
    expect(stdout).toContain('folded   3-28 agustos');
    expect(stdout.match(/^match /gm)).toHaveLength(3);
    expect(stdout).toContain('internship1.from = 2020-08-03  “3-28 Ağustos”');
    expect(stdout).toContain('tarihler-cakisiyor → dates-overlap');
  });

  test('without a question talks until the end of input, and numbers choose', () => {
    const { status, stdout } = ask([], 'konular\n9\n');
    expect(status).toBe(0);
    expect(stdout).toContain('Mücbir bir sebep olmadıkça');
  });

  test.each([[['--nonsense']], [['--json']], [['--jsonl', 'x']], [['--knowledge']]])('%j prints usage and exits 2', (args) => {
    const { status, stderr } = ask(args);
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: npm run ask');
  });

  describe('--knowledge', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'kb-'));
      mkdirSync(join(folder, 'faq'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    test('answers from another knowledge base', () => {
      const entry = (id: string, question: string, answer: string, variants: string[]): void =>
        writeFileSync(join(folder, 'faq', `${id}.yaml`), JSON.stringify({ id, question, answer, variants }));
      entry('opening', 'When is the library open?', 'From nine to five.', [
        'opening hours',
        'when do you open',
        'is the library open today',
        'what time do you close',
      ]);
      entry('loans', 'How many books may I borrow?', 'Five at a time.', [
        'how many books can I take',
        'borrow books limit',
        'maximum number of loans',
        'can I borrow ten books',
      ]);
      const { status, stdout } = ask(['--json', '--knowledge', folder, 'what are the opening hours of the library']);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        kind: 'answer',
        entry: 'opening',
        citations: [{ entry: 'opening', quote: 'From nine to five.' }],
      });
    });

    test('with mistakes prints them with their places and exits 1', () => {
      writeFileSync(join(folder, 'faq', 'a.yaml'), 'id: a\nquestion: Q\n');
      const { status, stderr, stdout } = ask(['--knowledge', folder, 'x']);
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toContain('a.yaml:1:1: hata:');
    });

    test('that does not exist prints so and exits 1', () => {
      const { status, stderr } = ask(['--knowledge', join(folder, 'nowhere'), 'x']);
      expect(status).toBe(1);
      expect(stderr).toContain('hiç soru dosyası');
    });
  });
});

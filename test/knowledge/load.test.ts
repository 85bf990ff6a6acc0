import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectKnowledge, loadKnowledge } from '../../knowledge/load.js';
import { formatProblem, KnowledgeError } from '../../knowledge/problem.js';

describe('loading a knowledge base', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
    mkdirSync(join(folder, 'faq'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const shown = (): string[] => inspectKnowledge(folder, { shownFrom: folder }).problems.map(formatProblem);

  test('needs no more than id, question and answer', () => {
    write('faq/a.yaml', 'id: a\nquestion: How?\nanswer: So.\nvariants: [how is it done]\n');
    const { entries, refusals, concepts } = loadKnowledge(folder);
    expect(entries).toEqual([
      { id: 'a', question: 'How?', label: 'How?', answer: ['So.'], audience: [], related: [], support: [], variants: ['how is it done'] },
    ]);
    expect([refusals, concepts]).toEqual([[], {}]);
  });

  test('reports every mistake at once, each with file, line, column and caret', () => {
    write('faq/a.yaml', 'id: a\nquestion: How?\nanswer: So.\nrelated: [b]\nvariants: [x]\n');
    write('faq/c.yaml', 'id: Not An Id\nquestion: How?\nanswer: So.\nvariant: [x]\n');
    write('faq/e.yaml', 'id: e\nquestion: ""\nanswer: So.\n');
    write('faq/d.yaml', 'id: d\nquestion: "How?\n');
    const problems = shown();
    expect(problems.join('\n')).toContain('faq/d.yaml:');
    expect(problems.join('\n')).toContain('bilinmeyen alan: "variant"');
    expect(problems).toContainEqual(
      ['faq/c.yaml:1:5: hata: "id": boşluk, tırnak ve < > kullanmayın', '  1 | id: Not An Id', '    |     ^'].join('\n'),
    );
  });

  test('takes what other knowledge bases are like: any id, no variants, numbers for texts, fields nobody here knows', () => {
    write('faq/a.yaml', 'id: Q_1\nquestion: How?\nanswer: So.\nvariants:\ntags: [x]\n');
    write('faq/b.yaml', 'id: 7\nquestion: What?\nanswer: [This., That.]\nvariants: [3308, true, what]\nrelated: [Q_1]\n');
    const { knowledge, problems } = inspectKnowledge(folder, { shownFrom: folder });
    expect(knowledge.entries.map(({ id, variants }) => [id, variants])).toEqual([
      ['Q_1', []],
      ['7', ['3308', 'true', 'what']],
    ]);
    expect(problems.map(({ severity, line, message }) => [severity, line, message])).toEqual([['warning', 5, 'bilinmeyen alan: "tags"']]);
  });

  test('a star without quotes is told with its place', () => {
    write('faq/a.yaml', 'id: a\nquestion: How?\nlead: *important\nanswer: So.\n');
    expect(shown()[0]).toMatch(/^faq\/a\.yaml:3:7: hata: YAML olarak okunamadı/);
  });

  test('a misspelt field is found inside another, too, and beside the field itself it is only unknown', () => {
    write(
      'faq/a.yaml',
      'id: a\nquestion: How?\nanswer: So.\nlabel: A\nlabels: [x]\nsource: { item: 1, reviewed: 2026-01-01, reviewby: 2027-01-01 }\n',
    );
    expect(inspectKnowledge(folder, { shownFrom: folder }).problems.map(({ severity, line }) => [severity, line])).toEqual([
      ['error', 6],
      ['warning', 5],
    ]);
  });

  test('one slip brings no false errors in other files', () => {
    write('faq/a.yaml', 'id: a\nquestion: How?\nanswer: So.\nvariant: [x]\n');
    write('faq/b.yaml', 'id: b\nquestion: How?\nanswer: So.\nrelated: [a]\n');
    expect(shown()).toHaveLength(1);
  });

  test('small talk cannot have the id of a question', () => {
    write('faq/a.yaml', 'id: a\nquestion: How?\nanswer: So.\n');
    write('smalltalk.yaml', '- { id: a, reply: Hello, examples: [hi] }\n');
    expect(shown()[0]).toContain('smalltalk.yaml:1:9: hata: bu kimlik daha önce kullanılmış: "a"');
  });

  test('a field that is nearly a known one is an error', () => {
    write('faq/a.yaml', 'id: a\nquestion: How?\nanswer: So.\nVariants: [x]\n');
    expect(shown()[0]).toBe(
      [
        'faq/a.yaml:4:1: hata: bilinmeyen alan: "Variants"',
        '  4 | Variants: [x]',
        '    | ^',
        '    = öneri: "variants" mı demek istediniz?',
      ].join('\n'),
    );
  });

  test('a link to a question that does not exist is an error that suggests the nearest', () => {
    write('faq/a.yaml', 'id: staj-iptali\nquestion: How?\nanswer: So.\nrelated: [staj-iptal]\nvariants: [x]\n');
    expect(shown()[0]).toContain('öneri: "staj-iptali" mı demek istediniz?');
  });

  test('a quote that is not in the answer is an error', () => {
    write('faq/a.yaml', 'id: a\nquestion: How?\nanswer: So.\nsupport: [Not so.]\nvariants: [x]\n');
    expect(shown()[0]).toContain('bu sözler yanıtta geçmiyor');
  });

  test('an empty folder is an error, and nothing is loaded', () => {
    expect(() => loadKnowledge(folder)).toThrow(KnowledgeError);
    expect(shown()[0]).toContain('hiç soru dosyası');
  });
});

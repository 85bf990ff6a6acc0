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

  test('needs no more than id, question, answer and variants', () => {
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
    write('faq/d.yaml', 'id: d\nquestion: "How?\n');
    const problems = shown();
    expect(problems.join('\n')).toContain('faq/d.yaml:');
    expect(problems.join('\n')).toContain('bilinmeyen alan: "variant"');
    expect(problems).toContainEqual(
      ['faq/c.yaml:1:5: hata: "id": küçük harf, rakam ve tire kullanın (örnek: staj-iptali)', '  1 | id: Not An Id', '    |     ^'].join(
        '\n',
      ),
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

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIGURES, type FigureName } from '../../../bot/evaluation/score.js';
import { applyMeasured } from '../../../bot/review/apply.js';
import { comparison, type Figures, type Measured, measure, worsened } from '../../../bot/review/figures.js';
import { reply } from '../../reply.js';

/** Figures of a thousand texts each, so that a hit is a tenth of a point. */
const figures = (hits: Partial<Record<FigureName, number>> = {}): Figures =>
  Object.fromEntries(FIGURES.map((name) => [name, { hits: hits[name] ?? 900, total: 1000 }])) as Record<
    FigureName,
    { hits: number; total: number }
  >;
const measured = (messages: Parameters<typeof figures>[0] = {}, own: Parameters<typeof figures>[0] = {}): Measured => ({
  messages: figures(messages),
  own: figures(own),
});

describe('applying a review', () => {
  let root: string;
  let told: string[];
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'apply-'));
    told = [];
    writeFileSync(join(root, 'a.yaml'), 'önce');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const apply = (after: Measured, force = false) =>
    applyMeasured([{ path: 'a.yaml', before: 'önce', after: 'sonra' }], {
      root,
      force,
      print: (text) => told.push(text),
      measure: { before: async () => measured(), after: async () => after },
    });
  const written = (): string => readFileSync(join(root, 'a.yaml'), 'utf8');

  test('shows the figures before and after, then writes', async () => {
    expect(await apply(measured({ answered: 912 }))).toBe(true);
    expect(written()).toBe('sonra');
    expect(told[0]).toMatch(/doğru soruyla yanıtladı +90,0 +91,2 +\+1,20\n/);
  });

  test('refuses what makes the bot worse, says why, and writes nothing', async () => {
    expect(await apply(measured({ answered: 890 }))).toBe(false);
    expect(written()).toBe('önce');
    expect(told.join('\n')).toContain('Ölçüm iletileri, doğru soruyla yanıtladı: 90,0 → 89,0');
  });

  test('unless it is forced to', async () => {
    expect(await apply(measured({ answered: 890 }), true)).toBe(true);
    expect(written()).toBe('sonra');
    expect(told[0]).toContain('kötüleşti');
  });

  test.each([
    ['three tenths of a point are let pass', measured({ answered: 897, refused: 897, 'wrong-entry': 903 }), 0],
    ['four tenths fewer right answers are not', measured({ answered: 896 }), 1],
    ['nor four tenths more wrong ones', measured({ 'wrong-entry': 904 }), 1],
    ['nor four tenths fewer refusals', measured({ refused: 896 }), 1],
    ['the knowledge base itself may lose six tenths', measured({}, { answered: 894, refused: 894, 'wrong-entry': 906 }), 0],
    ['and not seven', measured({}, { answered: 893, refused: 893 }), 2],
    ['fewer wrong answers are no harm', measured({ 'wrong-entry': 100 }), 0],
    ['nor are fewer verdicts, which are shown only', measured({ verdict: 100 }), 0],
  ])('%s', (_, after, count) => expect(worsened(measured(), after)).toHaveLength(count));

  test('what cannot be measured is left out of the table', () => {
    const none = Object.fromEntries(FIGURES.map((name) => [name, { hits: 0, total: 0 }])) as Figures;
    expect(comparison({ messages: none, own: figures() }, { messages: none, own: figures() }).join('\n')).not.toContain('NaN');
  });
});

describe('measuring', () => {
  test('counts only the texts that both bots have, and every message', () => {
    const knowledge = {
      entries: [{ id: 'a', question: 'Soru?', label: 'Soru?', variants: ['eski', 'yeni'] }],
      refusals: [],
      smalltalk: [],
    } as unknown as Parameters<typeof measure>[0]['knowledge'];
    const ranked = [{ entry: 'a', probability: 0.9 }];
    const predictions = [0, 1, 2].map(
      (example) => ({ example, leftOut: 'text', right: true, weight: 1, band: 'answer', ranked, probability: 0.9 }) as const,
    );
    const respond = () => ({ reply: reply({ entry: 'a' }), memory: {} }) as unknown as ReturnType<Parameters<typeof measure>[0]['respond']>;
    const found = measure({ respond, knowledge, predictions }, [{ text: 'x', accept: ['a'], tags: [] }], new Set(['yeni']));
    expect([found.own.answered, found.messages.answered]).toEqual([
      { hits: 2, total: 2 },
      { hits: 1, total: 1 },
    ]);
  });
});

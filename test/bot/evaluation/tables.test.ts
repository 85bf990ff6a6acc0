import { FIGURES, type Figure, type FigureName } from '../../../bot/evaluation/score.js';
import { confusionLines, fails, figureLines, reliabilityLines } from '../../../bot/evaluation/tables.js';

const none = Object.fromEntries(FIGURES.map((name) => [name, { hits: 0, total: 0 }])) as Record<FigureName, Figure>;

describe('floors', () => {
  test('a figure under its floor fails, one on it does not', () => {
    expect(fails('answered', { hits: 84, total: 100 }, 85)).toBe(true);
    expect(fails('answered', { hits: 85, total: 100 }, 85)).toBe(false);
  });

  test('wrong entries have a ceiling', () => {
    expect(fails('wrong-entry', { hits: 3, total: 100 }, 2)).toBe(true);
    expect(fails('wrong-entry', { hits: 2, total: 100 }, 2)).toBe(false);
  });

  test('nothing counted, nothing failed', () => {
    expect(fails('answered', { hits: 0, total: 0 }, 85)).toBe(false);
  });
});

describe('tables', () => {
  test('figures are shown with counts and floors, and say where they fail', () => {
    expect(figureLines({ ...none, answered: { hits: 4, total: 5 } }, { answered: 85 })).toEqual([
      'answered      80.0 %          4/5   at least 85 %   FAILED',
    ]);
  });

  test('reliability sets predicted beside observed', () => {
    expect(reliabilityLines([{ from: 0.5, to: 0.6, count: 20, predicted: 0.55, observed: 0.5 }])[1]).toBe(
      '0.5–0.6          20   55.0 %    50.0 %',
    );
  });

  test('confusion counts what was wanted against what came', () => {
    const answer = (entry: string) => ({ kind: 'answer' as const, entry, entries: [entry] });
    const lines = confusionLines(
      [
        { accept: ['a', 'b'], reply: answer('b') },
        { accept: ['a'], reply: answer('b') },
        { accept: ['a'], reply: { kind: 'suggestions', entry: null, entries: [] } },
        { accept: [], reply: { kind: 'none', entry: null, entries: [] } },
      ],
      ['a', 'b'],
    );
    expect(lines.map((line) => line.split(/\s+/).filter(Boolean))).toEqual([
      ['1', '2', 'off', 'ref'],
      ['1', 'a', '·', '1', '1', '·'],
      ['2', 'b', '·', '1', '·', '·'],
      ['none', '·', '·', '·', '1'],
    ]);
  });
});

import fc from 'fast-check';
import { rootPath } from '../../bot/root.js';
import { loadKnowledge } from '../../knowledge/load.js';
import { calibrate, fitCalibration } from '../../knowledge/matcher/calibrate.js';
import { createMatcher } from '../../knowledge/matcher/matcher.js';
import { reliability } from '../../knowledge/matcher/reliability.js';
import { trainMatcher } from '../../knowledge/matcher/training.js';
import { mender } from '../../knowledge/text/spelling.js';

describe('the matcher', () => {
  const knowledge = loadKnowledge(rootPath('knowledge'));
  const { trained, predictions } = trainMatcher(knowledge, () => ({}));
  const matcher = createMatcher(trained);

  test.each([
    ['kabul ettiğim stajı iptal etmek istiyorum', 'staj-iptali'],
    ['KABUL ETTİĞİM STAJI İPTAL ETMEK İSTİYORUM', 'staj-iptali'],
    ['kabul ettgim staji iptl etmek istyorum', 'staj-iptali'],
    ['bölümümde zorunlu staj yok, sigortamı kim yapar', 'zorunlu-staj-yok'],
    ['kabul edilenlerin listesine nereden bakarız', 'kabul-listesi'],
  ])('%s is about %s', (text, entry) => {
    const { band, ranked } = matcher.match(text, {});
    expect([band, ranked[0]?.entry]).toEqual(['answer', entry]);
  });

  test.each(['staj ücreti ne kadar', 'staj defterimi geç getirdim', 'sigorta poliçem iptal oldu', 'yarın hava nasıl olacak', 'asdasd'])(
    '%s is not answered',
    (text) => {
      expect(matcher.match(text, {}).band).not.toBe('answer');
    },
  );

  test('every official question and its label lead to its own entry', () => {
    const astray = knowledge.entries.flatMap(({ id, label, question }) =>
      [label, question].filter((text) => matcher.match(text, {}).ranked[0]?.entry !== id || matcher.match(text, {}).band === 'none'),
    );
    expect(astray).toEqual([]);
  });

  test.each(['flibber glorp wuzzle gronk', 'sümüklüböcek'])('%s is refused without naming a subject', (text) => {
    const { band, subject } = matcher.match(text, {});
    expect([band, subject?.sure ?? false]).toEqual(['none', false]);
  });

  test('names the subject it refuses', () => {
    expect(matcher.match('staj ücreti ne kadar', {}).subject?.id).toBe('ucret');
  });

  test('gives probabilities between 0 and 1, best first, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const probabilities = matcher.match(text, {}).ranked.map(({ probability }) => probability);
        expect(probabilities.every((p) => p >= 0 && p <= 1)).toBe(true);
        expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
      }),
    );
  });

  test('is deterministic', () => {
    const again = createMatcher(trainMatcher(knowledge, () => ({})).trained);
    expect(again.match('staj listesi nerede', {})).toEqual(matcher.match('staj listesi nerede', {}));
  });

  test('says probabilities that mean what they say: within 10 points in every filled tenth, cross-validated', () => {
    const filled = reliability(predictions).filter(({ count }) => count >= 20);
    expect(filled.length).toBeGreaterThanOrEqual(8);
    for (const { predicted, observed } of filled) expect(Math.abs(predicted - observed)).toBeLessThan(0.1);
  });
});

describe('a knowledge base of few words', () => {
  const base = (variants: readonly string[]) => ({
    ...loadKnowledge(rootPath('test', 'library')),
    entries: loadKnowledge(rootPath('test', 'library')).entries.map((entry) => ({
      ...entry,
      variants: variants.length > 0 ? entry.variants : [],
    })),
  });

  test('answers its own questions, though nobody wrote another way of asking them', () => {
    const knowledge = base([]);
    const matcher = createMatcher(trainMatcher(knowledge, () => ({})).trained);
    const answered = knowledge.entries.filter(({ id, question }) => {
      const { band, ranked } = matcher.match(question, {});
      return band === 'answer' && ranked[0]?.entry === id;
    });
    expect(answered.length).toBeGreaterThanOrEqual(0.9 * knowledge.entries.length);
    expect(matcher.match('what is the weather in paris', {}).band).not.toBe('answer');
  });

  test('of a single question does not answer everything with it', () => {
    const knowledge = base(['x']);
    const matcher = createMatcher(trainMatcher({ ...knowledge, entries: knowledge.entries.slice(0, 1) }, () => ({})).trained);
    expect(matcher.match('what is the weather in paris', {}).band).not.toBe('answer');
    expect(matcher.match(knowledge.entries[0]?.variants[0] ?? '', {}).band).toBe('answer');
  });
});

describe('calibration', () => {
  test('finds the curve that made the outcomes', () => {
    const curve = [0.5, 0.6, -2];
    const grid = Array.from({ length: 30 }, (_, i) => i / 5 - 3).flatMap((x) => [0, 0.4, 0.8].map((y) => [x, y]));
    const outcomes = grid.flatMap((signals) => {
      const p = calibrate(curve, signals);
      return [
        { signals, right: true, weight: 1000 * p },
        { signals, right: false, weight: 1000 * (1 - p) },
      ];
    });
    for (const [i, weight] of fitCalibration(outcomes).entries()) expect(weight).toBeCloseTo(curve[i] as number, 2);
  });

  test('keeps its weights finite where a signal never changes or decides alone', () => {
    const outcomes = [-2, -1, 1, 2].map((x) => ({ signals: [x, 0], right: x > 0, weight: 1 }));
    expect(fitCalibration(outcomes).every(Number.isFinite)).toBe(true);
  });
});

describe('mending words', () => {
  const mend = mender(['sigorta', 'belge', 'iptal', 'universite']);
  test.each([
    ['sigrta', 'sigorta'],
    ['univrsite', 'universite'],
    ['sigorta', 'sigorta'],
    ['kivircik', 'kivircik'],
    ['ipt', 'ipt'],
  ])('%s becomes %s', (typed, mended) => {
    expect(mend(typed)).toBe(mended);
  });
});

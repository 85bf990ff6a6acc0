import fc from 'fast-check';
import { rootPath } from '../../bot/root.js';
import { loadKnowledge } from '../../knowledge/load.js';
import { calibrate, fitCalibration } from '../../knowledge/matcher/calibrate.js';
import { createMatcher, trainMatcher } from '../../knowledge/matcher/matcher.js';
import { mender } from '../../knowledge/text/spelling.js';

describe('the matcher', () => {
  const knowledge = loadKnowledge(rootPath('knowledge'));
  const trained = trainMatcher(knowledge, () => ({}));
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

  test('names the subject it refuses', () => {
    expect(matcher.match('staj ücreti ne kadar', {}).subject).toBe('ucret');
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
    const again = createMatcher(trainMatcher(knowledge, () => ({})));
    expect(again.match('staj listesi nerede', {})).toEqual(matcher.match('staj listesi nerede', {}));
  });

  test('says probabilities that mean what they say: within 10 points in every filled tenth, cross-validated', () => {
    for (let tenth = 0; tenth < 10; tenth++) {
      const bin = trained.predictions.filter(({ raw }) => Math.floor(raw * 10) === tenth);
      const weight = bin.reduce((sum, p) => sum + p.weight, 0);
      if (weight < 20) continue;
      const predicted = bin.reduce((sum, p) => sum + p.raw * p.weight, 0) / weight;
      const observed = bin.reduce((sum, p) => sum + (p.right ? p.weight : 0), 0) / weight;
      expect(Math.abs(predicted - observed)).toBeLessThan(0.1);
    }
  });
});

describe('calibration', () => {
  test('finds the curve that made the predictions', () => {
    const curve = { slope: 0.6, offset: 0.5 };
    const predictions = Array.from({ length: 99 }, (_, i) => (i + 1) / 100).flatMap((raw) => {
      const p = calibrate(curve, raw);
      return [
        { raw, right: true, weight: p },
        { raw, right: false, weight: 1 - p },
      ];
    });
    const found = fitCalibration(predictions);
    expect(found.slope).toBeCloseTo(curve.slope, 3);
    expect(found.offset).toBeCloseTo(curve.offset, 3);
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

import { labelledSchema, score, sum } from '../../../bot/evaluation/score.js';
import { reply } from '../../reply.js';

const labelled = (rest: object) =>
  labelledSchema.parse([{ text: 'x', accept: [], ...rest }])[0] as ReturnType<typeof labelledSchema.parse>[number];

describe('scoring', () => {
  test('any accepted entry among those answered is right', () => {
    const item = labelled({ accept: ['a', 'b'] });
    expect(score(item, reply({ entry: 'c', entries: ['c', 'b'] }))).toMatchObject({ answered: true, 'wrong-entry': false });
    expect(score(item, reply({ entry: 'c', entries: ['c'] }))).toMatchObject({ answered: false, 'wrong-entry': true, offered: false });
  });

  test('a short list is neither right nor wrong, but it offers', () => {
    const item = labelled({ accept: ['a'] });
    expect(score(item, reply({ kind: 'suggestions', suggestions: ['b', 'a'] }))).toEqual({
      answered: false,
      'wrong-entry': false,
      offered: true,
    });
  });

  test.each([
    [{ kind: 'none' }, true],
    [{ kind: 'smalltalk' }, true],
    [{ kind: 'suggestions', suggestions: ['a'] }, true],
    [{ kind: 'verdict', outcomes: ['not-covered'] }, true],
    [{ kind: 'verdict', outcomes: ['not-covered', 'insurance-required'] }, false],
    [{ kind: 'answer', entry: 'a' }, false],
    [{ kind: 'question', entry: 'a', missing: ['count'] }, false],
  ] as const)('where nothing is to be answered, %j counts as refused: %s', (given, refused) => {
    expect(score(labelled({}), reply(given))).toEqual({ refused });
  });

  test('a verdict is all that is expected and nothing beyond it', () => {
    const item = labelled({ accept: ['a'], expects: ['dates-overlap'] });
    expect(score(item, reply({ kind: 'verdict', entry: 'a', outcomes: ['dates-overlap'] })).verdict).toBe(true);
    expect(score(item, reply({ kind: 'verdict', entry: 'a', outcomes: ['dates-overlap', 'over-limit'] })).verdict).toBe(false);
    expect(score(item, reply({ kind: 'verdict', entry: 'a' })).verdict).toBe(false);
  });

  test('that insurance is due is no surplus where the verdict already says so', () => {
    const item = labelled({ accept: ['a'], expects: ['both-allowed'] });
    expect(score(item, reply({ kind: 'verdict', outcomes: ['both-allowed', 'insurance-required'] })).verdict).toBe(true);
  });

  test('with something missing the rest must be asked for, and else nothing', () => {
    const item = labelled({ accept: ['a'], expects: ['both-allowed'], asks: true });
    expect(score(item, reply({ kind: 'verdict', outcomes: ['both-allowed'] }))).toMatchObject({ verdict: false, asks: false });
    expect(score(item, reply({ kind: 'verdict', outcomes: ['both-allowed'], missing: ['term.from'] }))).toMatchObject({
      verdict: true,
      asks: true,
    });
    expect(score(labelled({ accept: ['a'], expects: ['both-allowed'] }), reply({ kind: 'verdict', missing: ['count'] })).asks).toBe(false);
  });

  test('computed dates must be right to the day', () => {
    const item = labelled({
      accept: ['a'],
      expects: ['x'],
      overlap: { from: '2020-08-24', to: '2020-08-28' },
      shortened_end: '2020-08-23',
    });
    const details = { overlap: { from: '2020-08-24', to: '2020-08-28' }, shortenedEnd: '2020-08-23' };
    expect(score(item, reply({ details })).dates).toBe(true);
    expect(score(item, reply({ details: { ...details, shortenedEnd: '2020-08-24' } })).dates).toBe(false);
  });

  test('messages count only for the figures they have labels for', () => {
    const figures = sum([{ refused: true }, { refused: false }, { answered: true }]);
    expect([figures.refused, figures.answered, figures.verdict]).toEqual([
      { hits: 1, total: 2 },
      { hits: 1, total: 1 },
      { hits: 0, total: 0 },
    ]);
  });
});

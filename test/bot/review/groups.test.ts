import type { LogLine } from '../../../bot/log/line.js';
import { doubtfulOf } from '../../../bot/review/doubtful.js';
import { doubtsOf, groupsOf } from '../../../bot/review/groups.js';
import { period, thumb, turn } from './lines.js';

const doubtful = (...lines: readonly LogLine[]) => doubtfulOf(period(lines));

describe('the questions worth a look', () => {
  test('are those without an answer, those answered unsurely and those disliked', () => {
    const found = doubtful(
      turn('yok'),
      turn('belki', { kind: 'suggestions' }),
      turn('sanki', { kind: 'answer', entry: 'a', confidence: 0.55 }),
      turn('kesin', { kind: 'answer', entry: 'a', confidence: 0.95 }),
      turn('selam', { kind: 'smalltalk' }),
      turn('', { kind: 'suggestions' }),
      thumb('olmadı', { entry: 'b' }),
      thumb('güzel', { liked: true }),
      thumb(''),
    );
    expect(Object.fromEntries(found.map(({ text, doubts }) => [text, doubts]))).toEqual({
      yok: { none: 1 },
      belki: { suggestions: 1 },
      sanki: { unsure: 1 },
      olmadı: { disliked: 1 },
    });
  });

  test('are counted by turns: a thumb down belongs to a turn, and what was written later to a thumb', () => {
    const [one] = doubtful(turn('a'), turn('a'), thumb('a'), thumb('a', { addition: true, comment: 'tarih yanlış' }));
    expect(one).toMatchObject({ times: 2, doubts: { none: 2, disliked: 1 }, comments: ['tarih yanlış'] });
  });
});

describe('groups', () => {
  const background = ['stajda maaş var mı', 'stajımı iptal etmek istiyorum', 'sigortamı kim yapacak', 'servis var mı', 'yemek var mı'];
  const grouped = (placeOf: (text: string) => string | null, ...lines: readonly LogLine[]) =>
    groupsOf(doubtful(...lines), { concepts: {}, background, placeOf });
  const anywhere = () => null;

  test('hold what differs in spelling only', () => {
    const groups = grouped(anywhere, turn('servis var mi'), turn('Servis var mı?'), turn('SERVİS VAR MI'));
    expect(groups.map(({ times, questions }) => [times, questions.length])).toEqual([[3, 3]]);
  });

  test('hold what shares some words only where the matcher sends both to one place', () => {
    const lines = [turn('staj defterini kim imzalayacak'), turn('staj defterini kime imzalaticaz')];
    expect(grouped(() => 'staj-defteri', ...lines)).toHaveLength(1);
    expect(grouped((text) => text, ...lines)).toHaveLength(2);
  });

  test('do not hold what only goes to the same place', () => {
    expect(grouped(() => 'diger', turn('yurtta oda var mi'), turn('kulube nasil girilir'))).toHaveLength(2);
  });

  test('are named by what is said most often, the biggest first, whatever the order of the log', () => {
    const lines = [turn('servis var mi'), ...Array.from({ length: 2 }, () => turn('servis var mı acaba')), turn('yurtta oda')];
    for (const order of [lines, lines.toReversed()]) {
      const groups = grouped(() => 'servis', ...order);
      expect(groups.map(({ text, times }) => [text, times])).toEqual([
        ['servis var mı acaba', 3],
        ['yurtta oda', 1],
      ]);
      expect(doubtsOf(groups[0] as (typeof groups)[number])).toEqual({ none: 3 });
    }
  });

  test('of nothing are none', () => {
    expect(grouped(anywhere)).toEqual([]);
  });
});

import type { LogLine } from '../../../bot/log/line.js';
import { doubtfulOf } from '../../../bot/review/doubtful.js';
import { groupsOf } from '../../../bot/review/groups.js';
import { groupLines, headline } from '../../../bot/review/listing.js';
import { additionsOf, reviewedOf, sureOf } from '../../../bot/review/reviewed.js';
import { rootPath } from '../../../bot/root.js';
import { loadKnowledge } from '../../../knowledge/load.js';
import type { Match } from '../../../knowledge/matcher/matcher.js';
import { period, thumb, turn } from './lines.js';

const knowledge = loadKnowledge(rootPath('knowledge'));

/** Of two official questions, how likely each is. */
const ranked = (iptal: number, belge = 0): Match => ({
  band: iptal >= 0.5 ? 'answer' : iptal >= 0.2 ? 'suggest' : 'none',
  ranked: [
    { entry: 'staj-iptali', probability: iptal },
    { entry: 'gec-belge', probability: belge },
  ],
  subject: null,
});
const refused = (id: string, sure = true): Match => ({ ...ranked(0.03), subject: { id, sure } });

/** Beside these every word of a test is a rare one. */
const background = Array.from({ length: 200 }, (_, n) => `sözcük${n}`);

function review(match: Match, lines: readonly LogLine[], min = 2) {
  const groups = groupsOf(doubtfulOf(period(lines)), { concepts: {}, background, placeOf: () => 'x' });
  return reviewedOf(groups, { knowledge, match: () => match, withhold: (text) => (text.includes('gizli') ? 'gizli' : null), min });
}
const twice = [turn('caydim ben'), turn('caydim ben')];

describe('what the review proposes', () => {
  test('a variant of the likeliest question, said how sure', () => {
    const found = review(ranked(0.62), twice);
    expect(additionsOf(found)).toEqual([{ target: { kind: 'entry', id: 'staj-iptali', sure: true }, texts: ['caydim ben'] }]);
    expect(groupLines(found[0] as (typeof found)[number], 1, knowledge).join('\n')).toMatch(
      /^1\. 2 kez: “caydim ben”\n.*“bilgi yok” dedi\n.*iptali \(%62\)\n.*faq\/staj-iptali\.yaml dosyasına 1 satır$/s,
    );
  });

  test('where the likeliest is likelier wrong than right it says so, and does not count it as sure', () => {
    const found = review(ranked(0.3), twice);
    expect(groupLines(found[0] as (typeof found)[number], 1, knowledge).join('\n')).toContain('yeri tahmin: doğrulayın');
    expect([found.length, sureOf(found).length]).toEqual([1, 0]);
  });

  test('an example of the subject that the FAQ does not answer', () => {
    const found = review(refused('ucret'), twice);
    expect(additionsOf(found)[0]?.target).toEqual({ kind: 'refusal', id: 'ucret', sure: true });
    expect(groupLines(found[0] as (typeof found)[number], 1, knowledge).join('\n')).toContain('refusals/staj/ucret.yaml');
  });

  test('nothing that was said once, unless asked to', () => {
    expect(review(ranked(0.4), [turn('caydim ben')])[0]).toMatchObject({ proposed: [], because: expect.stringContaining('--min 1') });
    expect(review(ranked(0.4), [turn('caydim ben')], 1)[0]?.proposed).toEqual(['caydim ben']);
  });

  test('nothing that the bot answers by now', () => {
    expect(review(ranked(0.9), twice)[0]).toMatchObject({ proposed: [], because: 'bot bunu bugünkü bilgisiyle yanıtlıyor' });
  });

  test('a disliked answer is never taught again: the next likely question is, or none', () => {
    const disliked = [thumb('caydim ben', { entry: 'staj-iptali' }), thumb('caydim ben', { entry: 'staj-iptali', comment: 'bu değildi' })];
    expect(additionsOf(review(ranked(0.6, 0.3), disliked))[0]?.target.id).toBe('gec-belge');
    const [none] = review(ranked(0.9, 0.01), disliked);
    expect(none).toMatchObject({ proposed: [], because: expect.stringContaining('yanıtı gözden geçirin') });
    expect(groupLines(none as NonNullable<typeof none>, 1, knowledge).join('\n')).toContain('“bu değildi”');
  });

  test('nothing for small talk, and nothing where nothing is near', () => {
    const [talk] = knowledge.smalltalk;
    expect(review(refused(talk?.id ?? ''), twice)[0]?.because).toContain('smalltalk.yaml');
    expect(review(ranked(0.05), twice)[0]?.because).toContain('yerini siz seçin');
  });

  test('says why a text is held back', () => {
    const found = review(ranked(0.4), [turn('gizli bir şey'), turn('gizli bir şey')]);
    expect(found[0]).toMatchObject({ proposed: [], withheld: [{ text: 'gizli bir şey', why: 'gizli' }] });
  });

  test('no two near copies, and no more than five of a group', () => {
    const texts = ['bir', 'iki', 'üç', 'dört', 'beş', 'altı', 'yedi'].map((word) => `kantinde menu ${word}`);
    const [found] = review(
      ranked(0.4),
      [...texts, 'KANTİNDE MENÜ BİR'].flatMap((text) => [turn(text)]),
    );
    expect(found?.proposed).toHaveLength(5);
    expect(new Set(found?.proposed.map((text) => text.toLocaleLowerCase('tr'))).size).toBe(5);
  });

  test('its headline counts the lines that could not be read, and an empty log is good news', () => {
    expect(headline(period([turn('a')], { broken: 3 }), [])).toBe(
      '1 Kasım 2026 – 30 Kasım 2026: 1 ileti, bakılacak soru yok: bot sorulanları yanıtlamış. Okunamayan 3 satır atlandı.',
    );
  });
});

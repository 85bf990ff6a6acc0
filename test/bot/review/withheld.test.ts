import fc from 'fast-check';
import { knownWords } from '../../../bot/log/known-words.js';
import { MARKS, scrub } from '../../../bot/log/scrub.js';
import { doubtfulOf } from '../../../bot/review/doubtful.js';
import { groupsOf } from '../../../bot/review/groups.js';
import { reviewedOf } from '../../../bot/review/reviewed.js';
import { measuredTexts, withholding } from '../../../bot/review/withheld.js';
import { rootPath } from '../../../bot/root.js';
import { loadKnowledge } from '../../../knowledge/load.js';
import type { Match } from '../../../knowledge/matcher/matcher.js';
import { period, turn } from './lines.js';

const knowledge = loadKnowledge(rootPath('knowledge'));
const isKnown = knownWords(knowledge);
const measured = measuredTexts(rootPath('test', 'eval'));
const withhold = withholding(knowledge, measured, (text) => scrub(text, isKnown));

describe('what is never proposed', () => {
  test.each(Object.values(MARKS))('a text in which the scrubber left %s', (mark) => {
    expect(withhold(`kantin ucreti ${mark} icin ne kadar`)).toContain('kişisel bilgi');
  });

  test.each(['numaram 20181234 kantin ne kadar', 'ali@ornek.edu.tr adresine kantin', 'adım zxcvb kantin ne kadar', 'oda 51234 kantin'])(
    'a text that the scrubber would change, or that holds a long number: %s',
    (text) => expect(withhold(text)).toContain('kişisel bilgi'),
  );

  test('every text of the knowledge base, and a near copy of it', () => {
    const texts = [...knowledge.entries.flatMap(({ variants }) => variants), ...knowledge.refusals.flatMap(({ examples }) => examples)];
    for (const text of texts.filter((_, n) => n % 20 === 0)) expect([text, withhold(text)]).toEqual([text, expect.any(String)]);
    const [long = ''] = texts.filter((text) => text.split(' ').length > 8 && !/\d/.test(text));
    expect(withhold(`acaba ${long.toLocaleUpperCase('tr')}!`)).toContain('neredeyse aynısı bilgi tabanında var');
  });

  test('every message of the evaluation', () => {
    expect(measured.length).toBeGreaterThan(2000);
    for (const text of measured.filter((_, n) => n % 20 === 0)) expect([text, withhold(text)]).toEqual([text, expect.any(String)]);
  });

  test('what holds no word, or is a story', () => {
    expect([withhold('?!'), withhold('12 …')]).toEqual([expect.any(String), null]);
    expect(withhold('kantin '.repeat(60))).toContain('uzun');
  });

  test('but an ordinary new question is', () => {
    expect(withhold('kantinde indirimli menu cikiyor mu')).toBeNull();
  });

  test('personal data, wherever it stands in a question', () => {
    const digits = fc.stringMatching(/^\d{5,16}$/);
    const personal = fc.oneof(
      digits,
      digits.map((number) => number.replace(/(...)/g, '$1 ').trim()).filter((text) => text.replace(/\D/g, '').length >= 6),
      fc.stringMatching(/^[a-z]{3,8}@[a-z]{3,8}\.com$/),
      fc.constantFrom(...Object.values(MARKS)),
      fc.stringMatching(/^[qxzwv]{7}$/).map((name) => `adim ${name}`),
    );
    const match = (): Match => ({ band: 'suggest', ranked: [{ entry: 'staj-iptali', probability: 0.4 }], subject: null });
    fc.assert(
      fc.property(fc.constantFrom('kantin', 'lojman ne zaman', ''), personal, fc.constantFrom('', 'soracaktim', 'var mi'), (a, data, b) => {
        const text = [a, data, b].filter(Boolean).join(' ');
        const groups = groupsOf(doubtfulOf(period([turn(text), turn(text)])), { concepts: {}, background: [], placeOf: () => null });
        expect(reviewedOf(groups, { knowledge, match, withhold, min: 1 }).flatMap(({ proposed }) => proposed)).toEqual([]);
      }),
    );
  });
});

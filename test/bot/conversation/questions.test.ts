import { withoutOpening } from '../../../bot/conversation/answers.js';
import { questionsIn } from '../../../bot/conversation/questions.js';
import { rootPath } from '../../../bot/root.js';
import { loadKnowledge } from '../../../knowledge/load.js';
import { ask } from '../../real-bot.js';

const { phrases } = loadKnowledge(rootPath('knowledge'));

describe('the questions of a message', () => {
  test.each([
    ['Stajımı nasıl iptal ederim? Sigortamı kim öder?', ['Stajımı nasıl iptal ederim?', 'Sigortamı kim öder?']],
    ['listeyi nereden görürüz, ayrıca belgeyi geç getiren ne olacak', ['listeyi nereden görürüz,', 'ayrıca belgeyi geç getiren ne olacak']],
    ['stajım 03.08.2020 tarihinde başlıyor mu acaba', ['stajım 03.08.2020 tarihinde başlıyor mu acaba']],
    ['liste cbiko.gov.tr adresinde mi duruyor', ['liste cbiko.gov.tr adresinde mi duruyor']],
    ['Merhaba. Kabul aldım. Sigortamı kim öder?', ['Sigortamı kim öder?']],
    ['', []],
  ])('%s', (text, parts) => {
    expect(questionsIn(text, phrases)).toEqual(parts);
  });

  test('are both answered', async () => {
    const { entries } = await ask('Stajımı nasıl iptal ederim? Ayrıca kabul edilenlerin listesini nereden görürüz?');
    expect(entries).toEqual(expect.arrayContaining(['staj-iptali', 'kabul-listesi']));
  });
});

describe('an opening that only links to what was said', () => {
  test.each([
    ['peki sigorta?', 'sigorta?'],
    ['Peki ya belge?', 'belge?'],
    ['tamam, stajı nasıl iptal ederim', 'stajı nasıl iptal ederim'],
    ['e devlet üzerinden mi bakarım', 'e devlet üzerinden mi bakarım'],
    ['peki', 'peki'],
  ])('%s is read as %s', (text, rest) => {
    expect(withoutOpening(phrases, text)).toBe(rest);
  });

  test('"peki sigorta?" is a question about insurance', async () => {
    expect((await ask('peki sigorta?')).entries).toContain('tekrar-staj-sigorta');
  });
});

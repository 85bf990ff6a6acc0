import { fold } from '../../knowledge/text/fold.js';
import { words } from '../../knowledge/text/words.js';
import { realBot } from '../real-bot.js';

/** Every way a Turkish word is typed must come to one spelling. */
describe('Turkish traps', () => {
  describe('the four i', () => {
    test.each([
      // first, inside, last; small, capital, dotted, dotless
      ['iptal', ['iptal', 'İptal', 'IPTAL', 'İPTAL', 'ıptal', 'i\u0307ptal', 'I\u0307PTAL']],
      ['sigorta', ['sigorta', 'Sigorta', 'SİGORTA', 'SIGORTA', 'sıgorta', 'SiGORTA', 'SI\u0307GORTA']],
      ['staji', ['stajı', 'staji', 'STAJI', 'STAJİ', 'Stajı', 'StajI']],
      ['sirnak', ['ŞIRNAK', 'Şırnak', 'şırnak', 'sirnak', 'SIRNAK', 'şirnak', 'S\u0327irnak']],
      ['bildirimi', ['bildirimi', 'BİLDİRİMİ', 'BILDIRIMI', 'bıldırımı', 'Bildirimi']],
      ['isik', ['ışık', 'IŞIK', 'isik', 'İŞİK', 'ISIK']],
    ])('%s', (folded, typed) => {
      expect(new Set(typed.map(fold))).toEqual(new Set([folded]));
    });
  });

  describe('letters with marks', () => {
    test.each([
      ['kagit', ['kâğıt', 'kağıt', 'kagit', 'KÂĞIT', 'KAĞIT', 'ka\u0302g\u0306ıt', 'kàgit']],
      ['hala', ['hâlâ', 'hala', 'HÂLÂ', 'ha\u0302la\u0302']],
      ['resmi', ['resmî', 'resmi', 'RESMÎ', 'RESMİ', 'resmi\u0302']],
      ['hukumet', ['hükûmet', 'hükümet', 'HÜKÛMET', 'hu\u0308ku\u0302met']],
      ['cozum', ['çözüm', 'cozum', 'ÇÖZÜM', 'c\u0327o\u0308zu\u0308m']],
    ])('%s', (folded, typed) => {
      expect(new Set(typed.map(fold))).toEqual(new Set([folded]));
    });
  });

  describe('suffixes after an apostrophe, whatever it looks like', () => {
    test.each([
      ["SGK'nın", ['sgk']],
      ['SGK’nın', ['sgk']],
      ['SGK‘nın', ['sgk']],
      ['SGK`nın', ['sgk']],
      ['SGK´nın', ['sgk']],
      ["28'inde", ['28']],
      ["CBİKO'ya", ['cbiko']],
      ["EBYS'den", ['ebys']],
      ["Kariyer Kapısı'ndan", ['kariyer', 'kapisi']],
      ["'iptal' dedi", ['iptal', 'dedi']],
    ])('%s', (typed, expected) => {
      expect(words(typed)).toEqual(expected);
    });
  });

  describe('question particles, joined or apart', () => {
    test.each([
      ['varmı', 'var mı'],
      ['yokmu', 'yok mu'],
      ['yapabilirmiyim', 'yapabilir miyim'],
      ['YAPABİLİRMİYİZ', 'yapabilir miyiz'],
      ['olurmu', 'olur mu'],
      ['oluyomu', 'oluyo mu'],
      ['yapıyormusunuz', 'yapıyor musunuz'],
      ['gerekiyormu', 'gerekiyor mu'],
      ['gelecekmi', 'gelecek mi'],
      ['gelcekmi', 'gelcek mi'],
      ['sayılmazmı', 'sayılmaz mı'],
      ['geldimi', 'geldi mi'],
      ['çıkmadımı', 'çıkmadı mı'],
      ['değilmi', 'değil mi'],
      ['zorunlumu', 'zorunlu mu'],
      ['şartmı', 'şart mı'],
      ['yaparlarmı', 'yaparlar mı'],
    ])('%s is %s', (joined, apart) => {
      expect(words(joined)).toEqual(words(apart));
      expect(words(joined)).toHaveLength(2);
    });

    test.each([
      'bölümü',
      'formu',
      'yirmi',
      'eğitimi',
      'yardımı',
      'kaydımı',
      'teslimi',
      'kâğıdımı',
      'adımı',
      'resmi',
      'stajımı',
      'kurumu',
      'dönemi',
    ])('%s is one word', (word) => {
      expect(words(word)).toHaveLength(1);
    });
  });

  describe('shouting, stretching and what cannot be seen', () => {
    test.each([
      ['STAJIMI İPTAL ETMEK İSTİYORUM', 'stajımı iptal etmek istiyorum'],
      ['STAJIMI IPTAL ETMEK ISTIYORUM', 'stajımı iptal etmek istiyorum'],
      ['lütfeeeen yardıııım', 'lütfen yardım'],
      ['ACİİİİL', 'acil'],
      ['çoook geç', 'çok geç'],
      ['st\u200baj', 'staj'],
      ['\ufeffstaj', 'staj'],
      ['sta\u00adj', 'staj'],
      ['staj\u200d', 'staj'],
      ['staj\u00a0iptal', 'staj iptal'],
      ['staj🙏iptal', 'staj iptal'],
      ['staj…iptal?!', 'staj iptal'],
      ['ｓｔａｊ', 'staj'],
      ['ﬁrma', 'firma'],
    ])('%s reads as %s', (typed, plain) => {
      expect(words(typed)).toEqual(words(plain));
    });
  });

  describe('letters that only look Latin', () => {
    test.each([
      ['st\u0430j', 'staj'],
      ['\u0430\u0441il', 'acil'],
      ['sig\u043ert\u0430', 'sigorta'],
      ['belg\u0435', 'belge'],
      ['\u0456ptal', 'iptal'],
      ['b\u03bfl\u03bfm', 'bolom'],
    ])('%s', (typed, latin) => {
      expect(fold(typed)).toBe(latin);
    });

    test('a word in another script is left alone', () => {
      expect(words('Москва Αθήνα')).toEqual(['москва', 'αθηνα']);
    });
  });

  describe('to the matcher all these are the same question', () => {
    const best = async (text: string) => {
      const { band, ranked } = (await realBot()).deps.matcher.match(text, {});
      return [band, ranked[0]?.entry];
    };

    test.each([
      ['stajımı nasıl iptal edebilirim', 'STAJIMI NASIL İPTAL EDEBİLİRİM'],
      ['stajımı nasıl iptal edebilirim', 'stajimi nasil iptal edebilirim'],
      ['stajımı nasıl iptal edebilirim', 'stajimi nasil iptal edebilrim'],
      ['stajımı iptal edebilir miyim', 'stajımı iptal edebilirmiyim'],
      ['ders döneminde staj yapabilir miyim', 'ders döneminde staj yapabilirmiyim'],
      ['zorunlu stajım yok sigortam yapılır mı', 'zorunlu stajım yok sigortam yapılırmı'],
      ['okul da sigortamı yapar mı ikinci stajda', 'okulda sigortamı yapar mı ikinci staj da'],
      ['belgeyi geç getirdi sigortası başlatılır mı', 'BELGEYI GEC GETIRDI SIGORTASI BASLATILIR MI'],
      ['kabul edilenlerin listesi', 'kabul edilenlerin lıstesı'],
      ["Kariyer Kapısı'ndan listeyi göremiyorum", 'kariyer kapısından listeyi göremiyorum'],
    ])('%s — %s', async (one, other) => {
      expect(await best(other)).toEqual(await best(one));
    });
  });
});

import { factsLike, factsOf, reading } from './reader.js';

describe('a place outside the programme that is told apart from two of it', () => {
  const two = { 'internship1.programme': 'inside', 'internship2.programme': 'inside', 'internship3.programme': 'outside' };

  test.each([
    'Programdan iki kabulüm var (3-14 Ağustos, 24 Ağustos-4 Eylül). Eylül sonunda da halamın atölyesinde kendi ayarladığım bir staj olacak.',
    'İki stajım seferberlikten, 3-14 ağustos ve 24 ağustos-4 eylül; bir de kendim bulduğum bir yer var.',
  ])('is none of the two: %s', (text) => expect(factsLike(text, /programme/)).toEqual(two));

  test('is one of them where its own dates stand beside it', () => {
    const text = 'İki stajım var: 3-28 Ağustos seferberlikten, 7 Eylül-2 Ekim kendi bulduğum yer.';
    expect(factsLike(text, /programme/)).toEqual({ 'internship1.programme': 'inside', 'internship2.programme': 'outside' });
  });

  test('leaves two of the programme to be counted', () => {
    const text = 'Programdan iki kabulüm var (3-14 Ağustos, 24 Ağustos-4 Eylül). Kendi ayarladığım bir staj da olacak.';
    expect(factsOf(text).count).toBe('2');
  });
});

describe('what was found outside the programme and is over', () => {
  test.each([
    'Önceki iki stajımı kendim bulup yapmıştım, seferberlikten ilk kabulüm bu. Sigortamı kim öder?',
    'Seferberlikten kabul aldım. Daha önce dayımın yanında kendi bulduğum bir stajı bitirmiştim. Prim kimden?',
  ])('is background beside one of the programme: %s', (text) => {
    expect(Object.values(factsLike(text, /programme/))).not.toContain('outside');
  });

  test('is told where nothing else is', () => {
    expect(factsOf('Kendi bulduğum yerde staj yaptım, sigortamı okul öder mi')['internship1.programme']).toBe('outside');
  });

  test('is not what is still to come', () => {
    const text = 'Seferberlikten bir staj yaptım, bir de kendi bulduğum yerde yapacağım, onun sigortası kimden';
    expect(Object.values(factsLike(text, /programme/))).toContain('outside');
  });
});

describe('internships told by their months alone', () => {
  test.each([
    ['in different months share no day', 'Biri temmuzda biri eylülde, ikisi de seferberlikten. İkisi de olur mu?', 'no'],
    ['told by what is in them share none either', 'temmuzdakini kabul ettim, ekimdeki de geldi, ikisini de yapabilir miyim', 'no'],
    ['in the same month may share some', 'İkisi de temmuzda, ikisini de yapabilir miyim?', undefined],
    ['of which one ends with its month may share some', 'Biri ağustos sonuna kadar, öbürü ağustosta başlıyor, ikisi de olur mu', undefined],
    [
      'beside a month of something else may share some',
      'İki stajım var, hazirandaki sınavlardan sonra. Dersler eylülde açılıyor.',
      undefined,
    ],
  ])('%s', (_claim, text, overlap) => expect(factsOf(text).overlap).toBe(overlap));

  test('what is over shares no day with what is to come', () => {
    expect(factsOf('Seferberlikten birini bitirdim, bir staj daha var. Ona da gidebilir miyim?').overlap).toBe('no');
  });
});

describe('two persons with a case each', () => {
  test('want no two internships done together, and count none', () => {
    const text = 'İki öğrencimiz var, ikisi de seferberlikten kabul aldı. İkisinin de primini biz mi ödüyoruz?';
    expect(factsOf(text).count).toBeUndefined();
    expect(reading(text).goals).not.toContain('two');
  });

  test('are told apart by their names', () => {
    const text = "İki öğrencimiz var: Mert'in kabul belgesi birimimizde, Sude'nin belgesi yok, yazı da gelmedi. Sigorta girişi yapalım mı?";
    expect(factsOf(text)).toMatchObject({ 'internship1.document': 'unit', 'internship2.document': 'none' });
  });

  test('and by "ben" and "o"', () => {
    const text = 'Kardeşim de ben de iptal istiyoruz. O daha teklifini yanıtlamadı. Ben ise kabul etmiştim.';
    expect(factsOf(text)).toMatchObject({ 'internship1.stage': 'offered', 'internship2.stage': 'accepted' });
  });

  test('unless internships are counted as well', () => {
    expect(factsOf('İki arkadaşız, benim iki stajım var, ikisi de onaylandı. İkisini de yapabilir miyim?').count).toBe('2');
  });
});

test('what is told before another one is named is of the first', () => {
  const text = 'Belediyenin teklifini kabul ettim, memnunum. Bankanınkine cevap vermedim, istemiyorum.';
  expect(factsOf(text)).toMatchObject({ 'internship1.stage': 'accepted', 'internship2.stage': 'offered' });
});

import { factsLike, factsOf, reading } from './reader.js';

const stage = (text: string) => factsLike(text, /\.stage$/)['internship1.stage'];
const paper = (text: string) => factsLike(text, /\.document$/)['internship1.document'];
const reason = (text: string) => factsLike(text, /\.reason$/)['internship1.reason'];
const programme = (text: string) => factsLike(text, /\.programme$/)['internship1.programme'];
const inTerm = (text: string) => factsLike(text, /\.inTerm$/)['internship1.inTerm'];

describe('the stage of an offer', () => {
  test.each([
    ['teklifi reddetmek istiyorum henüz kabul etmedim', 'offered'],
    ['öğrenci teklife cevap vermemiş', 'offered'],
    ['Öğrencimiz teklifi henüz onaylamamış, vazgeçmek istiyor', 'offered'],
    ['teklifi kabul etmeden vazgeçebilir miyim', 'offered'],
    ['teklif geldi hala evet demedim', 'offered'],
    ['kabul ettiğim stajdan vazgeçmek istiyorum', 'accepted'],
    ['İşveren henüz onaylamadı ama ben kabul ettim', 'accepted'],
    ['öğrencimiz onay vermiş, şimdi gitmek istemiyor', 'accepted'],
    ['kurum son onayı verdi', 'approved'],
    ['ben kabul ettim, şirket de onayladı', 'approved'],
    ['stajım kesinleşti', 'approved'],
  ])('%s: %s', (text, value) => expect(stage(text)).toBe(value));

  test.each([
    'staja kabul aldım',
    'staja seçildim, alındım',
    'bir hastane beni staja kabul etti',
    'üniversite onay vermedi',
    'şirket onayladı mı',
    'kabul edersem ne olur',
    'kabul ettim mi bilmiyorum',
    'fakülte stajımı kabul etmedi',
  ])('%s: not said', (text) => expect(stage(text)).toBeUndefined());
});

describe('the document', () => {
  test.each([
    ['ne belge var ne yazı, sigorta başlar mı', 'none'],
    ['belge daha gelmedi', 'none'],
    ['öğrenci belgesini getirmedi, yazı da yok', 'none'],
    ['şirket belgemi göndermedi hala', 'none'],
    ['elimizde belge yok, Kariyer Kapısı listesinde görünüyor', 'none'],
    ['evrakımı bekliyorum', 'none'],
    ['belgem elimde', 'student'],
    ['belgeyi şirketten aldım ama okula daha vermedim', 'student'],
    ['kabul belgesi elimde, okula vermedim', 'student'],
    ['staja kabul belgesini öğrenci işlerine teslim ettim', 'unit'],
    ['belgeyi geç getirdi, stajı yarın', 'unit'],
    ['kabul belgesi şu an birimimizde', 'unit'],
    ['öğrencinin belgesi elimizde', 'unit'],
    ['kabul belgesi henüz gelmedi ama bakanlıktan EBYS ile yazı geldi', 'letter'],
    ['kurumdan resmi yazı geldi, isimler ekinde', 'letter'],
    ['gelen resmi yazıda adı var, belgesi yok', 'letter'],
  ])('%s: %s', (text, value) => expect(paper(text)).toBe(value));

  test.each([
    'belge gerekir mi',
    'belge olmadan sigorta yapılır mı',
    'rektörlüğün yazısı bize gelmedi',
    '17.07.2020 tarihli yazı elimizde yok',
    'belge geldi mi',
  ])('%s: not said', (text) => expect(paper(text)).toBeUndefined());
});

describe('the reason for leaving', () => {
  test.each([
    ['covid oldum staja gidemiyorum', 'majeure'],
    ['raporum yok ama hastayım', 'majeure'],
    ['annem vefat etti, stajı iptal etmek istiyorum', 'majeure'],
    ['evimiz depremde yıkıldı', 'majeure'],
    ['karantinadayım', 'majeure'],
    ['kolum kırıldı, stajı iptal etmem gerek', 'majeure'],
    ['mücbir sebebim var', 'majeure'],
    ['fikrimi değiştirdim stajı iptal edebilir miyim', 'other'],
    ['çok uzak, gitmek istemiyorum', 'other'],
    ['hastalık falan yok, sıkıldım, iptal edicem', 'other'],
    ['covidden korktuğum için iptal etmek istiyorum', 'other'],
    ['daha iyi bir yerden teklif aldım, stajı bırakmak istiyorum', 'other'],
    ['biraz hastayım ama mücbir sebebim yok, iptal olur mu', 'other'],
    ['herhangi bir mücbir sebep bildirmiyor', 'other'],
  ])('%s: %s', (text, value) => expect(reason(text)).toBe(value));

  test.each([
    'stajdan vazgeçtim ne yapmalıyım',
    'mücbir sebep gerekir mi',
    'mücbir sebep neler olabilir',
    'hasta değilim',
    'raporum yok',
    'bir hastanede staj kazandım',
    'stajda hastalanırsam ne olur',
    '3-28 ağustos bir yerde, 7-25 eylül başka bir yerden kabul aldım, ikisi olur mu',
  ])('%s: not said', (text) => expect(reason(text)).toBeUndefined());
});

describe('inside or outside the programme', () => {
  test.each([
    ['seferberlikten kabul aldım', 'inside'],
    ['stajı bu programdan aldım', 'inside'],
    ['Kariyer Kapısı’ndan çıktı', 'inside'],
    ['stajımı kendim buldum', 'outside'],
    ['İŞKUR üzerinden staj yapacağım', 'outside'],
    ['bu stajın programla ilgisi yok', 'outside'],
    ['amcamın şirketinde staj yapacağım', 'outside'],
    ['seferberliğe başvurmadım', 'outside'],
  ])('%s: %s', (text, value) => expect(programme(text)).toBe(value));

  test('work that has nothing to do with the department says nothing of the programme', () => {
    expect(programme('yaptığı işin bölümle ilgisi yok')).toBeUndefined();
  });
});

describe('said directly: term and overlap', () => {
  test.each([
    ['stajım ders dönemine denk geliyor', 'yes'],
    ['stajın son 5 günü derslere denk geliyor', 'yes'],
    ['derslerle çakışmıyor stajım', 'no'],
    ['okul açılmadan bitiyor stajım', 'no'],
    ['stajım derslerle çakışıyor mu', undefined],
    ['stajım derslerle çakışırsa ne olur', undefined],
    ['yönetmeliğe göre dönem içinde staj yapılamaz', undefined],
  ])('%s: in term %s', (text, value) => expect(inTerm(text)).toBe(value));

  test.each([
    ['iki stajım çakışmıyor', 'no'],
    ['stajlarım bir gün çakışıyor', 'yes'],
    ['iki stajımın tarihleri ayrı', 'no'],
    ['stajlarım çakışıyor mu', undefined],
    ['stajlarım çakışmıyorsa ikisini de yapabilir miyim', undefined],
    ['iki stajım var, ikincisi derslerle çakışıyor', undefined],
  ])('%s: overlap %s', (text, value) => expect(factsOf(text).overlap).toBe(value));
});

describe('how many', () => {
  test.each([
    ['üç kabulüm var hangisine gideyim', 'more'],
    ['seferberlikten dört yerden kabul geldi', 'more'],
    ['seferberlikten iki staj yaptım, şimdi üçüncü bir kurumdan kabul geldi', 'more'],
    ['iki farklı kurumdan kabul aldım', '2'],
    ['6-24 temmuz ve 3-21 ağustos staj yapacağım', '2'],
    ['6-24 temmuz, 3-21 ağustos, 7-25 eylül stajlarım', 'more'],
    ['sadece bir stajım var', '1'],
    ['stajım 3-28 ağustos', undefined],
    ['zorunlu stajını 2019’da yapmış, toplamda üçüncü stajı olacak', undefined],
    ['okulun iki zorunlu stajını bitirdim', undefined],
    ['2. kez staj yapacağım', undefined],
    ['üç gün sonra stajım başlıyor', undefined],
    ['iki öğrencimiz var', undefined],
    ['biri seferberlikten biri kendi bulduğum, iki stajım var', undefined],
  ])('%s: %s', (text, value) => expect(factsOf(text).count).toBe(value));
});

describe('a statement reaches the internship it is about, and no further', () => {
  test.each([
    ['ilkini kabul ettim, ikincisine henüz cevap vermedim', { 'internship1.stage': 'accepted', 'internship2.stage': 'offered' }],
    ['ilk teklifi kabul ettim ikinciyi etmedim', { 'internship1.stage': 'accepted', 'internship2.stage': 'offered' }],
    [
      'bir stajı kabul ettim, bir teklif daha geldi ona cevap vermedim',
      { 'internship1.stage': 'accepted', 'internship2.stage': 'offered' },
    ],
    ['biri seferberlik biri kendi bulduğum yer', { 'internship1.programme': 'inside', 'internship2.programme': 'outside' }],
  ])('%s', (text, facts) => expect(factsOf(text)).toEqual(facts));

  test('by the dates of its clause or sentence', () => {
    expect(factsLike('3-28 ağustos seferberlikten, 7 eylül-2 ekim kendi bulduğum yer', /programme/)).toEqual({
      'internship1.programme': 'inside',
      'internship2.programme': 'outside',
    });
    expect(factsLike('Stajım 3-28 Ağustos, belgem elimde. Öteki 7 Eylül-2 Ekim, onun belgesi gelmedi.', /document/)).toEqual({
      'internship1.document': 'student',
      'internship2.document': 'none',
    });
  });

  test('without a cue, all of them', () => {
    const text = '3-28 Ağustos ve 7 Eylül-2 Ekim, ikisini de kabul ettim';
    expect(factsLike(text, /stage/)).toEqual({ 'internship1.stage': 'accepted', 'internship2.stage': 'accepted' });
  });
});

describe('what is asked', () => {
  test.each([
    ['stajımı iptal edebilir miyim', ['cancel']],
    ['iki yerden kabul aldım ikisini de yapabilir miyim', ['two']],
    ['stajım derslerle çakışıyor mu', ['term']],
    ['stajım zorunlu staj yerine sayılır mı', ['credit']],
    ['sigorta primini kim öder', ['insurance']],
    ['belgesiz sigorta girişini başlatabilir miyiz', ['document']],
    ['stajım 14 eylül-9 ekim, dersler 5 ekimde', ['term']],
    ['6-24 temmuz ve 3-21 ağustos stajlarımın primini kim öder', ['two', 'insurance']],
    ['okulun istediği iki stajı da yaptım, şimdikinin primini kim öder', ['insurance']],
    ['okul sigortamı başlatır mı', ['document']],
    ['merhaba', []],
  ])('%s: %j', (text, goals) => expect(reading(text).goals).toEqual(goals));
});

describe('a case of one’s own', () => {
  test.each([
    'stajımı iptal edebilir miyim',
    'öğrencimiz belgesini getirdi',
    'teklifi kabul ettim',
    'belge elimde',
    'staj 3-28 ağustos, dersler 21 eylülde',
  ])('%s: own', (text) => expect(reading(text).ownCase).toBe(true));
  test.each(['staj nasıl iptal edilir', 'iki staj yapılabilir mi', 'primi kim öder', 'belge gerekir mi'])('%s: general', (text) =>
    expect(reading(text).ownCase).toBe(false),
  );
});

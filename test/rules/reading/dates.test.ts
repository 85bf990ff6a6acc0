import fc from 'fast-check';
import { addDays, lastOfMonth } from '../../../rules/calendar.js';
import { datesOf, factsOf, reading } from './reader.js';

const MONTHS = ['Ocak', 'Şubat', 'Mart', 'Nisan', 'Mayıs', 'Haziran', 'Temmuz', 'Ağustos', 'Eylül', 'Ekim', 'Kasım', 'Aralık'];
const SHORT = ['Oca', 'Şub', 'Mar', 'Nis', 'May', 'Haz', 'Tem', 'Ağu', 'Eyl', 'Eki', 'Kas', 'Ara'];
const ONES = ['', 'bir', 'iki', 'üç', 'dört', 'beş', 'altı', 'yedi', 'sekiz', 'dokuz'];
const TENS = ['', 'on', 'yirmi', 'otuz'];
const ASCII: Record<string, string> = { ç: 'c', ğ: 'g', ı: 'i', ö: 'o', ş: 's', ü: 'u', Ç: 'C', Ğ: 'G', İ: 'I', Ö: 'O', Ş: 'S', Ü: 'U' };

interface Day {
  readonly d: number;
  readonly m: number;
  readonly y: number;
}

const ascii = (text: string) => text.replace(/[çğıöşüÇĞİÖŞÜ]/g, (letter) => ASCII[letter] ?? letter);
const two = (number: number) => String(number).padStart(2, '0');
const dayOf = (iso: string): Day => {
  const [y = 0, m = 0, d = 0] = iso.split('-').map(Number);
  return { y, m, d };
};
const month = ({ m }: Day) => MONTHS[m - 1] ?? '';
const spelt = ({ d }: Day) => `${TENS[Math.floor(d / 10)]} ${ONES[d % 10]}`.trim();
/** Vowel harmony of the case endings, for the last vowel of a word. */
const harmony = (word: string) => (/[eiöü][^aıoueiöü]*$/i.test(word.toLocaleLowerCase('tr')) ? 'e' : 'a');
const hard = (word: string) => /[çfhkpsşt]$/i.test(word);
const at = (word: string) => `${word}${hard(word) ? 't' : 'd'}${harmony(word)}`;
const from = (word: string) => `${at(word)}n`;
const to = (word: string) => (word.endsWith('k') ? `${word.slice(0, -1)}ğa` : `${word}${harmony(word)}`);

const POSSESSIVE = ['', 'i', 'si', 'ü', 'ü', 'i', 'sı', 'si', 'i', 'u'];
/** "3'ü", "28'i", "6'sı", "10'u". */
const theDay = ({ d }: Day) => (d % 10 ? POSSESSIVE[d % 10] : d === 10 ? 'u' : d === 20 ? 'si' : 'u') ?? '';
const genitive = (day: Day) =>
  ({ Temmuz: 'Temmuzun', Ağustos: 'Ağustosun', Eylül: 'Eylülün', Ekim: 'Ekimin', Kasım: 'Kasımın', Haziran: 'Haziranın' })[month(day)] ??
  '';
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** "Ağustos'tur", "Eylül'dür". */
const copula = (word: string) =>
  `${hard(word) ? 't' : 'd'}${{ a: 'ı', ı: 'ı', e: 'i', i: 'i', o: 'u', u: 'u', ö: 'ü', ü: 'ü' }[word.match(/[aeıioöuü]/g)?.at(-1) ?? ''] ?? 'ı'}r`;
const harm = (suffix: string) => (/[iü]$/.test(suffix) ? 'e' : 'a');

type Form = (from: Day, to: Day) => string;
const ACROSS: Record<string, Form> = {
  'day and month, with a dash': (a, b) => `${a.d} ${month(a)} - ${b.d} ${month(b)}`,
  'an en dash without blanks': (a, b) => `${a.d} ${month(a)}–${b.d} ${month(b)}`,
  'with the year': (a, b) => `${a.d} ${month(a)} ${a.y} – ${b.d} ${month(b)} ${b.y}`,
  'short months': (a, b) => `${a.d} ${SHORT[a.m - 1]}-${b.d} ${SHORT[b.m - 1]}`,
  'figures with dots': (a, b) => `${two(a.d)}.${two(a.m)}.${a.y}-${two(b.d)}.${two(b.m)}.${b.y}`,
  'figures with a short year': (a, b) => `${a.d}.${a.m}.${a.y % 100} - ${b.d}.${b.m}.${b.y % 100}`,
  'figures with slashes, day first': (a, b) => `${a.d}/${a.m}/${a.y} - ${b.d}/${b.m}/${b.y}`,
  'months in Roman figures': (a, b) => `${two(a.d)}.${ROMAN[a.m - 1]}.${a.y} – ${two(b.d)}.${ROMAN[b.m - 1]}.${b.y}`,
  'months in English': (a, b) => `${ENGLISH[a.m - 1]} ${a.d} - ${ENGLISH[b.m - 1]} ${b.d}`,
  '"is" after the date': (a, b) => `ilk günü ${a.d} ${month(a)}'${copula(month(a))}, son günü ${b.d} ${month(b)}'${copula(month(b))}`,
  'figures without a year': (a, b) => `${two(a.d)}.${two(a.m)} - ${two(b.d)}.${two(b.m)} tarihleri`,
  'ISO dates': (a, b) => `${a.y}-${two(a.m)}-${two(a.d)} / ${b.y}-${two(b.m)}-${two(b.d)}`,
  'with "ile … arası"': (a, b) => `${a.d} ${month(a)} ile ${b.d} ${month(b)} arası`,
  'with "arası" alone': (a, b) => `${a.d} ${month(a)} ${b.d} ${month(b)} arası`,
  'from … to': (a, b) => `${a.d} ${from(month(a))} ${b.d} ${to(month(b))} kadar`,
  'beginning … ending': (a, b) => `${a.d} ${at(month(a))} başlayıp ${b.d} ${at(month(b))} bitiyor`,
  'begins … last day': (a, b) => `${a.d} ${at(month(a))} başlıyo, son günü ${b.d} ${month(b)}`,
  'first day, last day': (a, b) => `ilk günü ${a.d} ${month(a)}, son günü ${b.d} ${month(b)}`,
  'last day, first day': (a, b) => `son günü ${b.d} ${month(b)} ilk günü ${a.d} ${month(a)}`,
  'number words': (a, b) => `${spelt(a)} ${month(a)} - ${spelt(b)} ${month(b)}`,
  'number words, from … to': (a, b) => `${spelt(a)} ${from(month(a))} ${spelt(b)} ${to(month(b))} kadar`,
  'an apostrophe before the ending': (a, b) =>
    `${a.d} ${month(a)}'${at(month(a)).slice(month(a).length)} başlar ${b.d} ${month(b)}'${at(month(b)).slice(month(b).length)} biter`,
  'the month before the day': (a, b) =>
    `${genitive(a)} ${a.d}'${theDay(a)}nd${harm(theDay(a))}n ${genitive(b)} ${b.d}'${theDay(b)}n${harm(theDay(b))} kadar`,
  'the ending on the figure': (a, b) =>
    `${genitive(a)} ${a.d}${theDay(a)}nd${harm(theDay(a))} başlıyo ${genitive(b)} ${b.d}${theDay(b)}nd${harm(theDay(b))} bitiyo`,
};
const WITHIN: Record<string, Form> = {
  'two days of one month': (a, b) => `${a.d}-${b.d} ${month(b)}`,
  'two days, blanks and a year': (a, b) => `${a.d} – ${b.d} ${month(b)} ${b.y}`,
  'two days with "ile"': (a, b) => `${a.d} ile ${b.d} ${month(b)} arası`,
  'two days with "ve … arasında"': (a, b) => `${a.d} ve ${b.d} ${month(b)} arasında`,
  'the month once': (a, b) => `${genitive(a)} ${a.d}'${theDay(a)}nd${harm(theDay(a))}n ${b.d}'${theDay(b)}n${harm(theDay(b))} kadar`,
  'the day alone at the end': (a, b) => `${a.d} ${at(month(a))} başlayıp ${b.d}'${theDay(b)}nd${harm(theDay(b))} bitiyor`,
};

/** June to November, so that every form has its genitive and no year has to be guessed. */
const days = fc.integer({ min: 0, max: 182 }).map((index) => addDays('2020-06-01', index));
const across = fc
  .tuple(days, fc.integer({ min: 1, max: 90 }))
  .map(([first, length]) => [first, addDays(first, length)] as const)
  .filter(([first, last]) => last <= '2020-11-30' && first.slice(0, 7) !== last.slice(0, 7));
const within = fc
  .tuple(fc.integer({ min: 6, max: 11 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }))
  .filter(([, one, other]) => one < other)
  .map(([m, one, other]) => [`2020-${two(m)}-${two(one)}`, `2020-${two(m)}-${two(other)}`] as const);
const dressed = fc.constantFrom<(text: string) => string>(
  (text) => `Stajım ${text}.`,
  (text) => ascii(`stajim ${text}`).toLowerCase(),
  (text) => `STAJIM ${text.toLocaleUpperCase('tr')}`,
);

function reads(form: Form, ranges: fc.Arbitrary<readonly [string, string]>): void {
  fc.assert(
    fc.property(ranges, dressed, ([first, last], dress) => {
      const text = dress(form(dayOf(first), dayOf(last)));
      expect([text, datesOf(text)]).toEqual([text, { '1.from': first, '1.to': last }]);
    }),
    { numRuns: 60 },
  );
}

describe('a range that is written and read is the same range', () => {
  test.each(Object.entries(ACROSS))('%s', (_, form) => reads(form, across));
  test.each(Object.entries(WITHIN))('%s', (_, form) => reads(form, within));

  test('whole months', () => {
    for (let m = 1; m <= 12; m++) {
      const last = `2020-${two(m)}-${two(lastOfMonth(2020, m))}`;
      expect(datesOf(`bütün ${MONTHS[m - 1]} stajdayım`)).toEqual({ '1.from': `2020-${two(m)}-01`, '1.to': last });
    }
  });
});

describe('other ways of saying dates', () => {
  test.each([
    ['ağustosun ilk iki haftası stajım var', { '1.from': '2020-08-01', '1.to': '2020-08-14' }],
    ['eylülün son haftası stajdayım', { '1.from': '2020-09-24', '1.to': '2020-09-30' }],
    ['10 agustostan agustos sonuna kadar staj yapicam', { '1.from': '2020-08-10', '1.to': '2020-08-31' }],
    ['stajim temmuz basindan agustos sonuna kadar', { '1.from': '2020-07-01', '1.to': '2020-08-31' }],
    ['3 Aralık - 8 Ocak arası staj', { '1.from': '2020-12-03', '1.to': '2021-01-08' }],
    ['stajım 14 aralıkta başlıyor 8 ocakta bitiyor', { '1.from': '2020-12-14', '1.to': '2021-01-08' }],
    ['14 Aralık-8 Ocak 2021 stajım', { '1.from': '2020-12-14', '1.to': '2021-01-08' }],
    ['agutsos 3te baslıyo stajım, 28 agutsosta bitiyo', { '1.from': '2020-08-03', '1.to': '2020-08-28' }],
    ['stajım 20 temuz - 14 agustus', { '1.from': '2020-07-20', '1.to': '2020-08-14' }],
    ['eylülün yedisinde başlıyor ekimin ikisinde bitiyor stajım', { '1.from': '2020-09-07', '1.to': '2020-10-02' }],
    ['3 ağustos pazartesi günü başlayacak, 28 ağustos cuma günü bitecek', { '1.from': '2020-08-03', '1.to': '2020-08-28' }],
    ['staj 10/8de başlıyor 4/9da bitiyor', { '1.from': '2020-08-10', '1.to': '2020-09-04' }],
    ['staja 5 ekim 2020’de başlıyorum', { '1.from': '2020-10-05' }],
    ['stajım 24 ağustosta', { '1.from': '2020-08-24' }],
    ['stajim 28 agustos ta bitiyor', { '1.to': '2020-08-28' }],
    ['staj başlangıç: 03.08.2020 bitiş: 28.08.2020', { '1.from': '2020-08-03', '1.to': '2020-08-28' }],
  ])('%s', (text, dates) => expect(datesOf(text)).toEqual(dates));
});

describe('durations', () => {
  test.each([
    ['10 ağustosta başlıyor 20 iş günü', '2020-09-04', 'working-days'],
    ['stajım 1 eylülde başlıyor, 4 hafta sürecek', '2020-09-28', 'weeks'],
    ['20 iş günlük stajım 10 ağustosta başlıyor', '2020-09-04', 'working-days'],
    ['stajım 21 eylülde başlıyor ve 20 gün', '2020-10-10', 'days'],
    ['stajım 1 ekimde başlıyor bir ay', '2020-10-31', 'months'],
  ])('%s', (text, to, kind) => {
    expect(datesOf(text)['1.to']).toBe(to);
    expect(reading(text).assumptions).toEqual([expect.objectContaining({ kind, id: 'internship1.to' })]);
  });

  test.each([
    'stajım 7 eylülde başlıyor, bölüm 30 gün istiyor',
    'stajım 7 eylülde başlıyor, 3 gün kaldı',
    'stajım 7 eylülde başlıyor, son 5 günü derste',
  ])('%s: no length', (text) => expect(datesOf(text)).toEqual({ '1.from': '2020-09-07' }));
});

describe('dates that are none of an internship', () => {
  test.each([
    '3. sınıf öğrencisiyim, bu 2. stajım',
    '17.07.2020 tarihli ve E.259 sayılı yazı gelmedi',
    'saat 10.30’da toplantı var, 2.5 ay kaldı, %50 devamsızlık',
    'zorunlu stajımı 2018 ve 2019’da yaptım',
    'telefonum 0532 123 45 67, TC 12345678901',
    'listede 42 kişi var, 5 martı gördüm, 3 ekip geldi',
    'öğrenci teklifi 6 Temmuz’da kabul etmiş, kurum 8 Temmuz’da onay vermiş',
    'haziranda mezun oldum staja gidebilir miyim',
    'stajım ağustosta bitiyor',
    'stajım yarın başlıyor, pazartesi gelin',
    'final sınavlarım 10-21 ağustosta',
    'sigortamı 3 ağustosta mı başlatıyorsunuz',
  ])('%s', (text) => expect(datesOf(text)).toEqual({}));
});

describe('dates that cannot be taken as they stand', () => {
  test.each([
    ['stajım 31 Eylül’de başlıyor', 'no-such-day', '31 Eylül’de'],
    ['stajım 30.02.2020 - 15.03.2020', 'no-such-day', '30.02.2020 - 15.03.2020'],
    ['stajım 28-3 ağustos', 'end-before-start', '28-3 ağustos'],
    ['stajım 28.08.2020-03.08.2020', 'end-before-start', '28.08.2020-03.08.2020'],
    ['stajım 7 eylül haftası başlıyor', 'ambiguous', '7 eylül haftası'],
  ])('%s: %s', (text, kind, words) => {
    expect(reading(text).problems).toEqual([{ kind, words }]);
    expect(datesOf(text)).toEqual({});
  });
});

describe('an internship and the teaching term are told apart', () => {
  test.each([
    ['bizim okul 5 ekimde açılıyor stajım 14 eylül 9 ekim', { 'term.from': '2020-10-05', '1.from': '2020-09-14', '1.to': '2020-10-09' }],
    [
      '5 ekimde dersler başlıyor, ben 14 eylülden 9 ekime kadar stajdayım',
      { 'term.from': '2020-10-05', '1.from': '2020-09-14', '1.to': '2020-10-09' },
    ],
    [
      'Güz dönemi: 28.09.2020 - 08.01.2021. Staj: 07.09.2020 - 02.10.2020',
      { 'term.from': '2020-09-28', 'term.to': '2021-01-08', '1.from': '2020-09-07', '1.to': '2020-10-02' },
    ],
    ['7 eylül 2 ekim stajım var okul 28 eylül', { '1.from': '2020-09-07', '1.to': '2020-10-02', 'term.from': '2020-09-28' }],
    [
      'derslerin başlama tarihi 5 Ekim, stajın bitiş tarihi 9 Ekim, başlangıcı 14 Eylül',
      { 'term.from': '2020-10-05', '1.to': '2020-10-09', '1.from': '2020-09-14' },
    ],
    [
      'stajım 18 ocak 2021 - 12 şubat 2021, güz 15 ocak 2021de bitiyor, bahar 15 şubat 2021de başlıyor',
      {
        '1.from': '2021-01-18',
        '1.to': '2021-02-12',
        'previousTerm.to': '2021-01-15',
        'term.from': '2021-02-15',
      },
    ],
    [
      'ders dönemimiz 28 Eylül’de başlayıp 8 Ocak’ta bitiyor. Staj 4-29 Ocak.',
      { 'term.from': '2020-09-28', 'term.to': '2021-01-08', '1.from': '2021-01-04', '1.to': '2021-01-29' },
    ],
    [
      'fakültemizde eğitim öğretim 21.09.2020 tarihinde başlamaktadır, öğrenci 1-30 Eylül arası stajda',
      { 'term.from': '2020-09-21', '1.from': '2020-09-01', '1.to': '2020-09-30' },
    ],
    [
      '7 Eylül’de başlayan ve 2 Ekim’de biten stajım var, 28 Eylül’de dersler başlıyor',
      { '1.from': '2020-09-07', '1.to': '2020-10-02', 'term.from': '2020-09-28' },
    ],
  ])('%s', (text, dates) => expect(datesOf(text)).toEqual(dates));
});

describe('several internships', () => {
  test.each([
    [
      'İkinci stajım 24 Ağustos-18 Eylül, ilki 3-28 Ağustos',
      { '1.from': '2020-08-03', '1.to': '2020-08-28', '2.from': '2020-08-24', '2.to': '2020-09-18' },
    ],
    [
      'belediyede 6-24 temmuz, bankada 3-21 ağustos staj yapacağım',
      { '1.from': '2020-07-06', '1.to': '2020-07-24', '2.from': '2020-08-03', '2.to': '2020-08-21' },
    ],
    ['biri 13 temmuzda başlıyor, öbürü 17 ağustosta', { '1.from': '2020-07-13', '2.from': '2020-08-17' }],
    [
      'ilk stajım 20 temmuzda başlıyor 15 iş günü, ikincisi 10 ağustosta 4 hafta',
      { '1.from': '2020-07-20', '1.to': '2020-08-07', '2.from': '2020-08-10', '2.to': '2020-09-06' },
    ],
    ['bir stajım temmuzda bitti, diğeri 17 ağustosta başlayacak', { '2.from': '2020-08-17' }],
    ['yok, ikincisi 1 eylülde başlıyor', { '2.from': '2020-09-01' }],
  ])('%s', (text, dates) => expect(datesOf(text)).toEqual(dates));

  test('the second internship of a life is the first of the case', () => {
    expect(datesOf('2. stajım 7 eylül-2 ekim, sigortamı kim öder?')).toEqual({ '1.from': '2020-09-07', '1.to': '2020-10-02' });
  });
});

test('every fact keeps words of the text it was read from', () => {
  const text = 'Öğrencimizin stajı 14.09.2020’de başlıyor, 20 iş günü; dersler 5 Ekim’de. Belgesini getirdi.';
  for (const { words } of reading(text).facts) expect(text).toContain(words);
  expect(factsOf(text)).toMatchObject({ 'internship1.from': '2020-09-14', 'internship1.to': '2020-10-09', 'term.from': '2020-10-05' });
});

test('no text makes the reader fail, or keeps it busy', () => {
  const pieces = [
    '3',
    '-',
    '.',
    '/',
    ' ',
    'ağustos',
    '28',
    'stajım',
    'ile',
    '2020',
    'hafta',
    '(',
    '\n',
    'İ',
    '😀',
    'ne belge',
    'ilk',
    'kadar',
    '’',
    '%',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => void reading(parts.join(''))),
    { numRuns: 200 },
  );
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void reading(text)));
  for (const piece of ['a1', '3-', '1/1/', 'kabul ', 'ne belge ', '3 ağustos ', 'hem a', 'isveren onay ', '1 ay 2 ay 3 ağu ']) {
    const started = performance.now();
    reading(piece.repeat(2000 / piece.length));
    // Far more than it takes, on a busy machine too; what grows out of proportion takes longer still.
    expect(performance.now() - started).toBeLessThan(2000);
  }
});

describe('a year that stands by itself', () => {
  test('is the year of the dates beside it', () => {
    expect(factsOf('stajım 2021 yılında 3-28 ağustos')).toMatchObject({ 'internship1.from': '2021-08-03', 'internship1.to': '2021-08-28' });
  });

  test('is none of theirs if it is past: an earlier internship is spoken of', () => {
    expect(factsOf('2019 yazında bir staj yaptım, şimdi 3-28 ağustos stajım var')['internship1.from']).toBe('2020-08-03');
  });
});

test.each([
  ['stajım 10 ağustosta değil 17 ağustosta başlıyor 4 eylülde bitiyor', '2020-08-17', '2020-09-04'],
  ['staj 10 ağustos 4 eylül arası değil 17 ağustos 11 eylül arası', '2020-08-17', '2020-09-11'],
  ['stajım 3 ağustosta başlıyor 28 ağustosta bitiyor değil mi', '2020-08-03', '2020-08-28'],
])('what is denied is not read: %s', (text, from, to) => {
  expect(factsOf(text)).toMatchObject({ 'internship1.from': from, 'internship1.to': to });
});

describe('dates that are only supposed', () => {
  test.each([
    ['ya 25 eylülde bitse', { '1.to': '2020-09-25' }],
    ['stajımı 20 eylülde bitirsem olur mu', { '1.to': '2020-09-20' }],
    ['ikincisi 1 eylülde başlasa', { '2.from': '2020-09-01' }],
  ])('%s', (text, dates) => {
    expect(datesOf(text)).toEqual(dates);
    expect(reading(text).supposed).toBe(true);
  });

  test('beside dates that stand they are no facts', () => {
    const text = 'stajım 7 eylül - 2 ekim, 25 eylülde bitirsem olur mu';
    expect(datesOf(text)).toEqual({ '1.from': '2020-09-07', '1.to': '2020-10-02' });
    expect(reading(text).supposed).toBe(false);
  });

  test.each([
    ['ya tarihi 5 gün kaydırırsak', 5, null],
    ['bir hafta öne alsak', -7, null],
    ['ikincisini 10 gün ertelesek', 10, 2],
    ['stajı 3 gün sonraya alsalar', 3, null],
    ['iki gün erken başlasam', -2, null],
  ])('%s moves an internship by %i days', (text, days, internship) => {
    expect(reading(text).shift).toEqual({ days, internship });
  });

  test.each(['5 gün sonra başlıyorum', 'stajım 5 gün kaydı mı', 'stajım 20 iş günü'])('%s moves nothing', (text) => {
    expect(reading(text).shift).toBeNull();
  });
});

describe('days that other words settle', () => {
  test.each([
    [
      'what was moved',
      'stajımın bitişini 2 ekimden 18 eylüle çektirdim, 24 ağustosta başlamıştım',
      { '1.from': '2020-08-24', '1.to': '2020-09-18' },
    ],
    [
      'what was turned down',
      'staj: 6-24 temmuz olanı reddettim, 3-21 ağustos olana gideceğim',
      { '1.from': '2020-08-03', '1.to': '2020-08-21' },
    ],
    ['what is said again, and better', "stajım ayın 7'sinde yani 7 eylülde başlıyor", { '1.from': '2020-09-07' }],
    ['the month named before', "eylül stajım 1'inde başlayıp ayın 25'inde bitiyor", { '1.from': '2020-09-01', '1.to': '2020-09-25' }],
    [
      'the month that comes before the second',
      "stajım 25'inden 16 ekime kadar, ekim ayı",
      { '1.from': '2020-09-25', '1.to': '2020-10-16' },
    ],
    ['two days with -le', 'stajım 3 ağustosla 28 ağustos arası', { '1.from': '2020-08-03', '1.to': '2020-08-28' }],
    ['a month cut short, with an ending', "stajım 31 Ağu'da başlıyor 25 Eyl'de bitiyor", { '1.from': '2020-08-31', '1.to': '2020-09-25' }],
    [
      'a day moved to, in figures',
      'okul 21.09 → 05.10 kaydı, staj 31.08-25.09',
      { 'term.from': '2020-10-05', '1.from': '2020-08-31', '1.to': '2020-09-25' },
    ],
    [
      'a start put right',
      'ilki 3-28 ağustos, ikincisi 24 ağustos-18 eylül, pardon ikincisi 31 ağustosta başlıyor',
      { '1.from': '2020-08-03', '1.to': '2020-08-28', '2.from': '2020-08-31', '2.to': '2020-09-18' },
    ],
    ['a length put right', 'stajım 7 eylülde başlıyor 3 hafta, yok yanlış dedim 4 hafta', { '1.from': '2020-09-07', '1.to': '2020-10-04' }],
    [
      'a wedding between',
      'stajım 10 ağustosta başlıyor, 22 ağustosta ablamın düğünü var, 4 eylülde bitiyor staj',
      { '1.from': '2020-08-10', '1.to': '2020-09-04' },
    ],
    [
      'a day that both begin on',
      'ikisi de 7 eylülde başlıyor, biri 18 eylülde öteki 2 ekimde bitiyor',
      { '1.from': '2020-09-07', '1.to': '2020-09-18', '2.from': '2020-09-07', '2.to': '2020-10-02' },
    ],
    [
      'a day that the internship and the lessons begin on',
      'dersler de staj da aynı gün başlıyor, 5 ekimde; staj 27 kasıma kadar',
      { '1.from': '2020-10-05', 'term.from': '2020-10-05', '1.to': '2020-11-27' },
    ],
    [
      'the day told last, pointed back to',
      'stajım 31 ağustosta başlıyor, 28 eylülde bitiyor. dersler de aynı gün başlıyor',
      { '1.from': '2020-08-31', '1.to': '2020-09-28', 'term.from': '2020-09-28' },
    ],
    [
      'the day after it',
      'ilk stajım 3-28 ağustos, ikincisi ertesi gün başlıyor 25 eylülde bitiyor',
      { '1.from': '2020-08-03', '1.to': '2020-08-28', '2.from': '2020-08-29', '2.to': '2020-09-25' },
    ],
    [
      'a month named once for two ranges',
      "ağustosun 10'uyla 21'i arası fabrikada, 24'üyle 31'i arası noterde stajım var",
      { '1.from': '2020-08-10', '1.to': '2020-08-21', '2.from': '2020-08-24', '2.to': '2020-08-31' },
    ],
    [
      'a month that is said again in days',
      'eylül ayının tamamında (1-30 eylül) müzede stajdayım, dersler 28 eylülde başlıyor',
      { '1.from': '2020-09-01', '1.to': '2020-09-30', 'term.from': '2020-09-28' },
    ],
    ['an ending that stands apart', 'stajım 3 agustos ta basliyo 28 inde bitiyo', { '1.from': '2020-08-03', '1.to': '2020-08-28' }],
    [
      'lengths told after both starts, by name',
      "manisa 31 ağustos'ta başlıyor. izmir 21 eylül'de başlıyor. manisa 2 hafta. izmir 3 hafta. ikisini de yapabilir miyim",
      { '1.from': '2020-08-31', '1.to': '2020-09-13', '2.from': '2020-09-21', '2.to': '2020-10-11' },
    ],
    [
      'lengths of each',
      "15'er iş günlük iki stajım var, ilki 3 ağustosta, ikincisi 24 ağustosta başlıyor",
      { '1.from': '2020-08-03', '1.to': '2020-08-21', '2.from': '2020-08-24', '2.to': '2020-09-11' },
    ],
    [
      'two days of a month named before',
      'temmuzda 13-24 hastanede, ağustosta 10-28 eczanede stajım var',
      { '1.from': '2020-07-13', '1.to': '2020-07-24', '2.from': '2020-08-10', '2.to': '2020-08-28' },
    ],
    ['months without vowels', 'stjm eyl 14 te basliyo ekm 9 da bitiyo', { '1.from': '2020-09-14', '1.to': '2020-10-09' }],
    ['"was" and "it turned out"', "stajım 25 Eylül'müş bitişi, başlangıcı 31 Ağustos'tu", { '1.to': '2020-09-25', '1.from': '2020-08-31' }],
    ['cells side by side', 'staj;2020-08-31;2020-09-25', { '1.from': '2020-08-31', '1.to': '2020-09-25' }],
    [
      'to the end of the month spoken of',
      "stajım ağustosta, ayın 17'sinden sonuna kadar",
      { '1.from': '2020-08-17', '1.to': '2020-08-31' },
    ],
    ['a table', 'staj | 13.07.2020 | 07.08.2020', { '1.from': '2020-07-13', '1.to': '2020-08-07' }],
    ['a length behind the place', 'stajım 31 ağustosta devlet su işlerinde 3 hafta', { '1.from': '2020-08-31', '1.to': '2020-09-20' }],
    ['a year in words', 'stajım on bir Ocak iki bin yirmi birde başlıyor', { '1.from': '2021-01-11' }],
    [
      'what is announced',
      "dersler 5 Ekim'de başlayacak diye duyuruldu, stajım 7-25 eylül",
      { 'term.from': '2020-10-05', '1.from': '2020-09-07', '1.to': '2020-09-25' },
    ],
    [
      'lessons named behind their day',
      'staj 24 ağustos-18 eylül, 14 eylülde başlayan derslerle çakışıyor mu',
      { 'term.from': '2020-09-14', '1.from': '2020-08-24', '1.to': '2020-09-18' },
    ],
    [
      'a subject behind the verb',
      'dersler 10 şubatta başladı 26 haziranda bitiyor stajı 29 haziran 24 temmuz',
      { 'term.from': '2020-02-10', 'term.to': '2020-06-26', '1.from': '2020-06-29', '1.to': '2020-07-24' },
    ],
    [
      'no record of an internship',
      'ekranda iki staj kaydı var: 1-31 temmuz ve 15 temmuz-14 ağustos',
      { '1.from': '2020-07-01', '1.to': '2020-07-31', '2.from': '2020-07-15', '2.to': '2020-08-14' },
    ],
    [
      '"ve" inside a name',
      'stajım 3 ağustosta Gençlik ve Spor Bakanlığında başlayıp 28 ağustosta bitiyor',
      { '1.from': '2020-08-03', '1.to': '2020-08-28' },
    ],
  ])('%s', (_name, text, dates) => {
    expect(datesOf(text)).toEqual(dates);
  });
});

import fc from 'fast-check';
import { isNationalId, MARKS, scrub } from '../../../bot/log/scrub.js';

const KNOWN = ['staj', 'yapmak', 'istiyorum', 'sinif', 'ogrencisiyim', 'ogrenciyim', 'iptal', 'etmek', 'bolumunde', 'kabul', 'ettim'];
const scrubbed = (text: string) => scrub(text, (word) => KNOWN.includes(word));

const digits = (length: number, first = '0123456789') =>
  fc.tuple(fc.constantFrom(...first), fc.stringMatching(new RegExp(`^[0-9]{${length - 1}}$`))).map(([head, rest]) => head + rest);
const gap = fc.constantFrom('', ' ', '-', '.');
const around = fc.constantFrom('', 'stajı iptal etmek istiyorum ', 'no: ', 'merhaba, ');

/** A valid T.C. kimlik no, from its first nine digits. */
const nationalIds = digits(9, '123456789').map((nine) => {
  const d = [...nine].map(Number);
  const odd = [0, 2, 4, 6, 8].reduce((sum, at) => sum + (d[at] ?? 0), 0);
  const even = [1, 3, 5, 7].reduce((sum, at) => sum + (d[at] ?? 0), 0);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return `${nine}${tenth}${(odd + even + tenth) % 10}`;
});

/** Holds that nothing of what was put in is left, in whatever words it stands. */
function isTakenOut(value: fc.Arbitrary<string>, mark: string): void {
  fc.assert(
    fc.property(around, value, fc.constantFrom('', ' teşekkürler', ', yardım eder misiniz?'), (before, secret, after) => {
      const text = scrubbed(`${before}${secret}${after}`);
      expect(text).toContain(mark);
      expect(text).not.toContain(secret);
      expect(text.replace(/\D/g, '').length).toBeLessThan(6);
    }),
    { numRuns: 300 },
  );
}

describe('what could lead to a person is taken out', () => {
  test('a T.C. kimlik no, known by its check digits', () => {
    isTakenOut(nationalIds, MARKS.nationalId);
    expect(isNationalId('10000000146')).toBe(true);
    expect(isNationalId('10000000145')).toBe(false);
    expect(isNationalId('01000000146')).toBe(false);
  });

  test('a T.C. kimlik no with spaces in it, and one that was mistyped', () => {
    expect(scrubbed('tc 100 000 001 46')).toBe(`tc ${MARKS.nationalId}`);
    expect(scrubbed('tc 10000000145')).toBe(`tc ${MARKS.number}`);
  });

  test('a student number', () => {
    isTakenOut(digits(9, '123456789'), MARKS.number);
    isTakenOut(digits(7, '123456789'), MARKS.number);
  });

  test('a telephone number, however it is spaced', () => {
    isTakenOut(
      fc
        .tuple(fc.constantFrom('0', '+90 ', '+90', '0090 ', ''), digits(2), digits(3), digits(2), digits(2), gap, fc.boolean())
        .map(
          ([country, a, b, c, d, between, bracket]) =>
            `${country}${bracket ? `(5${a})` : `5${a}`}${between}${b}${between}${c}${between}${d}`,
        ),
      MARKS.phone,
    );
  });

  test('an IBAN', () => {
    isTakenOut(
      fc.tuple(fc.constantFrom('TR', 'tr'), digits(24), fc.boolean()).map(([country, number, spaced]) => {
        const iban = `${country}${number}`;
        return spaced ? (iban.match(/.{1,4}/g) ?? []).join(' ') : iban;
      }),
      MARKS.iban,
    );
  });

  test('an e-mail address', () => {
    const name = fc.stringMatching(/^[a-zçğıöşü][a-z0-9._çğıöşü]{1,12}[a-z]$/);
    fc.assert(
      fc.property(name, fc.constantFrom('@', ' @ ', '(at)', '[at]'), fc.constantFrom('ornek.edu.tr', 'gmail.com'), (user, at, host) => {
        const text = scrubbed(`bana ${user}${at}${host} adresinden yazın`);
        expect(text).toBe(`bana ${MARKS.mail} adresinden yazın`);
      }),
    );
  });

  test('a number plate', () => {
    const town = fc.integer({ min: 1, max: 81 }).map((number) => String(number).padStart(2, '0'));
    const letters = (count: number) => fc.stringMatching(new RegExp(`^[A-PR-VYZ]{${count}}$`));
    const plates = fc.oneof(
      fc.tuple(town, letters(1), digits(4)),
      fc.tuple(town, letters(2), digits(3)),
      fc.tuple(town, letters(3), digits(2)),
      fc.tuple(town, letters(3), digits(3)),
    );
    fc.assert(
      fc.property(plates, fc.boolean(), (parts, spaced) => {
        expect(scrubbed(`arabam ${parts.join(spaced ? ' ' : '')} plakalı`)).toBe(`arabam ${MARKS.plate} plakalı`);
      }),
    );
    expect(scrubbed('34abc12')).toBe(MARKS.plate);
  });

  test('all of a web address but its host', () => {
    expect(scrubbed('https://ad:sifre@obs.ornek.edu.tr/giris?token=a1b2#x açılmıyor')).toBe('https://obs.ornek.edu.tr açılmıyor');
    expect(scrubbed('www.ornek.edu.tr/ali-veli')).toBe('www.ornek.edu.tr');
  });

  test('the name of whoever says who they are', () => {
    expect(scrubbed('adım ayşe yılmaz, staj yapmak istiyorum')).toBe('adım [ad], staj yapmak istiyorum');
    expect(scrubbed('Ben Mehmet Can Öztürk staj yapmak istiyorum')).toBe('Ben [ad] staj yapmak istiyorum');
    expect(scrubbed('adım soyadım: Fatma Nur Şahin')).toBe('adım soyadım: [ad]');
    expect(scrubbed('Benim ismim zehra')).toBe('Benim ismim [ad]');
  });

  const names = fc.stringMatching(/^[A-ZÇĞİÖŞÜ][a-zçğıöşü]{2,9}$/).filter((name) => !KNOWN.includes(name.toLocaleLowerCase('tr')));
  test('whatever the name, after "ben" with a capital and after "adım" in any case', () => {
    fc.assert(
      fc.property(names, names, (first, last) => {
        expect(scrubbed(`ben ${first} ${last}, staj yapmak istiyorum`)).toBe('ben [ad], staj yapmak istiyorum');
        const small = `${first} ${last}`.toLocaleLowerCase('tr');
        if (!/^(adim|ismim|soyadim|adi|ismi|soyadi|soyismim)/.test(small)) expect(scrubbed(`adım ${small}`)).toBe('adım [ad]');
      }),
    );
  });
});

describe('what a case is made of stays', () => {
  test.each([
    '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var',
    '03.08.2020-28.08.2020 ile 1.9.2020 - 30.9.2020',
    '3/8/2020, 2020-08-28 ve 03.08',
    '2020-2021 güz döneminde 20 iş günü',
    '28 ve 24 ağustos, 15 000 TL',
    'ben staj yapmak istiyorum, 3. sınıf',
    'https://kariyerkapisi.cbiko.gov.tr açılmıyor',
    '3308 sayılı kanun, 100 puan',
  ])('%s', (text) => {
    expect(scrubbed(text)).toBe(text);
  });
});

test('scrubbing twice changes nothing, and no text makes it fail', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), nationalIds), (text) => {
      const once = scrubbed(text);
      expect(scrubbed(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test('no text takes out of proportion long', () => {
  const hostile = [
    '1 '.repeat(1000),
    '1-'.repeat(1000),
    'a@'.repeat(1000),
    'adım '.repeat(400),
    'www.'.repeat(500),
    '0'.repeat(2000),
    'a.'.repeat(1000),
  ];
  for (const text of hostile) {
    const started = performance.now();
    scrubbed(text);
    expect(performance.now() - started).toBeLessThan(500);
  }
});

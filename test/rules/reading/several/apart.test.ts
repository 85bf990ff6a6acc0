import { factsLike, factsOf } from '../reader.js';

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

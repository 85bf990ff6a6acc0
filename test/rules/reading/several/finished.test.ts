import { factsLike, factsOf } from '../reader.js';

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

import { fold, foldWithOffsets } from '../../knowledge/text/fold.js';

describe('folding', () => {
  test.each([
    ['SİGORTA', 'sigorta'],
    ['SIGORTA', 'sigorta'],
    ['ŞIRNAK', 'sirnak'],
    ['şırnak', 'sirnak'],
    ['İptâl', 'iptal'],
    ['kâğıt', 'kagit'],
    ['s\u0307igorta\u0302', 'sigorta'],
    ['I\u0307zmir', 'izmir'],
    ['sta\u200bj', 'staj'],
    ['st\u0430j', 'staj'],
    ['ｓｔａｊ', 'staj'],
  ])('%s meets %s', (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });

  test('a text in another script stays what it is', () => {
    expect(fold('Привет мир')).toBe('привет мир');
  });

  test('every folded letter knows where it came from', () => {
    const text = 'İki ﬁrma, ŞIK';
    const { folded, offsets } = foldWithOffsets(text);
    expect(folded).toBe(fold(text));
    expect(offsets).toHaveLength(folded.length + 1);
    expect(text.slice(offsets[folded.indexOf('sik')], offsets[folded.length])).toBe('ŞIK');
  });
});

test('a sign that stands for a phrase does not make a long text of a short one', () => {
  expect(fold('ﬃ')).toBe('ffi');
  expect(fold('ﷺ'.repeat(10))).toBe(' '.repeat(10));
});

import { stem, words } from '../../knowledge/text/words.js';

describe('words', () => {
  test.each([
    ["SGK'nın 28'inde", ['sgk', '28']],
    ['sigorta varmı', ['sigorta', 'var', 'mi']],
    ['yapabilirmiyim', ['yapabilir', 'miyim']],
    ['çoook geç', ['cok', 'gec']],
    ['hanımı resmi', ['hanimi', 'resmi']],
    ['', []],
    ['😀 !!!', []],
  ])('%s is read as %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('suffixed forms of a word share a stem', () => {
    expect(new Set(['sigorta', 'sigortası', 'sigortamı'].map((word) => stem(words(word)[0] ?? ''))).size).toBe(1);
  });
});

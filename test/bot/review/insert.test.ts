import fc from 'fast-check';
import { parse } from 'yaml';
import { insertTexts } from '../../../bot/review/insert.js';

describe('inserting texts into a YAML file', () => {
  test('adds lines behind the last one and leaves everything else as it is', () => {
    const yaml = '# üst\nid: a   # yan\nvariants:\n  # öğrenci\n  - "bir"\n  - \'iki\'  # son\n\n# alt\nrelated: [b]\n';
    expect(insertTexts(yaml, 'variants', ['üç "tırnak" \\ ters'])).toBe(
      yaml.replace('# son\n', '# son\n  - "üç \\"tırnak\\" \\\\ ters"\n'),
    );
  });

  test.each([
    ['a list in one line', 'variants: [a, "b"]\n', 'variants: [a, "b", "x", "y"]\n'],
    ['an empty list in one line', 'variants: []\n', 'variants: ["x", "y"]\n'],
    ['a list without indentation', 'variants:\n- a\nid: b\n', 'variants:\n- a\n- "x"\n- "y"\nid: b\n'],
    ['a list without anything', 'variants:\nid: b\n', 'variants:\n  - "x"\n  - "y"\nid: b\n'],
    ['no list', 'id: b\n', 'id: b\nvariants:\n  - "x"\n  - "y"\n'],
    ['no line break at the end', 'variants:\n  - a', 'variants:\n  - a\n  - "x"\n  - "y"\n'],
    ['a folded last text', 'variants:\n  - >-\n    a\n    b\nid: c\n', 'variants:\n  - >-\n    a\n    b\n  - "x"\n  - "y"\nid: c\n'],
    ['line ends of Windows', 'variants:\r\n  - a\r\nid: b\r\n', 'variants:\r\n  - a\r\n  - "x"\r\n  - "y"\r\nid: b\r\n'],
  ])('copes with %s', (_, before, after) => expect(insertTexts(before, 'variants', ['x', 'y'])).toBe(after));

  test('refuses what it does not understand', () => {
    expect(() => insertTexts('variants: null\n', 'variants', ['x'])).toThrow('biçimi tanınmıyor');
    expect(() => insertTexts('- a\n', 'variants', ['x'])).toThrow('okunamıyor');
  });

  test('of any texts are read back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 4 }), (texts) => {
        expect(parse(insertTexts('id: a\nvariants:\n  - "b"\n', 'variants', texts)).variants).toEqual(['b', ...texts]);
      }),
    );
  });
});

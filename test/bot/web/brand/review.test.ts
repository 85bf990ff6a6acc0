import { accentAdvice } from '../../../../bot/web/brand/review.js';
import type { University } from '../../../../knowledge/schema.js';
import type { YamlFile } from '../../../../knowledge/yaml-file.js';

function adviceOn(accent: string | undefined) {
  const data: University = { name: 'Örnek', units: [], terms: [], ...(accent === undefined ? {} : { accent }) };
  const university: YamlFile<University> = {
    path: 'university.yaml',
    data,
    problemAt: (_path, message, more) => ({ severity: 'error', file: 'university.yaml', line: 3, column: 9, source: '', message, ...more }),
  };
  return accentAdvice({ university });
}

test('a colour that can be read needs no advice', () => {
  expect(adviceOn('#7a1f2b')).toEqual([]);
  expect(adviceOn(undefined)).toEqual([]);
  expect(accentAdvice({ university: null })).toEqual([]);
});

test('a colour too light to read is told, with the one the page takes instead', () => {
  expect(adviceOn('#ffcc00')).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('#ffcc00'), hint: expect.stringMatching(/#[0-9a-f]{6} rengini/) },
  ]);
});

import fc from 'fast-check';
import { rowOf, rowTable } from '../../knowledge/matcher/row-table.js';

test('each name has the row of its place, and no other name has one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 300 }), fc.string(), (names, other) => {
      const table = rowTable(names);
      expect(names.map((name) => rowOf(table, name))).toEqual(names.map((_, row) => row));
      if (!names.includes(other)) expect(rowOf(table, other)).toBeUndefined();
    }),
  );
});

test('a table of nothing knows nothing', () => {
  expect(rowOf(rowTable([]), 'staj')).toBeUndefined();
});

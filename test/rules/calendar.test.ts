import fc from 'fast-check';
import { addDays, addMonths, addWorkingDays, daysBetween, isoDate, lastOfMonth, overlapOf, weekday } from '../../rules/calendar.js';

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2020-01-01', days));
const range = fc.tuple(day, fc.integer({ min: 0, max: 120 })).map(([from, length]) => ({ from, to: addDays(from, length) }));

function eachDay({ from, to }: { from: string; to: string }): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

describe('the calendar', () => {
  test('overlap equals a day-by-day count', () => {
    fc.assert(
      fc.property(range, range, (one, other) => {
        const shared = eachDay(one).filter((date) => eachDay(other).includes(date));
        const overlap = overlapOf(one, other);
        expect(overlap ? eachDay(overlap) : []).toEqual(shared);
      }),
      { numRuns: 60 },
    );
  });

  test('ending on the day the other begins is an overlap of that day', () => {
    expect(overlapOf({ from: '2020-07-06', to: '2020-07-31' }, { from: '2020-07-31', to: '2020-08-28' })).toEqual({
      from: '2020-07-31',
      to: '2020-07-31',
    });
    expect(overlapOf({ from: '2020-07-06', to: '2020-07-31' }, { from: '2020-08-01', to: '2020-08-28' })).toBeNull();
  });

  test('adding days and counting them are inverse', () => {
    fc.assert(fc.property(day, fc.integer({ min: -400, max: 400 }), (date, days) => daysBetween(date, addDays(date, days)) === days));
  });

  test('working days are Monday to Friday, the first one included', () => {
    expect(addWorkingDays('2020-08-10', 20)).toBe('2020-09-04');
    expect(addWorkingDays('2020-08-10', 1)).toBe('2020-08-10');
    expect(addWorkingDays('2020-08-08', 1)).toBe('2020-08-10');
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 80 }), (from, count) => {
        const to = addWorkingDays(from, count);
        expect(eachDay({ from, to }).filter((date) => weekday(date) <= 5)).toHaveLength(count);
      }),
      { numRuns: 60 },
    );
  });

  test('a month from a day ends on the day before the same day of the next month', () => {
    expect(addMonths('2020-08-03', 1)).toBe('2020-09-02');
    expect(addMonths('2020-12-15', 1)).toBe('2021-01-14');
    expect(addMonths('2020-01-31', 1)).toBe('2020-02-29');
  });

  test('days that do not exist have no date', () => {
    expect(isoDate(2020, 9, 31)).toBeNull();
    expect(isoDate(2021, 2, 29)).toBeNull();
    expect(isoDate(2020, 2, 29)).toBe('2020-02-29');
    expect(isoDate(1999, 1, 1)).toBeNull();
    expect(lastOfMonth(2020, 2)).toBe(29);
  });

  test('weeks begin on Monday', () => {
    expect(weekday('2020-08-03')).toBe(1);
    expect(weekday('2020-08-09')).toBe(7);
  });
});

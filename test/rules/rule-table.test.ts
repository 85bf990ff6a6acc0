import { SUBJECT_DOMAINS } from '../../rules/engine/case.js';
import type { Condition } from '../../rules/engine/condition.js';
import { completions, status } from '../../rules/engine/decide.js';
import { tableOf } from '../../rules/rule-table.js';
import { committedRules } from './groups.js';

describe('the table of a rule', () => {
  const rowsOf = (when: Condition, except?: Condition) =>
    tableOf({ id: 'r', entry: 'e', goal: 'two', each: 'pair', verdict: 'v', quotes: [], when, ...(except ? { except } : {}) }).rows;

  test('spells out lists, and what "not" and "except" leave', () => {
    const overlap: Condition = { fact: 'overlap', is: 'yes' };
    expect(rowsOf({ fact: 'programmes', is: ['mixed', 'outside'] })).toEqual([{ programmes: 'mixed' }, { programmes: 'outside' }]);
    expect(rowsOf({ not: { fact: 'count', is: 'more' } })).toEqual([{ count: '1' }, { count: '2' }]);
    expect(rowsOf(overlap, { fact: 'count', is: ['1', 'more'] })).toEqual([{ count: '2', overlap: 'yes' }]);
  });

  test('has no fact that a row could do without', () => {
    const either: Condition = {
      any: [
        { fact: 'count', is: 'more' },
        { fact: 'overlap', is: 'yes' },
      ],
    };
    expect(rowsOf(either)).toEqual([{ count: 'more' }, { overlap: 'yes' }]);
  });

  test.each(committedRules.rules)('of $id has a row for exactly the cases in which it holds', (rule) => {
    const domains = SUBJECT_DOMAINS[rule.each];
    const { rows } = tableOf(rule);
    for (const facts of completions({}, Object.keys(domains), domains)) {
      const has = rows.some((row) => Object.entries(row).every(([name, value]) => facts[name] === value));
      expect([facts, has]).toEqual([facts, status(rule, facts) === 'yes']);
    }
  });
});

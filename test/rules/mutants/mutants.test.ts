import type { WrittenRule } from '../../../rules/schema.js';
import { committedRules } from '../groups.js';
import { judgedMutants, survives } from './judge.js';
import { KINDS, mutantsOf } from './mutants.js';

describe('mistakes put into the rules', () => {
  const mutants = judgedMutants();
  const mistakes = mutants.filter(({ equivalent }) => !equivalent);

  test('are all noticed, at loading or by a truth table', () => {
    expect(mutants.filter(survives)).toEqual([]);
  });

  test('are many, of every kind and in every rule', () => {
    expect(mistakes.length).toBeGreaterThan(500);
    expect(new Set(mistakes.map(({ kind }) => kind))).toEqual(new Set(KINDS));
    expect(new Set(mistakes.map(({ of }) => of))).toEqual(new Set(committedRules.rules.map(({ id }) => id)));
  });
});

test('every condition of a rule is dropped, negated and changed, one at a time', () => {
  const rule: WrittenRule = {
    id: 'r',
    quotes: ['q'],
    goal: 'two',
    each: 'pair',
    when: {
      any: [{ fact: 'programmes', is: ['mixed', 'outside'] }, { not: { fact: 'count', is: 'more' } }],
    },
    except: { fact: 'overlap', is: 'yes' },
    verdict: 'a',
  };
  expect(mutantsOf(rule, ['a', 'b']).map(({ kind, change }) => `${kind}: ${change}`)).toEqual([
    'a condition negated: when: not (programmes = mixed/outside or not count = more) for (programmes = mixed/outside or not count = more)',
    '"all" for "any", or the other way: when: (programmes = mixed/outside and not count = more) for (programmes = mixed/outside or not count = more)',
    'a condition dropped: when: without programmes = mixed/outside',
    'a condition dropped: when: without not count = more',
    'a condition negated: when: not programmes = mixed/outside for programmes = mixed/outside',
    'another value: when: programmes = inside/outside for programmes = mixed/outside',
    'a value dropped from a list: when: programmes = outside for programmes = mixed/outside',
    'another value: when: programmes = mixed/inside for programmes = mixed/outside',
    'a value dropped from a list: when: programmes = mixed for programmes = mixed/outside',
    'a condition negated: when: count = more for not count = more',
    'another value: when: count = 1 for count = more',
    'another value: when: count = 2 for count = more',
    'a condition negated: except: not overlap = yes for overlap = yes',
    'another value: except: overlap = no for overlap = yes',
    'the exception dropped: without except overlap = yes',
    'another verdict: b for a',
    'another verdict: open for a',
    'the rule deleted: ',
  ]);
});

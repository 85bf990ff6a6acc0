import fc from 'fast-check';
import { type Condition, evaluate, every, negate, type Truth } from '../../../rules/engine/condition.js';

const truth = fc.constantFrom<Truth>('yes', 'no', 'open');

describe('three-valued conditions', () => {
  test('what is not known is neither yes nor no', () => {
    const condition: Condition = { fact: 'stage', is: 'offered' };
    expect(evaluate(condition, {})).toBe('open');
    expect(evaluate(condition, { stage: 'offered' })).toBe('yes');
    expect(evaluate(condition, { stage: 'accepted' })).toBe('no');
  });

  test('one no decides an "all", one yes decides an "any", whatever else is open', () => {
    const known: Condition = { fact: 'a', is: '1' };
    const open: Condition = { fact: 'b', is: '1' };
    expect(evaluate({ all: [known, open] }, { a: '2' })).toBe('no');
    expect(evaluate({ any: [known, open] }, { a: '1' })).toBe('yes');
    expect(evaluate({ all: [known, open] }, { a: '1' })).toBe('open');
    expect(evaluate({ any: [known, open] }, { a: '2' })).toBe('open');
  });

  test('a list of values means any of them', () => {
    expect(evaluate({ fact: 'stage', is: ['accepted', 'approved'] }, { stage: 'approved' })).toBe('yes');
  });

  test('"not" twice is nothing', () => {
    fc.assert(fc.property(truth, (value) => negate(negate(value)) === value));
  });

  test('the order of the parts does not matter', () => {
    fc.assert(fc.property(fc.array(truth), (values) => every(values) === every(values.toReversed())));
  });
});

import fc from 'fast-check';
import { decide } from '../../../rules/engine/decide.js';
import { CASE_DOMAINS, type Facts, GOALS, type Goal, INTERNSHIP_DOMAINS } from '../../../rules/facts.js';
import { committedRules as rules } from '../groups.js';

const verdicts = (goals: Goal[], facts: Facts): string[] => decide(rules, goals, facts).decisions.map(({ verdict }) => verdict);
const range = (n: number, from: string, to: string): Facts => ({ [`internship${n}.from`]: from, [`internship${n}.to`]: to });

describe('two internships', () => {
  test('ending on the day the other begins is an overlap', () => {
    expect(verdicts(['two'], { ...range(1, '2020-07-06', '2020-07-31'), ...range(2, '2020-07-31', '2020-08-28') })).toEqual([
      'dates-overlap',
    ]);
  });

  test('beginning the day after the other ends is none', () => {
    expect(verdicts(['two'], { ...range(1, '2020-07-06', '2020-07-31'), ...range(2, '2020-08-01', '2020-08-28') })).toEqual([
      'both-allowed',
    ]);
  });

  test('said not to overlap is as good as dates', () => {
    expect(verdicts(['two'], { count: '2', overlap: 'no' })).toEqual(['both-allowed']);
  });

  test('more than two are over the limit, and an overlap among them is still said', () => {
    const facts = {
      ...range(1, '2020-08-03', '2020-08-28'),
      ...range(2, '2020-08-17', '2020-09-11'),
      ...range(3, '2020-09-14', '2020-10-09'),
    };
    expect(verdicts(['two'], facts)).toEqual(['over-limit', 'dates-overlap']);
  });

  test('one outside the programme does not count towards the two', () => {
    const facts = { ...range(1, '2020-08-03', '2020-08-28'), ...range(2, '2020-09-14', '2020-10-09'), 'internship2.programme': 'outside' };
    expect(verdicts(['two'], facts)).toEqual(['not-covered']);
  });

  test('with an end unknown the dates that are missing are asked for, and no others', () => {
    const facts = { 'internship1.from': '2020-07-20', ...range(2, '2020-08-10', '2020-08-28') };
    expect(decide(rules, ['two'], facts).missing).toEqual(['internship1.to']);
  });

  test('what is known can be enough: who begins while the other is running overlaps, whenever it ends', () => {
    expect(verdicts(['two'], { ...range(1, '2020-08-03', '2020-08-28'), 'internship2.from': '2020-08-24' })).toEqual(['dates-overlap']);
  });
});

describe('the teaching term', () => {
  const term = { 'term.from': '2020-09-28' };

  test('ending on its first day is an overlap', () => {
    expect(verdicts(['term'], { ...range(1, '2020-09-07', '2020-09-28'), ...term })).toEqual(['term-overlap']);
  });

  test('ending the day before is none', () => {
    expect(verdicts(['term'], { ...range(1, '2020-09-07', '2020-09-27'), ...term })).toEqual(['no-term-overlap']);
  });

  test('with one internship in the term and one not, only the clash is worth saying', () => {
    expect(verdicts(['term'], { ...range(1, '2020-07-06', '2020-07-31'), ...range(2, '2020-09-07', '2020-10-02'), ...term })).toEqual([
      'term-overlap',
    ]);
  });
});

test('an internship that ends within the term overlaps it, whenever it began', () => {
  expect(decide(rules, ['term'], { 'internship1.to': '2020-09-18', 'term.from': '2020-09-14' })).toMatchObject({
    missing: [],
    decisions: [{ verdict: 'term-overlap' }],
  });
});

describe('insurance', () => {
  test('is due for whoever was accepted', () => {
    expect(verdicts(['insurance'], {})).toEqual(['insurance-required']);
  });

  test('is not claimed where the internship clashes with another or with the term', () => {
    const two = { ...range(1, '2020-08-03', '2020-08-28'), ...range(2, '2020-08-24', '2020-09-18') };
    expect(new Set(verdicts(['insurance'], two))).toEqual(new Set(['dates-overlap']));
    expect(verdicts(['insurance'], { ...range(1, '2020-09-07', '2020-10-02'), 'term.from': '2020-09-28' })).toEqual(['term-overlap']);
  });

  test('is open for an offer nobody accepted yet', () => {
    expect(decide(rules, ['insurance'], { 'internship1.stage': 'offered' })).toMatchObject({ decisions: [], missing: [] });
  });

  test('is not covered for an internship outside the programme, beside one inside', () => {
    expect(verdicts(['insurance'], { 'internship1.programme': 'inside', 'internship2.programme': 'outside' })).toEqual([
      'insurance-required',
      'not-covered',
    ]);
  });
});

describe('cancelling', () => {
  test('an offer is declined, whatever the reason', () => {
    expect(decide(rules, ['cancel'], { 'internship1.stage': 'offered' })).toMatchObject({
      missing: [],
      decisions: [{ verdict: 'decline-offer' }],
    });
  });

  test('asks for the stage first', () => {
    expect(decide(rules, ['cancel'], { 'internship1.reason': 'majeure' }).missing).toEqual(['internship1.stage']);
  });

  test('"bilmiyorum" is never asked again: both sides are told', () => {
    const { missing, branches } = decide(rules, ['cancel'], { 'internship1.stage': 'unknown', 'internship1.reason': 'other' });
    expect(missing).toEqual([]);
    expect(branches.map(({ value, verdict }) => [value, verdict])).toEqual([
      ['offered', 'decline-offer'],
      ['accepted', 'force-majeure-needed'],
      ['approved', 'force-majeure-needed'],
    ]);
  });
});

test('each internship gets its own verdict on documents', () => {
  const { decisions } = decide(rules, ['document'], { 'internship1.document': 'unit', 'internship2.document': 'none' });
  expect(decisions.map(({ verdict, internships }) => [verdict, internships])).toEqual([
    ['document-ready', [1]],
    ['document-needed', [2]],
  ]);
});

describe('the engine', () => {
  const factArbitrary = fc.dictionary(
    fc
      .constantFrom('internship1', 'internship2')
      .chain((of) => fc.constantFrom(...Object.keys(INTERNSHIP_DOMAINS)).map((field) => `${of}.${field}`)),
    fc.nat(3),
    { maxKeys: 6 },
  );
  const valued = factArbitrary.map((drawn) =>
    Object.fromEntries(
      Object.entries(drawn).map(([id, n]) => {
        const domains: Readonly<Record<string, readonly string[]>> = { ...INTERNSHIP_DOMAINS, ...CASE_DOMAINS };
        const domain = domains[id.split('.')[1] ?? ''] ?? [];
        return [id, domain[n % domain.length] as string];
      }),
    ),
  );
  const goals = fc.uniqueArray(fc.constantFrom(...GOALS), { minLength: 1 });

  test('does not care about the order of goals or facts', () => {
    fc.assert(
      fc.property(valued, goals, (facts, asked) => {
        const reversed = Object.fromEntries(Object.entries(facts).toReversed());
        const one = decide(rules, asked, facts).decisions.map(({ verdict }) => verdict);
        const other = decide(rules, asked.toReversed(), reversed).decisions.map(({ verdict }) => verdict);
        expect(other.toSorted()).toEqual(one.toSorted());
      }),
    );
  });

  test('ends every dialog within as many questions as there are facts', () => {
    fc.assert(
      fc.property(valued, goals, fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }), (start, asked, answers) => {
        let facts: Facts = start;
        let questions = 0;
        for (;;) {
          const { missing } = decide(rules, asked, facts);
          const [first] = missing;
          if (first === undefined) break;
          questions += 1;
          expect(questions).toBeLessThanOrEqual(30);
          expect(facts[first]).toBeUndefined();
          facts = { ...facts, [first]: answerTo(first, answers[questions] ?? 0) };
        }
      }),
    );
  });

  function answerTo(id: string, n: number): string {
    const domains: Readonly<Record<string, readonly string[]>> = { ...INTERNSHIP_DOMAINS, ...CASE_DOMAINS };
    const domain = domains[id.split('.').at(-1) ?? ''] ?? domains[id];
    return domain ? (domain[n % domain.length] as string) : n === 3 ? 'unknown' : `2020-0${n + 6}-15`;
  }
});

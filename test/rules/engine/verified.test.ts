import { casesOf, factsOf, partialCases, type RuleGroup } from '../../../rules/check/cases.js';
import { SUBJECT_DOMAINS } from '../../../rules/engine/case.js';
import type { SubjectFacts } from '../../../rules/engine/condition.js';
import { completions, decisiveFacts, status, verdictOf } from '../../../rules/engine/decide.js';
import type { Rule } from '../../../rules/rules.js';
import { committedGroups, committedRules } from '../groups.js';

/** A verdict, `null` where the FAQ leaves it open, or `undefined` where nothing is decided. */
type Verdict = string | null | undefined;

/** Claims over every case of the facts that rules name, those with facts not known among them: nothing here is drawn at random. */
describe.each(committedGroups)('the rules of $goal for each $each, tried in all cases', (group) => {
  const { rules, each } = group;
  const domains = SUBJECT_DOMAINS[each];
  const names = factsOf(group);
  const partial = partialCases(names, domains);
  const unknownIn = (facts: SubjectFacts): string[] => names.filter((name) => !(name in facts));
  const completed = (facts: SubjectFacts): SubjectFacts[] => completions(facts, unknownIn(facts), domains);
  /** Every fact of the subject, whether a rule names it or not. */
  const complete = completions({}, Object.keys(domains), domains);
  const valuesOf = (name: string): readonly string[] => domains[name] ?? [];

  test('leave no gap', () => {
    expect(complete.filter((facts) => holdingIn(facts, group).length === 0)).toEqual([]);
  });

  test('never contradict each other', () => {
    expect(complete.filter((facts) => new Set(holdingIn(facts, group).map(({ verdict }) => verdict)).size > 1)).toEqual([]);
  });

  test('each hold in some case', () => {
    expect(rules.filter((rule) => !complete.some((facts) => status(rule, facts) === 'yes'))).toEqual([]);
  });

  test('decide a case exactly when all its completions agree, and as they do', () => {
    for (const facts of partial) {
      const possible = new Set<Verdict>(completed(facts).map((one) => verdictOf(rules, one)));
      const [agreed] = possible;
      expect([facts, verdictOf(rules, facts)]).toEqual([facts, possible.size === 1 ? agreed : undefined]);
    }
  });

  test('decided once, say the same whatever is added', () => {
    for (const facts of partial) {
      const decided = verdictOf(rules, facts);
      const more = unknownIn(facts).flatMap((name) => valuesOf(name).map((value) => ({ ...facts, [name]: value })));
      if (decided !== undefined) expect(more.filter((one) => verdictOf(rules, one) !== decided)).toEqual([]);
    }
  });

  test('want a fact exactly if two completions that differ only in it differ in their verdicts', () => {
    const decides = (name: string, facts: SubjectFacts): boolean =>
      completed(facts).some((one) => valuesOf(name).some((value) => verdictOf(rules, { ...one, [name]: value }) !== verdictOf(rules, one)));
    for (const facts of partial) {
      const wanted = unknownIn(facts).filter((name) => decides(name, facts));
      expect([facts, decisiveFacts(rules, facts, domains)]).toEqual([facts, wanted]);
    }
  });

  test('say the same in whatever order they stand', () => {
    const orders = permutations(rules);
    for (const facts of partial) expect(new Set(orders.map((order) => verdictOf(order, facts))).size).toBe(1);
  });
});

test('every verdict is reached in some case', () => {
  const reached = new Set(committedGroups.flatMap((group) => casesOf(group).map((facts) => verdictOf(group.rules, facts))));
  expect(Object.keys(committedRules.verdicts).filter((verdict) => !reached.has(verdict))).toEqual([]);
  expect(Object.keys(committedRules.verdicts)).toHaveLength(13);
});

function holdingIn(facts: SubjectFacts, { rules }: RuleGroup): Rule[] {
  return rules.filter((rule) => status(rule, facts) === 'yes');
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

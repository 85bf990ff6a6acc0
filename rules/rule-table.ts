import { factsOf, partialCases } from './check/cases.js';
import { SUBJECT_DOMAINS } from './engine/case.js';
import type { SubjectFacts } from './engine/condition.js';
import { status } from './engine/decide.js';
import type { Rule } from './rules.js';

/** A rule as a table. */
interface RuleTable {
  /** Names of the facts it speaks of, in the order in which they are asked for. */
  readonly columns: readonly string[];
  readonly rows: readonly SubjectFacts[];
}

/**
 * However a condition is written (lists, `any`, `not`, `except`), a row holds the least that must be known for the rule to hold: one
 * value for each fact it needs, and no fact that it could do without.
 */
export function tableOf(rule: Rule): RuleTable {
  const columns = factsOf({ each: rule.each, rules: [rule] });
  const holds = (facts: SubjectFacts): boolean => status(rule, facts) === 'yes';
  const rows = partialCases(columns, SUBJECT_DOMAINS[rule.each]).filter(
    (facts) => holds(facts) && Object.keys(facts).every((name) => !holds(without(facts, name))),
  );
  return { columns, rows };
}

function without(facts: SubjectFacts, name: string): SubjectFacts {
  const { [name]: _left, ...rest } = facts;
  return rest;
}

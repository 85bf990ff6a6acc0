import { SUBJECT_DOMAINS } from '../engine/case.js';
import type { SubjectFacts } from '../engine/condition.js';
import { completions, namedBy, status } from '../engine/decide.js';
import type { Goal } from '../facts.js';
import type { Rule, Scope } from '../rules.js';

/** Rules of one goal and scope: together they decide every case of it, and no case twice. */
export interface RuleGroup {
  readonly goal: Goal;
  readonly each: Scope;
  readonly rules: readonly Rule[];
}

export function groupsOf(rules: readonly Rule[]): RuleGroup[] {
  const firsts = rules.filter((rule, at) => rules.findIndex((other) => isOf(rule, other)) === at);
  return firsts.map(({ goal, each }) => ({ goal, each, rules: rules.filter((rule) => isOf({ goal, each }, rule)) }));
}

function isOf(group: Pick<Rule, 'goal' | 'each'>, rule: Rule): boolean {
  return rule.goal === group.goal && rule.each === group.each;
}

/** The facts that rules of one scope speak of, in the order in which they are asked for. */
export function factsOf({ each, rules }: Pick<RuleGroup, 'each' | 'rules'>): string[] {
  const named = new Set(rules.flatMap(namedBy).map(({ fact }) => fact));
  return Object.keys(SUBJECT_DOMAINS[each]).filter((name) => named.has(name));
}

/** Every complete case of a group. */
export function casesOf(group: RuleGroup): SubjectFacts[] {
  return completions({}, factsOf(group), SUBJECT_DOMAINS[group.each]);
}

/** Every case of these facts, those among them in which some or all are not known. */
export function partialCases(names: readonly string[], domains: Readonly<Record<string, readonly string[]>>): SubjectFacts[] {
  return names.reduce<SubjectFacts[]>(
    (cases, name) => cases.flatMap((one) => [...(domains[name] ?? []).map((value) => ({ ...one, [name]: value })), one]),
    [{}],
  );
}

/** A case of the group in which none of its rules holds, or null. */
export function gapIn(group: RuleGroup): SubjectFacts | null {
  return casesOf(group).find((facts) => !group.rules.some((rule) => status(rule, facts) === 'yes')) ?? null;
}

/** What is wrong with a rule among those of its group: it never holds, or holds together with one that says otherwise. */
export function mistakesOf(rule: Rule, group: RuleGroup): string[] {
  const holding = casesOf(group).filter((facts) => status(rule, facts) === 'yes');
  if (holding.length === 0) return ['ölü kural: hiçbir durumda geçerli olmuyor'];
  return group.rules
    .filter((other) => other !== rule && other.verdict !== rule.verdict)
    .flatMap((other) => {
      const both = holding.find((facts) => status(other, facts) === 'yes');
      return both ? [`"${other.id}" kuralıyla çelişiyor; örneğin: ${describe(both)}`] : [];
    });
}

/** "stage = accepted, reason = other". */
export function describe(facts: SubjectFacts): string {
  return Object.entries(facts)
    .map(([fact, value]) => `${fact} = ${value}`)
    .join(', ');
}

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { rootPath } from '../../../bot/root.js';
import { yamlFiles } from '../../../knowledge/files.js';
import { factsOf, gapIn, mistakesOf, partialCases, type RuleGroup } from '../../../rules/check/cases.js';
import { unreached } from '../../../rules/check/names.js';
import { SUBJECT_DOMAINS } from '../../../rules/engine/case.js';
import { status } from '../../../rules/engine/decide.js';
import type { Rule } from '../../../rules/rules.js';
import { ruleFileSchema } from '../../../rules/schema.js';
import { ruleOf } from '../../../rules/written.js';
import { committedGroups, committedRules } from '../groups.js';
import { tableName, truthTable } from '../truth-table.js';
import { type Mutant, mutantsOf } from './mutants.js';

export interface Judged extends Mutant {
  /** It says what the rule said in every case, also in those where not all is known: no mistake at all. */
  readonly equivalent: boolean;
  /** It is malformed, or leaves a gap, a conflict, a dead rule or a verdict that none reaches. */
  readonly byLoading: boolean;
  /** The table of its group is not the committed one. */
  readonly byTables: boolean;
}

/** True for a mistake that nothing tells. */
export function survives({ equivalent, byLoading, byTables }: Judged): boolean {
  return !equivalent && !byLoading && !byTables;
}

/** All mutants of the committed rules, judged. */
export function judgedMutants(): Judged[] {
  const verdicts = Object.keys(committedRules.verdicts);
  const tables = new Map(
    committedGroups.map((group) => [group, readFileSync(rootPath('test', 'rules', 'tables', tableName(group)), 'utf8')]),
  );
  return yamlFiles(rootPath('rules', 'faq'))
    .flatMap((path) => ruleFileSchema.parse(parse(readFileSync(path, 'utf8'))).rules)
    .flatMap((written) => mutantsOf(written, verdicts).map((mutant) => judge(mutant, tables)));
}

function judge(mutant: Mutant, tables: ReadonlyMap<RuleGroup, string>): Judged {
  const group = committedGroups.find(({ rules }) => rules.some(({ id }) => id === mutant.of));
  const original = group?.rules.find(({ id }) => id === mutant.of);
  if (!group || !original) throw new Error(`no goal is decided by the rule ${mutant.of}`);
  if (mutant.written && !ruleFileSchema.safeParse({ entry: original.entry, rules: [mutant.written] }).success)
    return { ...mutant, equivalent: false, byLoading: true, byTables: false };
  const rule = mutant.written && ruleOf(mutant.written, original.entry);
  const mutated: RuleGroup = { ...group, rules: group.rules.flatMap((one) => (one === original ? (rule ?? []) : one)) };
  return {
    ...mutant,
    equivalent: rule !== null && saysTheSame(rule, original),
    byLoading: isRefused(mutated, original, rule),
    byTables: truthTable(mutated) !== tables.get(group),
  };
}

function isRefused(group: RuleGroup, original: Rule, mutated: Rule | null): boolean {
  const rules = committedRules.rules.flatMap((one) => (one === original ? (mutated ?? []) : one));
  return (
    gapIn(group) !== null ||
    group.rules.some((rule) => mistakesOf(rule, group).length > 0) ||
    unreached({ rules, verdicts: committedRules.verdicts }).length > 0
  );
}

function saysTheSame(one: Rule, other: Rule): boolean {
  const names = factsOf({ each: one.each, rules: [one, other] });
  return (
    one.verdict === other.verdict &&
    partialCases(names, SUBJECT_DOMAINS[one.each]).every((facts) => status(one, facts) === status(other, facts))
  );
}

import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { yamlFiles } from '../knowledge/files.js';
import type { Knowledge } from '../knowledge/load.js';
import { isError, type Problem } from '../knowledge/problem.js';
import { readYaml, type YamlFile } from '../knowledge/yaml-file.js';
import { describe, gapIn, groupsOf, mistakesOf } from './check/cases.js';
import { conditionMistakes, presumptionMistakes, unreached } from './check/names.js';
import { type Answers, quoteMistakes, shortened, unaccounted } from './check/quotes.js';
import { NO_RULES, type NotARule, type Rule, type RuleSet } from './rules.js';
import { goalsSchema, type RuleFile, ruleFileSchema, type VerdictsFile, verdictsSchema } from './schema.js';
import { ruleOf } from './written.js';

/**
 * Loads the rules of a folder (`goals.yaml`, `verdicts.yaml`, `faq/*.yaml`); a folder without them has no rules.
 * Every mistake is a problem with its place: unknown facts and verdicts, quotes that are not in the FAQ, words of the FAQ that no rule
 * accounts for, gaps, conflicts, dead rules.
 */
export function inspectRules(
  directory: string,
  { entries }: Knowledge,
  shownFrom = process.cwd(),
): { rules: RuleSet; problems: Problem[] } {
  const problems: Problem[] = [];
  if (!existsSync(join(directory, 'goals.yaml'))) return { rules: NO_RULES, problems };
  const read = <T>(path: string, schema: Parameters<typeof readYaml<T>>[2]): YamlFile<T> | null =>
    readYaml(path, relative(shownFrom, path), schema, problems);
  const goals: GoalsFile | null = read(join(directory, 'goals.yaml'), goalsSchema);
  const verdicts = read(join(directory, 'verdicts.yaml'), verdictsSchema);
  const files = yamlFiles(join(directory, 'faq')).flatMap((path) => read(path, ruleFileSchema) ?? []);
  if (!goals || !verdicts || problems.some(isError)) return { rules: NO_RULES, problems };

  const answers: Answers = new Map(entries.map(({ id, answer }) => [id, answer.join(' ')]));
  const placed = files.flatMap((file) =>
    file.data.rules.map(
      (written, at): Placed => ({
        rule: ruleOf(written, file.data.entry),
        problem: (key, message) => file.problemAt(['rules', at, key], message),
      }),
    ),
  );
  const rules: RuleSet = {
    goals: goals.data,
    rules: placed.map(({ rule }) => rule),
    notRules: files.flatMap(({ data: { entry, notRules } }) => notRules.map((one): NotARule => ({ entry, ...one }))),
    verdicts: verdicts.data,
  };
  problems.push(
    ...goalProblems(goals, answers),
    ...placed.flatMap((one) => ruleProblems(one, rules, answers)),
    ...notRuleProblems(files, answers),
    ...unreachedProblems(verdicts, rules),
  );
  // What follows tries every case, or looks for what is missing: with a broken rule it would say the same mistake over and over.
  if (!problems.some(isError)) problems.push(...caseProblems(placed, goals), ...unaccountedProblems(rules, answers, files, goals));
  return { rules, problems };
}

type GoalsFile = YamlFile<RuleSet['goals']>;

/** A rule, and how to show a problem at one of its fields. */
interface Placed {
  readonly rule: Rule;
  readonly problem: (key: string, message: string) => Problem;
}

function goalProblems(goals: GoalsFile, answers: Answers): Problem[] {
  return Object.entries(goals.data).flatMap(([goal, spec]) => [
    ...spec.entries.flatMap((id, at) => (answers.has(id) ? [] : [goals.problemAt([goal, 'entries', at], `böyle bir soru yok: "${id}"`)])),
    ...presumptionMistakes(spec).map(({ key, message }) => goals.problemAt([goal, 'presumed', key], message)),
  ]);
}

function ruleProblems({ rule, problem }: Placed, { goals, rules, verdicts }: RuleSet, answers: Answers): Problem[] {
  const { id, goal, each, verdict } = rule;
  return [
    ...(verdict !== null && !(verdict in verdicts) ? [problem('verdict', `böyle bir karar yok: "${verdict}"`)] : []),
    ...(goals[goal]?.each.includes(each) ? [] : [problem('each', `"${goal}" amacı "each: ${each}" ile kararlaştırılmıyor`)]),
    ...(rules.some((other) => other.id === id && other !== rule) ? [problem('id', `bu kural adı iki kez geçiyor: "${id}"`)] : []),
    ...conditionMistakes(rule).map((message) => problem('when', message)),
    ...quoteMistakes(rule.quotes, answers).map((message) => problem('quotes', message)),
  ];
}

function notRuleProblems(files: readonly YamlFile<RuleFile>[], answers: Answers): Problem[] {
  return files.flatMap(({ data: { entry, notRules }, problemAt }) =>
    notRules.flatMap(({ texts }, at) =>
      quoteMistakes(
        texts.map((text) => ({ entry, text })),
        answers,
      ).map((message) => problemAt(['notRules', at], message)),
    ),
  );
}

function unreachedProblems(verdicts: YamlFile<VerdictsFile>, rules: RuleSet): Problem[] {
  return unreached(rules).map((id) => verdicts.problemAt([id], `hiçbir kural bu karara varmıyor: "${id}"`));
}

/** Dead rules, conflicts and gaps, each with a case that shows it. */
function caseProblems(placed: readonly Placed[], goals: GoalsFile): Problem[] {
  return groupsOf(placed.map(({ rule }) => rule)).flatMap((group) => {
    const gap = gapIn(group);
    const own = placed.filter(({ rule }) => group.rules.includes(rule));
    return [
      ...own.flatMap(({ rule, problem }) => mistakesOf(rule, group).map((message) => problem('when', message))),
      ...(gap ? [goals.problemAt([group.goal], `boşluk: "each: ${group.each}" için hiçbir kural yok; örneğin: ${describe(gap)}`)] : []),
    ];
  });
}

/** Advice only: a rule set that is still being written decides what it can. */
function unaccountedProblems(rules: RuleSet, answers: Answers, files: readonly YamlFile<RuleFile>[], goals: GoalsFile): Problem[] {
  return unaccounted(rules, answers).map(({ entry, text }) => {
    const file = files.find(({ data }) => data.entry === entry) ?? goals;
    const hint = 'alıntılayan bir kural yazın ya da "notRules" altında neden kural olmadığını söyleyin';
    return file.problemAt([], `"${entry}" yanıtının şu sözleri hiçbir kuralda geçmiyor: "${shortened(text)}"`, {
      hint,
      severity: 'warning',
    });
  });
}

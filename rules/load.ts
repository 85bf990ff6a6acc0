import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { yamlFiles } from '../knowledge/files.js';
import type { Knowledge } from '../knowledge/load.js';
import { isError, type Problem } from '../knowledge/problem.js';
import { readYaml, type YamlFile } from '../knowledge/yaml-file.js';
import { SUBJECT_DOMAINS } from './engine/case.js';
import { type Condition, factsNamed, type SubjectFacts } from './engine/condition.js';
import { completions, status } from './engine/decide.js';
import type { Goal } from './facts.js';
import { compileLexicon, type LexiconData } from './reading/lexicon.js';
import { NO_RULES, type Quote, type Rule, type RuleSet, type Scope } from './rules.js';
import { goalsSchema, lexiconSchema, ruleFileSchema, verdictsSchema } from './schema.js';

/**
 * Loads the rules of a folder (`goals.yaml`, `verdicts.yaml`, `faq/*.yaml`); a folder without them has no rules.
 * Every mistake is a problem with its place: unknown facts and verdicts, quotes that are not in the FAQ, gaps, conflicts, dead rules.
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
  const goals = read(join(directory, 'goals.yaml'), goalsSchema);
  const verdicts = read(join(directory, 'verdicts.yaml'), verdictsSchema);
  const files = yamlFiles(join(directory, 'faq')).flatMap((path) => read(path, ruleFileSchema) ?? []);
  if (!goals || !verdicts || problems.some(isError)) return { rules: NO_RULES, problems };

  const answers = new Map(entries.map(({ id, answer }) => [id, answer.join(' ')]));
  for (const [goal, spec] of Object.entries(goals.data))
    spec.entries.forEach((id, at) => {
      if (!answers.has(id)) problems.push(goals.problemAt([goal, 'entries', at], `böyle bir soru yok: "${id}"`));
    });
  const placed = files.flatMap((file) =>
    file.data.rules.map((written, at) => {
      const { verdict, open: _open, quotes, because, except, ...rest } = written;
      const rule: Rule = {
        ...rest,
        verdict: verdict ?? null,
        quotes: quotes.map((quote) => (typeof quote === 'string' ? { entry: file.data.entry, text: quote } : quote)),
        ...(because ? { because } : {}),
        ...(except ? { except } : {}),
      };
      const problem = (key: string, message: string): Problem => file.problemAt(['rules', at, key], message);
      if (rule.verdict !== null && !(rule.verdict in verdicts.data))
        problems.push(problem('verdict', `böyle bir karar yok: "${rule.verdict}"`));
      if (!goals.data[rule.goal]?.each.includes(rule.each))
        problems.push(problem('each', `"${rule.goal}" amacı "each: ${rule.each}" ile kararlaştırılmıyor`));
      problems.push(...conditionMistakes(rule).map((message) => problem('when', message)));
      problems.push(...quoteMistakes(rule.quotes, answers).map((message) => problem('quotes', message)));
      return { rule, problem };
    }),
  );
  for (const file of files)
    file.data.notRules.forEach(({ text }, at) => {
      problems.push(
        ...quoteMistakes([{ entry: file.data.entry, text }], answers).map((message) => file.problemAt(['notRules', at], message)),
      );
    });
  const rules = placed.map(({ rule }) => rule);
  if (!problems.some(isError)) {
    for (const { rule, problem } of placed) problems.push(...ruleMistakes(rule, rules).map((message) => problem('when', message)));
    for (const { goal, message } of gaps(rules)) problems.push(goals.problemAt([goal], message));
  }
  return { rules: { goals: goals.data, rules, verdicts: verdicts.data }, problems };
}

/** Loads the reader's words. A pattern that cannot be read is a problem too. */
export function inspectLexicon(path: string, shownFrom = process.cwd()): { lexicon: LexiconData | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const file = readYaml(path, relative(shownFrom, path), lexiconSchema as unknown as Parameters<typeof readYaml<LexiconData>>[2], problems);
  if (!file) return { lexicon: null, problems };
  try {
    compileLexicon(file.data);
  } catch (error) {
    problems.push(file.problemAt([], (error as Error).message));
  }
  return { lexicon: file.data, problems };
}

function conditionMistakes({ each, when, except }: Rule): string[] {
  const domains = SUBJECT_DOMAINS[each];
  return [when, ...(except ? [except] : [])].flatMap(factsNamed).flatMap(({ fact, values }) => {
    const domain = domains[fact];
    if (!domain) return [`"each: ${each}" için böyle bir bilgi yok: "${fact}" (bilinenler: ${Object.keys(domains).join(', ')})`];
    return values
      .filter((value) => !domain.includes(value))
      .map((value) => `"${fact}" hiçbir zaman "${value}" olmaz (bilinenler: ${domain.join(', ')})`);
  });
}

function quoteMistakes(quotes: readonly Quote[], answers: ReadonlyMap<string, string>): string[] {
  return quotes.flatMap(({ entry, text }) => {
    const answer = answers.get(entry);
    if (answer === undefined) return [`böyle bir soru yok: "${entry}"`];
    return answer.includes(text) ? [] : [`bu sözler "${entry}" yanıtında geçmiyor: "${text.slice(0, 80)}…"`];
  });
}

/** A rule that never holds, or that holds together with another of the same goal that says otherwise. */
function ruleMistakes(rule: Rule, rules: readonly Rule[]): string[] {
  const holding = allCases(rules, rule).filter((facts) => status(rule, facts) === 'yes');
  if (holding.length === 0) return ['ölü kural: hiçbir durumda geçerli olmuyor'];
  return rules
    .filter((other) => other !== rule && other.goal === rule.goal && other.each === rule.each && other.verdict !== rule.verdict)
    .flatMap((other) => {
      const both = holding.find((facts) => status(other, facts) === 'yes');
      return both ? [`"${other.id}" kuralıyla çelişiyor; örneğin: ${describe(both)}`] : [];
    });
}

/** Cases of a goal and scope in which no rule holds. */
function gaps(rules: readonly Rule[]): { goal: Goal; message: string }[] {
  const firsts = rules.filter((rule, at) => rules.findIndex(({ goal, each }) => goal === rule.goal && each === rule.each) === at);
  return firsts.flatMap((first) => {
    const group = rules.filter(({ goal, each }) => goal === first.goal && each === first.each);
    const gap = allCases(rules, first).find((facts) => !group.some((rule) => status(rule, facts) === 'yes'));
    return gap ? [{ goal: first.goal, message: `boşluk: "each: ${first.each}" için hiçbir kural yok; örneğin: ${describe(gap)}` }] : [];
  });
}

/** Every case of a rule's goal and scope, over the facts its rules speak of. */
function allCases(rules: readonly Rule[], { goal, each }: { goal: Goal; each: Scope }): SubjectFacts[] {
  const conditions: Condition[] = rules
    .filter((rule) => rule.goal === goal && rule.each === each)
    .flatMap((rule) => [rule.when, ...(rule.except ? [rule.except] : [])]);
  const named = [...new Set(conditions.flatMap(factsNamed).map(({ fact }) => fact))];
  return completions({}, named, SUBJECT_DOMAINS[each]);
}

function describe(facts: SubjectFacts): string {
  return Object.entries(facts)
    .map(([fact, value]) => `${fact} = ${value}`)
    .join(', ');
}

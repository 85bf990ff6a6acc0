import { SUBJECT_DOMAINS } from '../engine/case.js';
import { namedBy } from '../engine/decide.js';
import type { GoalSpec, Rule, RuleSet } from '../rules.js';

type Domains = Readonly<Record<string, readonly string[]>>;

/** Facts and values that a rule names and nobody has. */
export function conditionMistakes(rule: Rule): string[] {
  const domains: Domains = SUBJECT_DOMAINS[rule.each];
  return namedBy(rule).flatMap(({ fact, values }) => mistakesIn(fact, values, domains, ` ("each: ${rule.each}")`));
}

/** A goal presumes only facts that one of its subjects has, with values they can have. */
export function presumptionMistakes({ each, presumed }: GoalSpec): { key: string; message: string }[] {
  const domains: Domains = Object.assign({}, ...each.map((scope) => SUBJECT_DOMAINS[scope]));
  return Object.entries(presumed).flatMap(([key, value]) => mistakesIn(key, [value], domains, '').map((message) => ({ key, message })));
}

/** Verdicts that no rule comes to. */
export function unreached({ rules, verdicts }: Pick<RuleSet, 'rules' | 'verdicts'>): string[] {
  return Object.keys(verdicts).filter((id) => !rules.some(({ verdict }) => verdict === id));
}

function mistakesIn(fact: string, values: readonly string[], domains: Domains, of: string): string[] {
  const domain = domains[fact];
  if (!domain) return [`böyle bir bilgi yok: "${fact}"${of}; bilinenler: ${Object.keys(domains).join(', ')}`];
  return values
    .filter((value) => !domain.includes(value))
    .map((value) => `"${fact}" hiçbir zaman "${value}" olmaz; bilinenler: ${domain.join(', ')}`);
}

import { aligned } from '../../bot/columns.js';
import { casesOf, factsOf, type RuleGroup } from '../../rules/check/cases.js';
import { status } from '../../rules/engine/decide.js';

/** The committed file that holds a group's table. */
export function tableName({ goal, each }: Pick<RuleGroup, 'goal' | 'each'>): string {
  return `${goal}-${each}.txt`;
}

/**
 * What a group of rules says in every complete case of the facts they name, nothing presumed: `open` where the rule leaves it open, and
 * every rule that holds, so that a gap shows as none and a conflict as two verdicts.
 */
export function truthTable(group: RuleGroup): string {
  const names = factsOf(group);
  const lines = casesOf(group).map((facts) => {
    const holding = group.rules.filter((rule) => status(rule, facts) === 'yes');
    const verdicts = new Set(holding.map(({ verdict }) => verdict ?? 'open'));
    return [...names.map((name) => facts[name] ?? ''), '|', ...[[...verdicts], holding.map(({ id }) => id).sort()].map(listed)];
  });
  return aligned([[...names, '|', 'verdict', 'rule'], ...lines])
    .map((cells) => `${cells.join('  ').trimEnd()}\n`)
    .join('');
}

function listed(items: readonly string[]): string {
  return items.length > 0 ? items.join(', ') : 'none';
}

import { rootPath } from '../../bot/root.js';
import { loadKnowledge } from '../../knowledge/load.js';
import type { RuleGroup } from '../../rules/check/cases.js';
import { GOALS } from '../../rules/facts.js';
import { inspectRules } from '../../rules/load.js';
import type { RuleSet } from '../../rules/rules.js';

export const committedRules: RuleSet = inspectRules(rootPath('rules'), loadKnowledge(rootPath('knowledge'))).rules;

/** One group for every goal and scope in which the goals are decided, even if it had no rule. */
export const committedGroups: readonly RuleGroup[] = GOALS.flatMap((goal) =>
  (committedRules.goals[goal]?.each ?? []).map((each) => ({
    goal,
    each,
    rules: committedRules.rules.filter((rule) => rule.goal === goal && rule.each === each),
  })),
);

import { isError } from '../../knowledge/problem.js';
import type { Facts } from './facts.js';
import { type Check, type Finding, failed, good } from './finding.js';

/** What the bot knows and by what it decides. */
export const KNOWLEDGE_CHECKS: readonly Check[] = [{ name: 'knowledge and rules', find: findKnowledge }];

function findKnowledge({ inspected: { knowledge, rules, problems } }: Facts): Finding {
  const errors = problems.filter(isError);
  const [first] = errors;
  if (!first) return good(`${knowledge.entries.length} questions, ${knowledge.refusals.length} refusals, ${rules.rules.length} rules`);
  const place = first.line > 0 ? `${first.file}:${first.line}` : first.file;
  return failed(`${errors.length} ${errors.length === 1 ? 'mistake' : 'mistakes'}, the first in ${place}`, 'npm run check shows them all.');
}

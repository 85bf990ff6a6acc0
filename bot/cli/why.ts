import { fold } from '../../knowledge/text/fold.js';
import { decide } from '../../rules/engine/decide.js';
import type { Deps } from '../conversation/deps.js';
import type { Memory } from '../conversation/memory.js';
import { understand } from '../conversation/understand.js';

/** How a reply came about: folded text, the three best entries, facts with their words, goals, and the rules that fired. */
export function explain(text: string, memory: Memory, deps: Deps): string {
  const { match, reading, facts, goals, ownCase, continues } = understand(text, memory, deps);
  const { decisions, missing } = decide(deps.rules, goals, facts);
  const lines = [
    ['folded', fold(text)],
    ['band', `${match.band}${match.subject ? ` (nearest refusal or small talk: ${match.subject.id})` : ''}`],
    ...match.ranked.slice(0, 3).map(({ entry, probability }) => ['match', `${probability.toFixed(3)}  ${entry}`]),
    ...reading.facts.map(({ id, value, words }) => ['fact', `${id} = ${value}  “${words}”`]),
    ...Object.entries(facts)
      .filter(([id]) => !reading.facts.some((fact) => fact.id === id))
      .map(([id, value]) => ['fact', `${id} = ${value}  (remembered or from the university's file)`]),
    ...reading.problems.map(({ kind, words }) => ['problem', `${kind}  “${words}”`]),
    ...reading.assumptions.map(({ kind, words, id }) => ['assumed', `${kind} for ${id}  “${words}”`]),
    ['case', `${ownCase ? 'own' : 'general'}${continues ? ', continues the conversation' : ''}; goals: ${goals.join(', ') || 'none'}`],
    ...decisions.map(({ rule, verdict, internships, presumed }) => [
      'rule',
      `${rule.id} → ${verdict}${internships.length > 0 ? ` for internship ${internships.join(', ')}` : ''}${presumed.length > 0 ? `, presuming ${presumed.join(', ')}` : ''}`,
    ]),
    ...(missing.length > 0 ? [['missing', missing.join(', ')]] : []),
  ];
  return lines.map(([label = '', value = '']) => `${label.padEnd(8)} ${value}`).join('\n');
}

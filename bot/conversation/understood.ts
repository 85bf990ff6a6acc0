import type { Outcome } from '../../rules/engine/decide.js';
import { type Facts, internshipFact, UNKNOWN } from '../../rules/facts.js';
import type { ReadFact } from '../../rules/reading/reading.js';
import { valueLabel, valuesOf } from './answers.js';
import type { Deps } from './deps.js';
import { formatDays, say } from './format.js';
import { factLabel, hasSeveral } from './labels.js';
import { choiceInput } from './question-block.js';
import type { UnderstoodBlock, UnderstoodFact } from './reply.js';

/** "Anladığım": every fact of the case, with ranges put together, each correctable; presumptions and the university's `own` dates are marked. */
export function understoodBlock(facts: Facts, own: Facts, presumed: Facts, { knowledge }: Deps): UnderstoodBlock[] {
  const { phrases, university } = knowledge;
  const several = hasSeveral(facts);
  const all = { ...facts, ...presumed };
  const noteOn = (id: string): { note?: string } => {
    if (id in own) return { note: say(phrases, 'university', 'heading', { name: university?.name ?? '' }) };
    return id in facts ? {} : { note: say(phrases, 'verdict', 'presumed') };
  };
  const shown = Object.entries(all).flatMap(([id, value]): UnderstoodBlock['facts'][number][] => {
    const of = internshipFact(id);
    const [from, to] = of ? [`internship${of.internship}.from`, `internship${of.internship}.to`] : [id, id];
    if (of?.field === 'to' && from in facts) return [];
    if (valuesOf(id).length > 0) {
      const input = choiceInput(id, phrases);
      return [{ id, label: factLabel(id, several, phrases), value: valueLabel(phrases, id, value), ...noteOn(id), input }];
    }
    const isRange = of !== null && from in facts && to in facts;
    const label = factLabel(isRange ? `internship${of.internship}.dates` : id, several, phrases);
    const fields = (of ? [from, to] : [id]).map((one) => ({ id: one, label: factLabel(one, several, phrases), value: dateIn(facts, one) }));
    return [{ id, label, value: daysLabel(value, isRange ? facts[to] : undefined), ...noteOn(id), input: { type: 'dates', fields } }];
  });
  if (shown.length === 0) return [];
  const [title, correct, submit] = ['understood', 'correct', 'correctSubmit'].map((key) => say(phrases, 'verdict', key));
  return [{ type: 'understood', title: title ?? '', correct: correct ?? '', submit: submit ?? '', facts: shown }];

  function daysLabel(from: string, to: string | undefined): string {
    if (from === UNKNOWN) return say(phrases, 'facts', 'unknown');
    return formatDays({ from, to: to === undefined || to === UNKNOWN ? from : to });
  }
}

/** The ISO date of a fact, for an input; empty where it is not known. */
function dateIn(facts: Facts, id: string): string {
  const value = facts[id];
  return value === undefined || value === UNKNOWN ? '' : value;
}

/** A fact of a pair that says the same of each of its internships. */
const PRESUMED_OF_PAIR: Readonly<Record<string, string>> = { programmes: 'programme' };

/** The presumptions worth showing, as facts. */
export function shownPresumptions({ decisions }: Outcome, told: Facts, { rules }: Deps): Facts {
  return Object.fromEntries(
    decisions
      .flatMap(({ goal, presumed, internships, facts }) =>
        presumed
          .filter((name) => rules.goals[goal]?.shown.includes(name))
          .flatMap((name) => internships.map((n) => [`internship${n}.${PRESUMED_OF_PAIR[name] ?? name}`, facts[name] as string] as const)),
      )
      .filter(([id]) => !(id in told)),
  );
}

/** The facts of the reply's contract: what was read with its words, and what was presumed. */
export function understoodFacts(facts: Facts, read: readonly ReadFact[], presumed: Facts): UnderstoodFact[] {
  return [
    ...Object.entries(facts).map(([id, value]) => ({ id, value, words: read.find((fact) => fact.id === id)?.words ?? '' })),
    ...Object.entries(presumed).map(([id, value]) => ({ id, value, words: '', presumed: true })),
  ];
}

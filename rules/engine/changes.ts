import { addDays, daysBetween } from '../calendar.js';
import type { Facts } from '../facts.js';
import type { RuleSet } from '../rules.js';
import { daysOf, termClash } from './case.js';
import { type Decision, decide } from './decide.js';

/** Something the user could change, and how: confirmed by running the engine again. */
export interface Change {
  readonly template: string;
  readonly internship: number;
  /** ISO day the sentence names, if any. */
  readonly date?: string;
}

/** What would change a verdict, over facts the user can act on. Never a reason for cancelling: nobody is coached to claim force majeure. */
export function changesOf(rules: RuleSet, decision: Decision, facts: Facts): Change[] {
  const template = rules.verdicts[decision.verdict]?.change;
  const propose = PROPOSALS[decision.verdict];
  const proposal = template && propose ? propose(decision, facts) : null;
  if (!template || !proposal) return [];
  const after = decide(rules, [decision.goal], { ...facts, ...proposal.facts });
  const stillThere = after.decisions.some(
    ({ verdict, internships }) => verdict === decision.verdict && internships.join() === decision.internships.join(),
  );
  return stillThere ? [] : [{ template, internship: proposal.internship, ...(proposal.date ? { date: proposal.date } : {}) }];
}

interface Proposal {
  readonly facts: Facts;
  readonly internship: number;
  readonly date?: string;
}

/** Verdict → another case the user could bring about; null where there is none. */
const PROPOSALS: Readonly<Record<string, (decision: Decision, facts: Facts) => Proposal | null>> = {
  'dates-overlap': startLater,
  'term-overlap': endBeforeTerm,
  'document-needed': ({ internships: [n = 1] }) => ({ facts: { [`internship${n}.document`]: 'unit' }, internship: n }),
};

/** The internship that begins later begins the day after the other ends, and lasts as long. */
function startLater({ internships: [a = 0, b = 0] }: Decision, facts: Facts): Proposal | null {
  const [x, y] = [daysOf(facts, a), daysOf(facts, b)];
  if (!x.from || !x.to || !y.from || !y.to) return null;
  const [end, later, days] = x.from <= y.from ? [x.to, b, { from: y.from, to: y.to }] : [y.to, a, { from: x.from, to: x.to }];
  const from = addDays(end, 1);
  const to = addDays(from, daysBetween(days.from, days.to));
  return { facts: { [`internship${later}.from`]: from, [`internship${later}.to`]: to }, internship: later, date: from };
}

function endBeforeTerm({ internships: [n = 1] }: Decision, facts: Facts): Proposal | null {
  const { shortenedEnd } = termClash(facts, n);
  return shortenedEnd ? { facts: { [`internship${n}.to`]: shortenedEnd }, internship: n, date: shortenedEnd } : null;
}

import { addDays, daysBetween } from '../calendar.js';
import { type Facts, internshipFact } from '../facts.js';
import type { RuleSet } from '../rules.js';
import { daysOf, internshipNumbers, termClash } from './case.js';
import { type Decision, decide } from './decide.js';
import { moved } from './suppose.js';

/** What a person could bring about, by name; each verdict lists in verdicts.yaml which of them are worth saying. */
export const CHANGES = ['start-later', 'end-earlier', 'end-before-term', 'move-before-term', 'two-of-them', 'hand-in'] as const;
export type ChangeName = (typeof CHANGES)[number];

/** Something the user could change, and how: confirmed by running the engine again. */
export interface Change {
  readonly text: string;
  readonly internships: readonly number[];
  /** ISO day the sentence names, if any. */
  readonly date?: string;
}

/** What would change a verdict, over facts the user can act on. Never a reason for cancelling: nobody is coached to claim force majeure. */
export function changesOf(rules: RuleSet, decision: Decision, facts: Facts): Change[] {
  return (rules.verdicts[decision.verdict]?.changes ?? []).flatMap(({ by, text }) => {
    const proposal = PROPOSALS[by](decision, facts);
    if (!proposal) return [];
    const { decisions } = decide(rules, [decision.goal], proposal.facts);
    const stillThere = decisions.some(
      ({ verdict, internships }) => verdict === decision.verdict && internships.join() === decision.internships.join(),
    );
    return stillThere ? [] : [{ text, internships: proposal.internships, ...(proposal.date ? { date: proposal.date } : {}) }];
  });
}

/** Another case the user could bring about. */
interface Proposal {
  readonly facts: Facts;
  readonly internships: readonly number[];
  readonly date?: string;
}

/** Name → the case as it would be; null where there is none. */
const PROPOSALS: Readonly<Record<ChangeName, (decision: Decision, facts: Facts) => Proposal | null>> = {
  'start-later': startLater,
  'end-earlier': endEarlier,
  'end-before-term': endBeforeTerm,
  'move-before-term': moveBeforeTerm,
  'two-of-them': twoOfThem,
  'hand-in': ({ internships }, facts) => ({
    facts: { ...facts, ...Object.fromEntries(internships.map((n) => [`internship${n}.document`, 'unit'])) },
    internships,
  }),
};

/** Two dated internships, the one that begins first first; null where an end is not known. */
function dated({ internships: [a = 0, b = 0] }: Decision, facts: Facts) {
  const of = (n: number) => {
    const { from, to } = daysOf(facts, n);
    return from && to ? { n, from, to } : null;
  };
  const [x, y] = [of(a), of(b)];
  if (!x || !y) return null;
  return x.from <= y.from ? { first: x, later: y } : { first: y, later: x };
}

/** The internship that begins later begins the day after the other ends, and lasts as long. */
function startLater(decision: Decision, facts: Facts): Proposal | null {
  const pair = dated(decision, facts);
  if (!pair) return null;
  const date = addDays(pair.first.to, 1);
  const { n, from } = pair.later;
  return { facts: { ...facts, ...moved(facts, n, daysBetween(from, date)) }, internships: [n], date };
}

/** The internship that begins first ends the day before the other begins. */
function endEarlier(decision: Decision, facts: Facts): Proposal | null {
  const pair = dated(decision, facts);
  if (!pair || pair.first.from === pair.later.from) return null;
  const date = addDays(pair.later.from, -1);
  return { facts: { ...facts, [`internship${pair.first.n}.to`]: date }, internships: [pair.first.n], date };
}

function endBeforeTerm({ internships: [n = 1] }: Decision, facts: Facts): Proposal | null {
  const { shortenedEnd } = termClash(facts, n);
  return shortenedEnd ? { facts: { ...facts, [`internship${n}.to`]: shortenedEnd }, internships: [n], date: shortenedEnd } : null;
}

/** Its last day becomes the day before the term begins, and it lasts as long; the day named is its first. */
function moveBeforeTerm({ internships: [n = 1] }: Decision, facts: Facts): Proposal | null {
  const { from, to } = daysOf(facts, n);
  const term = facts['term.from'];
  if (!from || !to || !term || termClash(facts, n).overlap === null) return null;
  const after = moved(facts, n, daysBetween(to, addDays(term, -1)));
  const date = after[`internship${n}.from`];
  return date ? { facts: { ...facts, ...after }, internships: [n], date } : null;
}

/** Only two of the internships are done: the first two that do not clash, or any two where their dates are not known. */
function twoOfThem(_: Decision, facts: Facts): Proposal | null {
  const numbers = internshipNumbers(facts).filter((n) => facts[`internship${n}.programme`] !== 'outside');
  const pairs = numbers.flatMap((a, i) => numbers.slice(i + 1).map((b) => [a, b]));
  const apart = pairs.find(([a = 0, b = 0]) => {
    const [x, y] = [daysOf(facts, a), daysOf(facts, b)];
    return x.from && x.to && y.from && y.to && (x.to < y.from || y.to < x.from);
  });
  const kept = Object.entries(facts).filter(([id]) => !internshipFact(id) || apart?.includes(internshipFact(id)?.internship ?? 0));
  return apart ? { facts: { ...Object.fromEntries(kept), count: '2' }, internships: apart } : null;
}

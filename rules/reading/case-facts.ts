import { hitsOf } from './cues.js';
import type { DatesRead } from './dated/read-dates.js';
import type { Searched } from './patterns.js';
import type { PlacedFact } from './reading.js';
import { countOf, countOfMonths } from './several/count.js';
import { monthsApart } from './several/months-apart.js';
import { overlapOf } from './several/overlap.js';
import type { Pointing } from './several/pointings.js';
import type { Spoken } from './several/spoken.js';
import type { Said } from './statements.js';

/** "Dersler 12 ekim, staj 12 ekim, ikisi aynı gün": these two are the internship and the term. */
export function isOfInternshipAndTerm({ fact, start }: Said, { text }: Searched, dates: DatesRead): boolean {
  const areDated = dates.internships.size === 1 && dates.facts.some(({ id }) => id.startsWith('term.'));
  return (fact === 'count' || fact === 'overlap') && areDated && /^(?:ikis|iki yere birden)/.test(text.slice(start));
}

/** What is said of a third one makes it a case of its own; that it would be one too many does not. */
const EACH_HAS_ITS_OWN: readonly string[] = ['stage', 'document', 'reason'];

/** How many internships a message speaks of, 1 at least: dated, said ("iki stajım var") or set against each other ("diğeri"). */
export function spokenOf(said: readonly Said[], dates: DatesRead, pointings: readonly Pointing[]): number {
  const numbers = [...dates.internships.keys()];
  const saysTwo = said.some((one) => one.fact === 'count' && one.value === '2');
  const pointed = new Set(pointings.map((one) => one.to));
  const programmes = new Set(said.flatMap(({ fact, value }) => (fact === 'programme' ? [value] : [])));
  const contrasted = pointed.has('other') || (pointed.has(1) && pointed.has(2)) || programmes.size > 1;
  const isTold = ({ start }: Pointing): boolean =>
    said.some(({ fact, clause }) => EACH_HAS_ITS_OWN.includes(fact) && start >= clause.start && start < clause.end);
  const named = pointings.flatMap((one) => (typeof one.to === 'number' && (one.name || (one.to === 3 && isTold(one))) ? [one.to] : []));
  return Math.max(1, ...numbers, ...named, saysTwo || contrasted ? 2 : 1);
}

/** Facts of the whole case: how many internships within the programme, and whether they are said to overlap. */
export function caseFacts(spoken: Spoken): PlacedFact[] {
  const { analysis, dates, lexicon, words } = spoken;
  const several = dates.internships.size > 1 || hitsOf(analysis.searchable, lexicon, ['several']).length > 0;
  const months = several && dates.internships.size === 0 ? monthsApart(analysis, lexicon) : [];
  const count = countOf(spoken) ?? countOfMonths(months, words);
  const overlap = several ? overlapOf(spoken, months) : null;
  return [count, overlap].filter((fact) => fact !== null);
}

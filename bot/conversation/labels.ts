import type { Phrases } from '../../knowledge/schema.js';
import { internshipNumbers } from '../../rules/engine/case.js';
import { type Facts, fieldOf, internshipFact } from '../../rules/facts.js';
import { say } from './format.js';

/** "2. staj, bitiş", or just "Bitiş" where there is one internship. */
export function factLabel(id: string, several: boolean, phrases: Phrases): string {
  const of = internshipFact(id);
  const name = say(phrases, 'facts', fieldOf(id));
  return of && several ? `${say(phrases, 'facts', 'internship', { number: String(of.internship) })}, ${name}` : name;
}

/** "2. staj". */
export function internshipLabel(n: number, phrases: Phrases): string {
  return say(phrases, 'facts', 'internship', { number: String(n) });
}

/** True if a case has more than one internship, so that each has to be named. */
export function hasSeveral(facts: Facts): boolean {
  return internshipNumbers(facts).length > 1;
}

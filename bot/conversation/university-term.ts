import { type Facts, internshipFact } from '../../rules/facts.js';
import type { Deps } from './deps.js';

/**
 * The dates of the university's own term, where an internship is dated and the person gave no term; else nothing.
 * They are never remembered: the next internship may fall into another term.
 */
export function universityTerm(facts: Facts, { knowledge }: Deps): Facts {
  const starts = Object.entries(facts).filter(([id]) => internshipFact(id)?.field === 'from');
  const first = starts.map(([, value]) => value).sort()[0];
  if (!first || Object.keys(facts).some((id) => id.startsWith('term.'))) return {};
  const term = knowledge.university?.terms.find(({ to }) => to >= first);
  return term ? { 'term.from': term.from, 'term.to': term.to } : {};
}

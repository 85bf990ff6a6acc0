import { internshipFact } from '../facts.js';
import type { Reading } from './reading.js';

/**
 * What was read, as evidence for the matcher: name → 1.
 * Two dated internships, a term's date or a document in hand say more about the subject than most words.
 */
export function evidenceOf(reading: Reading): Record<string, number> {
  const evidence: Record<string, number> = {};
  const dated = new Set<number>();
  for (const { id, value } of reading.facts) {
    const of = internshipFact(id);
    if (of && (of.field === 'from' || of.field === 'to')) dated.add(of.internship);
    else if (id.startsWith('term.') || id.startsWith('previousTerm.')) evidence.term = 1;
    else evidence[`${of?.field ?? id}=${value}`] = 1;
  }
  if (dated.size > 0) evidence[dated.size > 1 ? 'dates:several' : 'dates:one'] = 1;
  for (const goal of reading.goals) evidence[`goal:${goal}`] = 1;
  return evidence;
}

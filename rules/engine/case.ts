import { addDays, type DateRange, overlapOf } from '../calendar.js';
import { CASE_DOMAINS, type Facts, INTERNSHIP_DOMAINS, internshipFact, MAX_INTERNSHIPS, UNKNOWN } from '../facts.js';
import type { Scope } from '../rules.js';
import type { SubjectFacts } from './condition.js';

/** What rules are decided for, with its facts: those of the case file and those that follow from its dates. */
export interface Subject {
  readonly scope: Scope;
  /** Numbers of the internships it speaks of. */
  readonly internships: readonly number[];
  /** What is known; presumptions are not in it. */
  readonly facts: SubjectFacts;
  /** Fact name → ids of the case's facts that would give it, for those still to be asked for. */
  readonly askable: Readonly<Record<string, readonly string[]>>;
}

/** The facts a subject can have, with their values, in the order in which they are asked for. */
export const SUBJECT_DOMAINS: Readonly<Record<Scope, Readonly<Record<string, readonly string[]>>>> = {
  case: { count: CASE_DOMAINS.count },
  pair: { count: CASE_DOMAINS.count, programmes: ['inside', 'mixed', 'outside'], overlap: CASE_DOMAINS.overlap },
  internship: {
    programme: INTERNSHIP_DOMAINS.programme,
    stage: INTERNSHIP_DOMAINS.stage,
    reason: INTERNSHIP_DOMAINS.reason,
    document: INTERNSHIP_DOMAINS.document,
    inTerm: INTERNSHIP_DOMAINS.inTerm,
    overlapsOther: ['yes', 'no'],
    count: CASE_DOMAINS.count,
  },
};

/** The subjects of a scope in a case, in order. */
export function subjectsOf(scope: Scope, facts: Facts): Subject[] {
  const numbers = internshipNumbers(facts);
  switch (scope) {
    case 'case':
      return [caseSubject(facts, numbers)];
    case 'internship':
      return numbers.map((n) => internshipSubject(facts, n, numbers));
    case 'pair':
      return numbers.flatMap((a, i) => numbers.slice(i + 1).map((b) => pairSubject(facts, a, b, numbers)));
  }
}

/** The days of an internship as far as they are known. */
export function daysOf(facts: Facts, n: number): OpenRange {
  return { from: known(facts, `internship${n}.from`), to: known(facts, `internship${n}.to`) };
}

/** The days of the teaching term as far as they are known. */
function termOf(facts: Facts): OpenRange {
  return { from: known(facts, 'term.from'), to: known(facts, 'term.to') };
}

/** A range of which an end may be unknown. */
export interface OpenRange {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The numbers of the case's internships: those that facts name, and two where two are spoken of. */
export function internshipNumbers(facts: Facts): number[] {
  const named = Object.keys(facts).map((id) => internshipFact(id)?.internship ?? 0);
  const said = facts.count === '2' || facts.overlap !== undefined ? 2 : 1;
  const total = Math.min(MAX_INTERNSHIPS, Math.max(said, ...named));
  return Array.from({ length: total }, (_, i) => i + 1);
}

function caseSubject(facts: Facts, numbers: readonly number[]): Subject {
  return subject('case', [], { count: countOf(facts, numbers) }, { count: ['count'] }, facts);
}

function internshipSubject(facts: Facts, n: number, numbers: readonly number[]): Subject {
  const own = (field: string): string => `internship${n}.${field}`;
  const others = numbers.filter((other) => other !== n && programmeOf(facts, other) !== 'outside');
  const overlaps = others.map((other) => overlapFact(facts, n, other));
  const overlapsOther = overlaps.includes('yes') ? 'yes' : overlaps.includes(undefined) ? undefined : 'no';
  return subject(
    'internship',
    [n],
    {
      programme: programmeOf(facts, n),
      stage: known(facts, own('stage')),
      reason: known(facts, own('reason')),
      document: known(facts, own('document')),
      inTerm: inTermFact(facts, n),
      overlapsOther,
      count: countOf(facts, numbers),
    },
    {
      programme: [own('programme')],
      stage: [own('stage')],
      reason: [own('reason')],
      document: [own('document')],
      inTerm: undated(facts, [own('from'), own('to'), 'term.from']),
      overlapsOther: undated(
        facts,
        [n, ...others].flatMap((one) => [`internship${one}.from`, `internship${one}.to`]),
      ),
    },
    facts,
  );
}

function pairSubject(facts: Facts, a: number, b: number, numbers: readonly number[]): Subject {
  const programmes = [programmeOf(facts, a), programmeOf(facts, b)];
  const inside = programmes.filter((programme) => programme !== 'outside').length;
  return subject(
    'pair',
    [a, b],
    {
      count: countOf(facts, numbers),
      programmes: inside === 0 ? 'outside' : inside === 1 ? 'mixed' : programmes.includes(undefined) ? undefined : 'inside',
      overlap: overlapFact(facts, a, b),
    },
    {
      programmes: [`internship${a}.programme`, `internship${b}.programme`],
      overlap: undated(
        facts,
        [a, b].flatMap((n) => [`internship${n}.from`, `internship${n}.to`]),
      ),
    },
    facts,
  );
}

/** Leaves out what is not known, and from what can be asked what the person has said they do not know. */
function subject(
  scope: Scope,
  internships: readonly number[],
  found: Readonly<Record<string, string | undefined>>,
  sources: Readonly<Record<string, readonly string[]>>,
  facts: Facts,
): Subject {
  const askable = Object.entries(sources).filter(([name, ids]) => found[name] === undefined && ids.every((id) => facts[id] !== UNKNOWN));
  const entries = Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { scope, internships, facts: Object.fromEntries(entries), askable: Object.fromEntries(askable) };
}

function known(facts: Facts, id: string): string | undefined {
  const value = facts[id];
  return value === UNKNOWN ? undefined : value;
}

function programmeOf(facts: Facts, n: number): string | undefined {
  return known(facts, `internship${n}.programme`);
}

/** The dates among these that are not known. */
function undated(facts: Facts, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => known(facts, id) === undefined);
}

/** How many internships are done or wanted within the programme: as said, or as many as the case names. */
function countOf(facts: Facts, numbers: readonly number[]): string | undefined {
  const inside = numbers.filter((n) => programmeOf(facts, n) !== 'outside').length;
  if (inside > 2) return 'more';
  return known(facts, 'count') ?? (numbers.length === 2 && inside > 0 ? String(inside) : undefined);
}

function overlapFact(facts: Facts, a: number, b: number): string | undefined {
  const shared = sharesDay(daysOf(facts, a), daysOf(facts, b));
  return shared ?? (countNamed(facts) <= 2 ? known(facts, 'overlap') : undefined);
}

function countNamed(facts: Facts): number {
  return Math.max(2, ...Object.keys(facts).map((id) => internshipFact(id)?.internship ?? 0));
}

function inTermFact(facts: Facts, n: number): string | undefined {
  const days = daysOf(facts, n);
  const shared = sharesDay(days, openEnded(termOf(facts)));
  if (shared === undefined) return known(facts, `internship${n}.inTerm`);
  const before = known(facts, 'previousTerm.to');
  return shared === 'no' && before !== undefined && days.from !== undefined && days.from <= before ? 'yes' : shared;
}

/** A term whose end is not given lasts beyond every internship. */
function openEnded(term: OpenRange): OpenRange {
  return term.from !== undefined && term.to === undefined ? { ...term, to: '9999-12-31' } : term;
}

/**
 * Whether two ranges share a day, both ends included; undefined where that depends on an end not known.
 * What is known can be enough: who begins after the other's end shares nothing, whatever the other ends are.
 */
function sharesDay(a: OpenRange, b: OpenRange): 'yes' | 'no' | undefined {
  if (endsBefore(a, b) || endsBefore(b, a)) return 'no';
  if (endsWithin(a, b) || endsWithin(b, a)) return 'yes';
  if (meets(a, b) || meets(b, a)) return 'yes';
  if (a.from === undefined || b.from === undefined) return undefined;
  if (a.from === b.from) return 'yes';
  const [first, laterStart] = a.from < b.from ? [a, b.from] : [b, a.from];
  return first.to === undefined ? undefined : first.to >= laterStart ? 'yes' : 'no';
}

function endsWithin(a: OpenRange, b: OpenRange): boolean {
  return a.to !== undefined && isDated(b) && b.from <= a.to && a.to <= b.to;
}

/** "14 Ağustos'ta bitiyor, öbürü 14 Ağustos'ta başlıyor": that day is shared, whatever the other ends are. */
function meets(a: OpenRange, b: OpenRange): boolean {
  return a.to !== undefined && a.to === b.from;
}

function endsBefore(a: OpenRange, b: OpenRange): boolean {
  return a.to !== undefined && b.from !== undefined && a.to < b.from;
}

/** The days two internships share, where they are known: both are fully dated, or one ends on the day the other begins. */
export function sharedDays(facts: Facts, a: number, b: number): DateRange | null {
  const [x, y] = [daysOf(facts, a), daysOf(facts, b)];
  if (isDated(x) && isDated(y)) return overlapOf(x, y);
  const day = meets(x, y) ? x.to : meets(y, x) ? y.to : undefined;
  return day === undefined ? null : { from: day, to: day };
}

/** The days an internship shares with the term (up to the internship's end where the term's is not given), and the latest end before it. */
export function termClash(facts: Facts, n: number): { overlap: { from: string; to: string } | null; shortenedEnd?: string } {
  const days = daysOf(facts, n);
  const term = openEnded(termOf(facts));
  if (!isDated(days) || !isDated(term)) return { overlap: null };
  const overlap = overlapOf(days, term);
  return overlap && days.from < term.from ? { overlap, shortenedEnd: addDays(term.from, -1) } : { overlap };
}

function isDated(range: OpenRange): range is { from: string; to: string } {
  return range.from !== undefined && range.to !== undefined;
}

import { MAX_INTERNSHIPS } from '../../facts.js';
import type { Assumption, PlacedFact, ReadingProblem } from '../reading.js';
import { type Pointer, type Pointing, pointerBefore } from '../several/pointings.js';
import { firstOf, type Hypothesis, type Period } from './hypotheses.js';
import type { Lengthened } from './lengths.js';
import type { DateMention, DatesTold } from './mentions.js';
import type { RoleOdds } from './model.js';

/** Where a date of an internship stands, and in which sentence. */
interface DatePlace {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

/** The dates of a case, told apart. */
export interface DatesRead {
  readonly facts: readonly PlacedFact[];
  readonly problems: readonly ReadingProblem[];
  readonly assumptions: readonly Assumption[];
  /** Where dates stand in the folded text, whosever they are. */
  readonly places: readonly { start: number; end: number }[];
  /** Where the dates of each internship stand, by its number. */
  readonly internships: ReadonlyMap<number, readonly DatePlace[]>;
  /** True if they are only supposed. */
  readonly supposed: boolean;
}

/** The original words between two places of the folded text. */
type Words = (start: number, end: number) => string;

const KINDS = { workdays: 'working-days', days: 'days', weeks: 'weeks', months: 'months' } as const;
/** A date that cannot be is asked about, unless it is this likely none of the case. */
const OF_NOTHING = Math.log(0.5);

/** A hypothesis with the ends that lengths give. */
export interface Taken {
  readonly hypothesis: Hypothesis;
  readonly lengthened: readonly Lengthened[];
}

/** The facts of the way in which the mentions of a text were taken, and what is to be asked or said of them. */
export function factsOf(
  { hypothesis, lengthened }: Taken,
  { mentions, vague, bounds }: DatesTold,
  odds: readonly RoleOdds[],
  pointings: readonly Pointing[],
  words: Words,
): Omit<DatesRead, 'supposed'> {
  const wordsOf = ({ start, end }: DateMention) => words(start, end);
  const mentionOf = (by: number) => mentions[by] as DateMention;
  const facts: PlacedFact[] = [];
  const assumptions: Assumption[] = [];
  const problems: ReadingProblem[] = [
    ...mentions.flatMap((one, at) =>
      one.problem && !hypothesis.used[at] && (odds[at]?.none ?? 0) < OF_NOTHING ? [{ kind: one.problem, words: wordsOf(one) }] : [],
    ),
    ...vague.map(({ start, end }) => ({ kind: 'ambiguous' as const, words: words(start, end) })),
  ];
  const internships = new Map<number, DatePlace[]>();
  const numbers = numbersOf(hypothesis.internships, (by) => pointerTo(mentionOf(by), pointings, bounds));
  hypothesis.internships.forEach((period, at) => {
    const { from, to } = period;
    const number = numbers[at] ?? at + 1;
    if (number > MAX_INTERNSHIPS) return;
    const id = `internship${number}`;
    internships.set(number, [...new Set([from, to].flatMap((day) => (day ? [day.by] : [])))].map(mentionOf));
    if (from && to && from.date > to.date) {
      problems.push({ kind: 'end-before-start', words: `${wordsOf(mentionOf(from.by))} … ${wordsOf(mentionOf(to.by))}` });
      return;
    }
    facts.push(...datesOf(id, period));
    if (to && mentionOf(to.by).weeks) assumptions.push({ kind: 'weeks', words: wordsOf(mentionOf(to.by)), id: `${id}.to` });
    const length = lengthened.find((one) => one.period === at);
    if (!length) return;
    const { duration } = length;
    const told = { id: `${id}.to`, words: words(duration.start, duration.end) };
    facts.push({ ...told, value: length.to, at: duration.start });
    assumptions.push({ ...told, kind: KINDS[duration.unit] });
  });
  return { facts: [...facts, ...termFacts(hypothesis.term)], problems, assumptions, places: mentions, internships };

  function datesOf(id: string, { from, to }: Period): PlacedFact[] {
    const fact = (end: 'from' | 'to', day: Period['from']) =>
      day ? [{ id: `${id}.${end}`, value: day.date, words: wordsOf(mentionOf(day.by)), at: mentionOf(day.by).start }] : [];
    return [...fact('from', from), ...fact('to', to)];
  }

  /** The term asked about is the one that begins; an end before that is the last one's. */
  function termFacts(term: Period | null): PlacedFact[] {
    if (!term) return [];
    const isPrevious = term.from !== null && term.to !== null && term.to.date < term.from.date;
    return datesOf('term', term).map((fact) => (isPrevious && fact.id === 'term.to' ? { ...fact, id: 'previousTerm.to' } : fact));
  }
}

/** The word that points to the internship of a mention: before it, else right after it in its clause. */
function pointerTo(
  { start, end, left, right }: DateMention,
  pointings: readonly Pointing[],
  { clauseEnd }: DatesTold['bounds'],
): Pointer | null {
  const after = right > clauseEnd(end) ? pointerBefore(pointings, end, clauseEnd(end)) : undefined;
  const pointer = pointerBefore(pointings, left, start) ?? after;
  return pointer && pointer.to !== 'all' ? pointer.to : null;
}

/** Numbers internships: as "ilki" and "ikincisi" say, the others in order; "diğeri" is never the first. */
function numbersOf(internships: readonly Period[], pointerAt: (by: number) => Pointer | null): number[] {
  const told = internships.map((period) => pointerAt(firstOf(period)));
  // "Üç mülakata gittim, üçüncüsünde …": of two that are dated none is the third.
  const pointers = told.map((pointer) => (internships.length === 2 && pointer === 3 ? null : pointer));
  const numbers: (number | null)[] = pointers.map((pointer, at) =>
    typeof pointer === 'number' && pointers.indexOf(pointer) === at ? pointer : null,
  );
  const free = (least: number) => {
    let number = least;
    while (numbers.includes(number)) number++;
    return number;
  };
  pointers.forEach((pointer, at) => {
    numbers[at] ??= free(pointer === 'other' ? 2 : 1);
  });
  return numbers as number[];
}

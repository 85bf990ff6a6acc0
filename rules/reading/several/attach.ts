import type { Clause } from '../clauses.js';
import { between, hitsOf } from '../cues.js';
import type { Lexicon } from '../lexicon.js';
import type { Searched, Span } from '../patterns.js';
import type { PlacedFact } from '../reading.js';
import type { Said } from '../statements.js';
import type { Pointer, Pointing } from './pointings.js';

/** What is known of the internships of a message when its statements are tied to them. */
export interface Known {
  /** Where the dates of each stand, by its number. */
  readonly dated: ReadonlyMap<number, readonly { start: number; end: number; sentence: number }[]>;
  /** How many are spoken of, 1 at least. */
  readonly count: number;
  /** The words that point to one of them. */
  readonly pointings: readonly Pointing[];
  /** Number of the one outside the programme that is told apart from two of it. */
  readonly apart: number | null;
}

/** Ties each statement about an internship to the one it is about; without a cue, to each of them. */
export function attach(
  text: Searched,
  said: readonly Said[],
  clauses: readonly Clause[],
  known: Known,
  lexicon: Lexicon,
  words: (start: number, end: number) => string,
): PlacedFact[] {
  const { pointings } = known;
  const pronouns = hitsOf(text, lexicon, ['pronoun']);
  const all = Array.from({ length: known.count }, (_, index) => index + 1);
  const pointedBy = (one: Pointing, clause: Clause): readonly number[] => {
    if (isOfAllNamed(pointings, clause)) return all;
    return isPair(one, text) ? all.slice(0, 2) : numbersOf(one.to, known, all);
  };
  const targetsOf = (clause: Clause, place: Span): readonly number[] => {
    if (known.count === 1) return all;
    const pointer = pointerIn(pointings, clause, place);
    if (pointer) return pointedBy(pointer, clause);
    // "Kabul ettiğim iki staj: 3-28 Ağustos …": what stands before the colon is said of all that follow.
    const own = datedIn(
      known,
      (at) => at.start >= clause.start && at.end <= clause.end && !text.text.slice(place.end, at.start).includes(':'),
    );
    if (own.length === 1) return own;
    const byProgramme = numberByValue(said, 'programme', clause);
    if (byProgramme && known.dated.size < 2) return [byProgramme];
    const previous = clauses[clauses.indexOf(clause) - 1];
    const refersBack = text.text[clause.start - 1] === '(' || between(pronouns, clause.start, clause.end).length > 0;
    return previous && previous.sentence === clause.sentence && refersBack ? targetsOf(previous, place) : inSentence(clause);
  };
  const inSentence = (clause: Clause): readonly number[] => {
    const { sentence } = clause;
    const dated = datedIn(known, (place) => place.sentence === sentence);
    const pointedAt = new Set(
      pointings.filter((one) => one.to !== 'all' && sentenceOf(clauses, one.start) === sentence).map((one) => one.to),
    );
    if (dated.length > 1 || pointedAt.size > 1) return all;
    if (dated.length === 0 && pointedAt.size === 0 && isOnlyOther && isBeforeOther(clause)) return [1];
    const [only] = pointedAt;
    if (only === 'other' && isBeforeOther(clause)) return [1];
    if (only) return numbersOf(only, known, all);
    return dated.length === 1 ? dated : all;
  };
  const isOnlyOther = pointings.length > 0 && pointings.every(({ to }) => to === 'other');
  /** "Kabul ettiğim stajı bırakacağım, bir staj daha var": what is said before another one comes up is said of the first. */
  const isBeforeOther = ({ end }: Clause): boolean => pointings.every(({ to, start }) => to !== 'other' || start >= end);
  const contrasts = hitsOf(text, lexicon, ['contrast']);
  /** "Birinin belgesi geldi, belediyeninki ise gelmedi": what is set against each other is said of one each. */
  const contrasted = (one: Said): readonly number[] => {
    if (known.apart && one.fact === 'programme')
      return one.value === 'outside' ? [known.apart] : all.filter((number) => number !== known.apart);
    const targets = targetsOf(one.clause, one);
    const number = targets.length > 1 && contrasts.length > 0 ? numberByValue(said, one.fact, one.clause) : null;
    return number && number <= known.count ? [number] : targets;
  };
  return said.flatMap((one) =>
    contrasted(one).map((number) => ({
      id: `internship${number}.${one.fact}`,
      value: one.value,
      words: words(one.start, one.end),
      at: one.start,
    })),
  );
}

/**
 * "Seferberlikten birine girdim, bir de kendim buldum": two values of a fact are told of two internships, in the order in which they
 * are spoken of.
 */
function numberByValue(said: readonly Said[], fact: Said['fact'], clause: Clause): number | null {
  const told = said.filter((one) => one.fact === fact).toSorted((one, other) => one.start - other.start);
  const values = [...new Set(told.map(({ value }) => value))];
  const own = told.find((one) => one.start >= clause.start && one.end <= clause.end) ?? told.find((one) => one.clause === clause);
  return own && values.length > 1 ? values.indexOf(own.value) + 1 : null;
}

/** "Ablam da ben de kabul ettik": named side by side, with nothing said between. */
function isOfAllNamed(pointings: readonly Pointing[], clause: Clause): boolean {
  const named = pointings.filter((one) => one.name && one.start >= clause.start && one.end <= clause.end);
  return named.some((one) =>
    named.some((other) => other.to !== one.to && other.start - one.end > 0 && other.start - one.end <= SIDE_BY_SIDE),
  );
}

/** Letters that a particle takes between two names. */
const SIDE_BY_SIDE = 4;

function pointerIn(pointings: readonly Pointing[], clause: Clause, place: { start: number; end: number }): Pointing | undefined {
  const inClause = pointings.filter((one) => one.start >= clause.start && one.end <= clause.end);
  return inClause.filter((one) => one.start <= place.start).at(-1) ?? inClause.find((one) => one.start > place.start);
}

/** "İkisini kabul ettim, üçüncüye cevap vermedim": of three "ikisi" are the first two. */
function isPair({ start }: Pointing, { text }: Searched): boolean {
  return /^(?:her iki|ikisi)/.test(text.slice(start));
}

function numbersOf(pointer: Pointer, known: Known, all: readonly number[]): readonly number[] {
  if (pointer === 'all') return all;
  const number = pointer === 'other' ? Math.max(2, known.count) : pointer;
  return number <= known.count ? [number] : all;
}

function datedIn(known: Known, holds: (place: { start: number; end: number; sentence: number }) => boolean): number[] {
  return [...known.dated].filter(([, places]) => places.some(holds)).map(([number]) => number);
}

function sentenceOf(clauses: readonly Clause[], at: number): number | undefined {
  return clauses.find((clause) => at >= clause.start && at < clause.end)?.sentence;
}

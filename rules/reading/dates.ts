import { internshipFact } from '../facts.js';
import { type Assigned, assign } from './assign.js';
import type { Clause } from './clauses.js';
import type { Pointing } from './internships.js';
import type { Lexicon } from './lexicon.js';
import type { Boundaries } from './marked.js';
import { findAll, finds, type Patterns, type Searched, searched } from './patterns.js';
import { type Dated, findDates } from './ranges.js';
import { fillMonths, resolve } from './resolve.js';
import { giveRoles } from './roles.js';
import { type PlainText, type Token, wordsAt } from './tokens.js';

/** Reads all dates of a message and tells which internship, or the teaching term, each belongs to. */
export function readDates(
  plain: PlainText,
  text: Searched,
  tokens: readonly Token[],
  clauses: readonly Clause[],
  pointings: readonly Pointing[],
  lexicon: Lexicon,
): Assigned & { readonly supposed: boolean } {
  const words = (start: number, end: number) => wordsAt(plain, start, end);
  const found = findDates(tokens);
  const place = <T extends { first: number; next: number }>(one: T): T & { start: number; end: number } => ({
    ...one,
    start: tokens[one.first]?.start ?? 0,
    end: tokens[one.next - 1]?.end ?? 0,
  });
  const bounds = boundariesOf(clauses, plain.folded.length);
  const dated = fillMonths(
    found.dated.map((one): Dated & { start: number; end: number } => place(one)),
    found.named.map(place),
    (at) => bounds.sentenceOf(at).index,
  );
  const given = giveRoles(text, resolve(dated, yearMeant(tokens, dated, lexicon.defaultYear)), lexicon, bounds);
  // "14 Eylül demişlerdi, 28 Eylül'e ertelediler": what stood once is no fact where something stands in its place.
  const owned = given.filter(
    ({ superseded, owner }, at) => !superseded || !given.slice(at + 1).some((later) => later.owner === owner && !later.superseded),
  );
  const durations = found.durations.map(place).filter((one) => isLength(plain.folded, one, lexicon));
  // "Stajım 7 eylül-2 ekim; 25 eylülde bitse?": beside dates that stand, what is only supposed is no fact of the case.
  const stands = owned.filter(({ supposed }) => !supposed);
  const isDated = stands.some(({ owner, role }) => owner === 'internship' && role !== null);
  const apart = assign(isDated ? stands : owned, durations, pointings, bounds, words);
  const shared = finds(lexicon.cues.sameDates, text) && finds(lexicon.cues.several, text);
  const assigned = shared ? sharedByTwo(apart) : apart;
  const vague = found.vague.map(place).map(({ start, end }) => ({ kind: 'ambiguous' as const, words: words(start, end) }));
  return { ...assigned, problems: [...assigned.problems, ...vague], supposed: !isDated && owned.some(({ supposed }) => supposed) };
}

/** "İkisi de 7 Eylül-2 Ekim": where one range is given for two internships, it is the other's too. */
function sharedByTwo(assigned: Assigned): Assigned {
  const [places, ...others] = [...assigned.internships.values()];
  const own = assigned.facts.filter(({ id }) => internshipFact(id)?.internship === 1);
  if (!places || others.length > 0 || own.length < 2) return assigned;
  return {
    ...assigned,
    facts: [...assigned.facts, ...own.map((fact) => ({ ...fact, id: fact.id.replace('internship1', 'internship2') }))],
    internships: new Map([
      [1, places],
      [2, places],
    ]),
  };
}

/** The year of dates that write none: the one later year that stands by itself ("2021 yılında", "2021 yazında"), else the programme's. */
function yearMeant(tokens: readonly Token[], dated: readonly Dated[], defaultYear: number): number {
  if (dated.some(({ from, to }) => from.year !== null || to.year !== null)) return defaultYear;
  // "2020-2021" is a year of study.
  const isPart = (at: number) => tokens[at - 1]?.text === '-' || tokens[at - 1]?.text === '/';
  const years = tokens
    .filter(
      ({ kind, value, text }, at) =>
        kind === 'number' && text.length === 4 && value > defaultYear && value < defaultYear + 10 && !isPart(at),
    )
    .map(({ value }) => value);
  return new Set(years).size === 1 ? (years[0] as number) : defaultYear;
}

/** False for "bölüm 20 gün istiyor", "3 gün sonra", "son 5 gün": these are no lengths of an internship. */
function isLength(folded: string, { start, end }: { start: number; end: number }, lexicon: Lexicon): boolean {
  const [, after = ''] = /^[^a-z,;:.?!]*([a-z]+)/.exec(folded.slice(end, end + 20)) ?? [];
  const before = /[a-z]+(?=[^a-z]*$)/.exec(folded.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  const is = (word: string, patterns: Patterns) => findAll(patterns, searched(word))[0]?.start === 0;
  if (before === 'itibaren') return true;
  return !is(after, lexicon.cues.notLength) && !is(before, lexicon.cues.notLengthBefore);
}

function boundariesOf(clauses: readonly Clause[], length: number): Boundaries {
  const clauseAt = (at: number) => clauses.find((clause) => at <= clause.end) ?? { start: 0, end: length, sentence: 0 };
  const sentences = new Map<number, { start: number; end: number; index: number }>();
  for (const { sentence, start, end } of clauses)
    sentences.set(sentence, { start: sentences.get(sentence)?.start ?? start, end, index: sentence });
  return {
    sentenceOf: (at) => sentences.get(clauseAt(at).sentence) ?? { start: 0, end: length, index: 0 },
    clauseEnd: (at) => clauseAt(at).end,
  };
}

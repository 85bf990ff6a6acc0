import type { Analysis } from '../analysis.js';
import { type Boundaries, boundariesOf } from '../clauses.js';
import { between, hitsOf } from '../cues.js';
import type { Lexicon } from '../lexicon.js';
import { findAll, type Patterns, type Span, searched } from '../patterns.js';
import { type Dated, type Duration, findDates } from '../ranges.js';
import { fillMonths, type Resolved, resolve } from '../resolve.js';
import { type Token, wordsAt } from '../tokens.js';
import { type Referring, withReferring } from './referring.js';

/** A mention of dates on the calendar, with where it stands. */
export interface DateMention extends Referring {
  /** The part of its sentence that lies between the mentions beside it. */
  readonly left: number;
  readonly right: number;
  readonly sentence: number;
  /** What it would begin or end where the date is only supposed: "ya 25 eylülde bitse". */
  readonly supposed: 'start' | 'end' | null;
  /** The second day of a range in -den -e or with an arrow, which something may have been moved to: "2 ekimden 18 eylüle çektirdim". */
  readonly reached: string | null;
}

/** A duration with its place. */
export type PlacedDuration = Duration & Span;

/** Nobody tells a case in more dates or lengths; a list pasted by mistake would take long. */
const MOST_MENTIONS = 24;

/** All that a message says of dates, in its order; whose they are is another question. */
export interface DatesTold {
  readonly mentions: readonly DateMention[];
  readonly durations: readonly PlacedDuration[];
  /** Where it says neither when something begins nor when it ends: "7 eylül haftası". */
  readonly vague: readonly Span[];
  readonly bounds: Boundaries;
}

/** Finds the dates of a message and brings them to the calendar. */
export function datesTold({ plain, searchable, tokens, clauses }: Analysis, lexicon: Lexicon): DatesTold {
  const found = findDates(tokens);
  const place = <T extends { first: number; next: number }>(one: T): T & Span => ({
    ...one,
    start: tokens[one.first]?.start ?? 0,
    end: tokens[one.next - 1]?.end ?? 0,
  });
  const bounds = boundariesOf(clauses, plain.folded.length);
  const dated = fillMonths(
    found.dated.map((one): Dated & Span => place(one)),
    found.named.map(place),
    (at) => bounds.sentenceOf(at).index,
  );
  const inFull = resolve(dated.slice(0, MOST_MENTIONS), yearMeant(tokens, dated, lexicon.defaultYear));
  const resolved = withReferring(inFull, searchable, lexicon, (at) => bounds.sentenceOf(at).index).slice(0, MOST_MENTIONS);
  const supposed = hitsOf(searchable, lexicon, ['supposedStart', 'supposedEnd']);
  return {
    mentions: resolved.map((date, at) => {
      const { start, end, index } = bounds.sentenceOf(date.start);
      const left = Math.max(start, resolved[at - 1]?.end ?? 0);
      const right = Math.min(end, resolved[at + 1]?.start ?? end);
      const [verb] = between(supposed, date.end, Math.min(right, bounds.clauseEnd(date.end)));
      return {
        ...date,
        left,
        right,
        sentence: index,
        supposed: verb ? (verb.cue === 'supposedEnd' ? 'end' : 'start') : null,
        reached: reachedBy(date, wordsAt(plain, date.start, date.end)),
      };
    }),
    durations: found.durations
      .map(place)
      .filter((one) => isLength(plain.folded, one, lexicon))
      .slice(0, MOST_MENTIONS),
    vague: found.vague.map(place),
    bounds,
  };
}

const ARROW = /->|=>|→/;

/** In the year of the first day where it writes none: what is moved may come before it. */
function reachedBy({ kind, from, to, fromDate, toDate }: Resolved, words: string): string | null {
  const isFromTo = kind === 'range' && ((from.suffix === 'from' && to.suffix === 'to') || ARROW.test(words));
  if (!isFromTo || !fromDate || !toDate) return null;
  return to.year === null ? fromDate.slice(0, 4) + toDate.slice(4) : toDate;
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
function isLength(folded: string, { start, end }: Span, lexicon: Lexicon): boolean {
  const [, after = ''] = /^[^a-z,;:.?!]*([a-z]+)/.exec(folded.slice(end, end + 20)) ?? [];
  const before = /[a-z]+(?=[^a-z]*$)/.exec(folded.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  const is = (word: string, patterns: Patterns) => findAll(patterns, searched(word))[0]?.start === 0;
  if (before === 'itibaren') return true;
  return !is(after, lexicon.cues.notLength) && !is(before, lexicon.cues.notLengthBefore);
}

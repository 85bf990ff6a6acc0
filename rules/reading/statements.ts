import type { Goal } from '../facts.js';
import type { Clause } from './clauses.js';
import { between, type Hit, hitsOf } from './cues.js';
import type { Lexicon, Stated, Statement } from './lexicon.js';
import { findAll, finds, type Patterns, type Searched, type Span, searched } from './patterns.js';

/** A statement found in a clause, with its place in the folded text. `rank` is its place in the lexicon: the lowest wins. */
export interface Said extends Span {
  readonly fact: Stated;
  readonly value: string;
  readonly rank: number;
  /** The goal without which it is not taken. */
  readonly goal: Goal | null;
  readonly clause: Clause;
}

/** A question particle right after, or written together with the verb: "çakışıyor mu", "çakışıyormu". */
const ASKED_AFTER = /^[^a-z\d]{1,3}m[iu](?:y[iu]m|y[iu]z|s[iu]n|s[iu]n[iu]z|yd[iu]|ydi|dir)?(?![a-z])/;
const ASKED = /(?:r|yo|[dt][iu]|[dt][iu]m|[dt][iu]k|m[iu]s|z|yok)m[iu](?:y[iu]m|y[iu]z|s[iu]n|s[iu]n[iu]z)?$/;
/** "çakışıyorsa", "vermezse": a condition is no statement. */
const IF = /(?:r|z|y|[dt][iu]|m[iu]s|k)s[ae](?:m|k|n|niz|lar|ler)?$/;
/** A negation counts if it is the next word, or the one after a filler ("raporum falan yok"). */
const NEGATION_REACH = 2;

/** Finds every statement of the lexicon that the clauses of a text make. */
export function statementsOf(text: Searched, clauses: readonly Clause[], lexicon: Lexicon): Said[] {
  const negations = hitsOf(text, lexicon, ['negation']);
  return clauses.flatMap((clause) => {
    const part = searched(text.text.slice(clause.start, clause.end));
    return lexicon.statements.flatMap((statement, rank) => {
      const place = placeIn(part, text.text, clause, statement, negations);
      return place ? [{ fact: statement.fact, value: statement.value, rank, goal: statement.goal, clause, ...place }] : [];
    });
  });
}

function placeIn(
  part: Searched,
  folded: string,
  clause: Clause,
  { fact, exactly, says, unless }: Statement,
  negations: readonly Hit[],
): Span | null {
  const inText = (patterns: Patterns) =>
    findAll(patterns, part)
      .map(({ start, end }) => ({ start: clause.start + start, end: clause.start + end }))
      .filter((span) => fact === 'count' || isSaid(folded, span));
  const isSaidSo = (span: Span) => !isDenied(folded, clause, span, negations) && !isNeither(folded, span);
  const places = [...inText(exactly), ...inText(says).filter(isSaidSo)];
  const [first] = places.sort((one, other) => one.start - other.start);
  return first && !finds(unless, part) ? first : null;
}

function isSaid(folded: string, { start, end }: Span): boolean {
  const words = folded.slice(start, end);
  return !ASKED_AFTER.test(folded.slice(end, end + 12)) && !ASKED.test(words) && !IF.test(words);
}

/** A finite verb has said yes or no itself: "yazı geldi belge yok". */
const FINITE = /(?:[dt][iu]|m[iu]s|yor)(?:m|k|ler|lar)?$/;

function isDenied(folded: string, clause: Clause, hit: Span, negations: readonly Hit[]): boolean {
  if (FINITE.test(folded.slice(hit.start, hit.end))) return false;
  return between(negations, hit.end, clause.end).some(
    (negation) => (folded.slice(hit.end, negation.start).match(/[a-z\d]+/g) ?? []).length < NEGATION_REACH,
  );
}

/** "Ne belge verdiler ne de yazı geldi": whatever stands behind the first "ne" of a sentence that has a second is denied. */
export const NEITHER =
  /(?<![a-z])ne (?!zaman|kadar|ol|yap|icin|gibi|de )[^.?!\n]{1,120}?(?<![a-z])ne (?!zaman|kadar|ol|yap|icin|gibi)[^.?!\n]*/g;

function isNeither(folded: string, { start, end }: Span): boolean {
  return [...folded.matchAll(NEITHER)].some((found) => found.index <= start && found.index + found[0].length >= end);
}

/** Statements in the order of the lexicon, so that of two values for a fact the first listed comes first. */
export function byRank(said: readonly Said[]): Said[] {
  return [...said].sort((one, other) => one.rank - other.rank);
}

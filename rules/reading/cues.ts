import type { CueName, Lexicon } from './lexicon.js';
import { findAll, type Searched, type Span } from './patterns.js';

/** A cue found at `start`–`end` of the folded text. */
export interface Hit extends Span {
  readonly cue: CueName;
}

/** Finds all hits of the named cues, in order. */
export function hitsOf(text: Searched, lexicon: Lexicon, names: readonly CueName[]): Hit[] {
  const hits = names.flatMap((cue) => findAll(lexicon.cues[cue], text).map((span): Hit => ({ cue, ...span })));
  return hits.sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Drops hits that lie inside a longer one ("staj dönemi" is an internship's, though "dönemi" is a term's). */
export function outermost(hits: readonly Hit[]): Hit[] {
  return hits.filter(
    (hit) => !hits.some((other) => other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start),
  );
}

/** The hits that lie wholly between two places. */
export function between(hits: readonly Hit[], start: number, end: number): Hit[] {
  return hits.filter((hit) => hit.start >= start && hit.end <= end);
}

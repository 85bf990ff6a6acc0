import { addDays } from '../../calendar.js';
import { hitsOf } from '../cues.js';
import type { Lexicon } from '../lexicon.js';
import type { Searched, Span } from '../patterns.js';
import type { Resolved } from '../resolve.js';
import { suffixOf } from '../suffixes.js';

/** A day told by pointing back: the day itself, or the one after it. */
type Reference = 'same' | 'next';

/** A mention on the calendar; `refers` says how, where it only points back to the one before it. */
export interface Referring extends Resolved {
  readonly refers: Reference | null;
}

const REFERENCES = { sameDay: 'same', dayAfter: 'next' } as const;
/** It points to a date of the same sentence, or of so many before it. */
const REACH = 1;

/** The mentions of a text with those that only point back ("aynı gün", "ertesi gün") among them, in order. */
export function withReferring(
  resolved: readonly Resolved[],
  text: Searched,
  lexicon: Lexicon,
  sentenceOf: (at: number) => number,
): Referring[] {
  if (resolved.length === 0) return [];
  const told = resolved.map((one): Referring => ({ ...one, refers: null }));
  const found = hitsOf(text, lexicon, ['sameDay', 'dayAfter']).flatMap((hit): Referring[] => {
    const before = resolved.findLast((one) => one.end <= hit.start && !isAside(one, hit, text.text));
    const isApart = resolved.every(({ start, end }) => hit.end <= start || hit.start >= end);
    const refers = REFERENCES[hit.cue as keyof typeof REFERENCES];
    const date = before?.problem === null && sentenceOf(hit.start) - sentenceOf(before.start) <= REACH ? before.toDate : null;
    return before && date && isApart ? [pointing(before, hit, refers, date, text)] : [];
  });
  return [...told, ...found].sort((one, other) => one.start - other.start);
}

/** "28'inde bitiyor (31 ağustosta girdim), aynı gün": a date in brackets is not what is pointed back to from behind them. */
function isAside({ end }: Span, { start }: Span, text: string): boolean {
  return /^[^(]*\)/.test(text.slice(end, start));
}

function pointing(before: Resolved, { start, end }: Span, refers: Reference, date: string, { text }: Searched): Referring {
  const day = refers === 'same' ? date : addDays(date, 1);
  const [ending = ''] = /(?<=gun|tarih)[a-z]*$/.exec(text.slice(start, end)) ?? [];
  const mention = { ...before.to, suffix: suffixOf(ending) };
  return { ...before, kind: 'point', from: mention, to: mention, weeks: false, start, end, fromDate: day, toDate: day, refers };
}

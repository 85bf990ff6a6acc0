import { hitsOf } from './cues.js';
import type { Lexicon } from './lexicon.js';
import { finds, type Searched, searched } from './patterns.js';
import { findDates } from './ranges.js';
import { LONGEST_SHIFT, type Shift } from './reading.js';
import type { Pointing } from './several/pointings.js';
import type { Token } from './tokens.js';

/** How far from its length the verb of moving may stand: "5 gün sonraya kaydırırsak". */
const REACH = 30;
const DAYS = { days: 1, weeks: 7, workdays: null, months: null } as const;

/** "Tarihi 5 gün kaydırırsak", "ikincisini bir hafta öne alsak": an internship moved by so many days, or null. */
export function shiftIn(text: Searched, tokens: readonly Token[], pointings: readonly Pointing[], lexicon: Lexicon): Shift | null {
  const verbs = hitsOf(text, lexicon, ['shift']);
  if (verbs.length === 0) return null;
  for (const { count, unit, next } of findDates(tokens).durations) {
    const end = tokens[next - 1]?.end ?? 0;
    const verb = verbs.find(({ start }) => start >= end && start - end <= REACH);
    const length = DAYS[unit];
    if (!verb || length === null) continue;
    const earlier = finds(lexicon.cues.shiftEarlier, searched(text.text.slice(end, verb.end)));
    const [pointed] = pointings.filter(({ to }) => to !== 'all');
    const days = Math.min(count * length, LONGEST_SHIFT);
    return { days: earlier ? -days : days, internship: pointed ? pointed.to : null };
  }
  return null;
}

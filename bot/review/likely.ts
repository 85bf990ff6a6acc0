import { SMALLTALK } from '../../knowledge/matcher/examples.js';
import type { Match } from '../../knowledge/matcher/matcher.js';
import { evidenceOf } from '../../rules/reading/evidence.js';
import type { Deps } from '../conversation/deps.js';
import type { Group } from './groups.js';

/** Where a group of questions probably belongs, as the matcher sees it today. */
export interface Likely {
  /** The likeliest official questions, best first, with their mean probability over the group. */
  readonly ranked: readonly { readonly entry: string; readonly probability: number }[];
  /** The refusal subject that most of it resembles, where none of the official questions is likely; `sure` where the bot would name it. */
  readonly subject: { readonly id: string; readonly sure: boolean } | null;
  /** Where its texts would be of use, or null where a person has to say. */
  readonly target: Target | null;
}

export interface Target {
  readonly kind: 'entry' | 'refusal';
  readonly id: string;
  /** False where it is likelier wrong than right: a person has to look. */
  readonly sure: boolean;
}

/** From this mean probability on, a question is taken to be the one meant: it is what the bot would offer. */
const WORTH = 0.2;
/** From here on it is likelier right than wrong. */
const SURE = 0.5;
const SHOWN = 3;

export type MatchText = (text: string) => Match;

/** The matcher of a bot with the evidence that its reader finds. Remembers: a text is asked for when it is grouped and when it is placed. */
export function matchOf({ matcher, read }: Deps): MatchText {
  const known = new Map<string, Match>();
  return (text) => {
    const found = known.get(text) ?? matcher.match(text, evidenceOf(read(text)));
    known.set(text, found);
    return found;
  };
}

/** Where a single text seems to belong: the subject it would be refused by, or the likeliest question. */
export function placeOf(match: MatchText): (text: string) => string | null {
  return (text) => {
    const { band, subject, ranked } = match(text);
    return (band === 'none' ? subject?.id : ranked[0]?.entry) ?? null;
  };
}

/**
 * Where a group belongs. An answer that was disliked is no target: the same words under the same question would only make the bot
 * surer of what did not please.
 */
export function likelyOf({ questions }: Group, match: MatchText, { refusals, smalltalk }: Deps['knowledge']): Likely {
  const matches = questions.map(({ text, times }) => ({ times, match: match(text) }));
  const all = matches.reduce((sum, { times }) => sum + times, 0);
  const sums = new Map<string, number>();
  for (const one of matches)
    for (const { entry, probability } of one.match.ranked) sums.set(entry, (sums.get(entry) ?? 0) + probability * one.times);
  const ranked = [...sums].map(([entry, sum]) => ({ entry, probability: sum / all })).sort((a, b) => b.probability - a.probability);
  const disliked = new Set(questions.flatMap(({ doubts, answered }) => (doubts.disliked ? answered : [])));
  const [best] = ranked;
  if (best && best.probability >= WORTH) {
    const found = ranked.find((one) => !disliked.has(one.entry) && one.probability >= WORTH);
    const target = found ? { kind: 'entry' as const, id: found.entry, sure: found.probability >= SURE } : null;
    return { ranked: ranked.slice(0, SHOWN), subject: null, target };
  }
  const subject = mostFrequent(matches.map((one) => ({ times: one.times, subject: one.match.subject })));
  const isRefusal = refusals.some(({ id }) => id === subject?.id);
  const known = isRefusal || smalltalk.some(({ id }) => id === subject?.id);
  return {
    ranked: ranked.slice(0, SHOWN),
    subject: known ? subject : null,
    target: subject && isRefusal ? { kind: 'refusal', id: subject.id, sure: subject.sure } : null,
  };
}

function mostFrequent(votes: readonly { readonly times: number; readonly subject: Match['subject'] }[]): Match['subject'] {
  const sums = new Map<string, { times: number; sure: boolean }>();
  for (const { times, subject } of votes) {
    if (!subject) continue;
    const known = sums.get(subject.id);
    sums.set(subject.id, { times: (known?.times ?? 0) + times, sure: subject.sure || (known?.sure ?? false) });
  }
  const [best] = [...sums].sort(([, a], [, b]) => b.times - a.times);
  return best ? { id: best[0], sure: best[1].sure } : null;
}

/** The family (folder) of a refusal subject; that of small talk where it is none. */
export function familyOf(id: string, { refusals }: Deps['knowledge']): string {
  return refusals.find((refusal) => refusal.id === id)?.family ?? SMALLTALK;
}

import type { Analysis } from '../analysis.js';
import type { Pointing } from '../internships.js';
import type { Lexicon } from '../lexicon.js';
import { wordsAt } from '../tokens.js';
import { type DatesRead, factsOf } from './facts.js';
import { type Hypothesis, hypothesesOf } from './hypotheses.js';
import { type Lengthened, lengthsOf } from './lengths.js';
import { type DatesTold, datesTold } from './mentions.js';
import { certain, type RoleOdds, roleOdds, type TrainedDates } from './model.js';
import { type Grounds, groundsFor, plausibility } from './plausibility.js';
import { settingOf } from './setting.js';
import { mentionTraits } from './traits.js';

export type { DatesRead } from './facts.js';

/** A hypothesis with the ends that lengths give, and what speaks for it. */
export interface Weighed {
  readonly hypothesis: Hypothesis;
  readonly lengthened: readonly Lengthened[];
  readonly grounds: Grounds;
}

/**
 * Reads all dates of a message and tells which internship, or the teaching term, each belongs to: how likely each mention begins or ends
 * one is learned from examples; of all ways to take the mentions together the most plausible one is taken.
 * @param pointings the words that point to one of several internships
 */
export function readDates(analysis: Analysis, pointings: readonly Pointing[], lexicon: Lexicon, trained: TrainedDates): DatesRead {
  const told = datesTold(analysis, lexicon);
  const { mentions } = told;
  const odds = rolesIn(analysis, told, lexicon, trained);
  // "Stajım 7 eylül-2 ekim; 25 eylülde bitse?": beside dates that stand, what is only supposed is no fact of the case.
  const standing = odds.map((one, at) => (mentions[at]?.supposed ? certain('none') : one));
  const [best, isDated] = taken(standing);
  const supposed = odds.map((one, at) => (mentions[at]?.supposed ? certain(mentions[at].supposed) : one));
  const words = (start: number, end: number) => wordsAt(analysis.plain, start, end);
  const read = (one: Weighed, by: readonly RoleOdds[]) => factsOf(one, told, by, pointings, words);
  if (isDated || !mentions.some((one) => one.supposed)) return { ...read(best, standing), supposed: false };
  return { ...read(taken(supposed)[0], supposed), supposed: true };

  function taken(by: readonly RoleOdds[]): [Weighed, boolean] {
    const one = likeliest(weighedIn(analysis, told, by, lexicon, trained));
    return [one, one.hypothesis.internships.length > 0];
  }
}

/** How likely each mention has each role. */
export function rolesIn(analysis: Analysis, told: DatesTold, lexicon: Lexicon, trained: TrainedDates): RoleOdds[] {
  const traits = mentionTraits(analysis, told, lexicon);
  return told.mentions.map(({ kind }, at) => roleOdds(trained, traits[at] ?? new Map(), kind));
}

/** The hypotheses of a text, each with what speaks for it. */
export function weighedIn(
  analysis: Analysis,
  told: DatesTold,
  odds: readonly RoleOdds[],
  lexicon: Lexicon,
  trained: TrainedDates,
): Weighed[] {
  const setting = settingOf(analysis, told, lexicon, trained);
  return hypothesesOf(told.mentions, odds, setting.ofBoth).map((hypothesis) => {
    const lengthened = lengthsOf(hypothesis.internships, told, analysis.plain.folded, setting.isPutRight);
    return { hypothesis, lengthened, grounds: groundsFor(hypothesis, lengthened, setting) };
  });
}

function likeliest(weighed: readonly Weighed[]): Weighed {
  return weighed.map((one) => ({ one, odds: plausibility(one.grounds) })).reduce((best, other) => (other.odds > best.odds ? other : best))
    .one;
}

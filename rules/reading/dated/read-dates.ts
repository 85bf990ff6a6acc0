import type { Analysis } from '../analysis.js';
import type { Lexicon } from '../lexicon.js';
import type { Pointing } from '../several/pointings.js';
import { wordsAt } from '../tokens.js';
import { type DatesRead, factsOf, type Taken } from './facts.js';
import { hypothesesOf, NOTHING } from './hypotheses.js';
import { lengthsOf } from './lengths.js';
import { type DatesTold, datesTold } from './mentions.js';
import { certain, type RoleOdds, roleOdds, type TrainedDates } from './model.js';
import { type Grounds, groundsFor, plausibility } from './plausibility.js';
import { type Setting, settingOf } from './setting.js';
import { mentionTraits } from './traits.js';

export type { DatesRead } from './facts.js';

/** How a text may be taken, and what speaks for it. */
export interface Weighed extends Taken {
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
  const words = (start: number, end: number) => wordsAt(analysis.plain, start, end);
  const read = (one: Taken, by: readonly RoleOdds[]) => factsOf(one, told, by, pointings, words);
  if (mentions.length === 0) return { ...read({ hypothesis: NOTHING, lengthened: [] }, []), supposed: false };
  const odds = rolesIn(analysis, told, lexicon, trained);
  const setting = settingOf(analysis, told, lexicon, trained);
  // "Stajım 7 eylül-2 ekim; 25 eylülde bitse?": beside dates that stand, what is only supposed is no fact of the case.
  const standing = odds.map((one, at) => (mentions[at]?.supposed ? certain('none') : one));
  const [best, isDated] = taken(standing);
  const supposed = odds.map((one, at) => (mentions[at]?.supposed ? certain(mentions[at].supposed) : one));
  if (isDated || !mentions.some((one) => one.supposed)) return { ...read(best, standing), supposed: false };
  return { ...read(taken(supposed)[0], supposed), supposed: true };

  function taken(by: readonly RoleOdds[]): [Weighed, boolean] {
    const one = likeliest(weighedIn(analysis, told, by, setting));
    return [one, one.hypothesis.internships.length > 0];
  }
}

/** How likely each mention has each role. */
export function rolesIn(analysis: Analysis, told: DatesTold, lexicon: Lexicon, trained: TrainedDates): RoleOdds[] {
  const traits = mentionTraits(analysis, told, lexicon);
  return told.mentions.map(({ kind }, at) => roleOdds(trained, traits[at] ?? new Map(), kind));
}

/** The hypotheses of a text, each with what speaks for it. */
export function weighedIn({ plain }: Analysis, told: DatesTold, odds: readonly RoleOdds[], setting: Setting): Weighed[] {
  return hypothesesOf(told.mentions, odds, setting.ofBoth).map((hypothesis) => {
    const lengthened = lengthsOf(hypothesis.internships, told, plain.folded, setting);
    return { hypothesis, lengthened, grounds: groundsFor(hypothesis, lengthened, setting) };
  });
}

function likeliest(weighed: readonly Weighed[]): Weighed {
  return weighed.map((one) => ({ one, odds: plausibility(one.grounds) })).reduce((best, other) => (other.odds > best.odds ? other : best))
    .one;
}

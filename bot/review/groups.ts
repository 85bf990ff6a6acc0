import { features } from '../../knowledge/matcher/features.js';
import { indexVectors, similarities } from '../../knowledge/matcher/nearest.js';
import { spaceOf, vectorOf } from '../../knowledge/matcher/vectors.js';
import { conceptFinder } from '../../knowledge/text/concepts.js';
import { isNearDuplicate, isSame, type Profile, profileOf } from '../../knowledge/text/near-copy.js';
import { type Doubt, type Doubtful, moreOften } from './doubtful.js';

/** Questions that say nearly the same, the most frequent first: it gives the group its name. */
export interface Group {
  readonly text: string;
  readonly times: number;
  readonly questions: readonly Doubtful[];
}

/**
 * From this likeness on (cosine of the matcher's features, 0–1) two questions stand in one group: where the matcher sends both to the
 * same place they need less in common than where it does not.
 */
const LIKE = { samePlace: 0.3, otherPlace: 0.6 };

/** What groups are made by. */
export interface Grouping {
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /** Texts by which it is judged which words are rare, such as those of the knowledge base. */
  readonly background: readonly string[];
  /** Where a text seems to belong, by any name. */
  readonly placeOf: (text: string) => string | null;
}

/**
 * Puts questions that are the same but for their spelling, or share many of their words, concepts and letters, into groups. Each joins
 * the group whose first question it resembles most, or opens one; biggest group first.
 */
export function groupsOf(questions: readonly Doubtful[], { concepts, background, placeOf }: Grouping): Group[] {
  if (questions.length === 0) return [];
  const options = { concepts: conceptFinder(concepts), mend: (word: string) => word };
  const found = questions.map(({ text }) => features(text, {}, options));
  const space = spaceOf([...background.map((text) => features(text, {}, options)), ...found], 1);
  const vectors = found.map((one) => vectorOf(space, one));
  const index = indexVectors(vectors, space.rows.size);
  const placed = questions.map(({ text }) => ({ profile: profileOf(text), place: placeOf(text) }));

  const groups: number[][] = [];
  for (const [n, own] of placed.entries()) {
    const like = similarities(index, vectors[n] as (typeof vectors)[number]);
    const nearest = groups
      .map((group) => ({ group, ahead: aheadOf(own, placed[group[0] as number] as Placed, like[group[0] as number] as number) }))
      .reduce<{ group: number[]; ahead: number } | null>((best, one) => (one.ahead > (best?.ahead ?? 0) ? one : best), null);
    if (nearest) nearest.group.push(n);
    else groups.push([n]);
  }
  return groups.map((group) => groupOf(group.map((n) => questions[n] as Doubtful))).sort(moreOften);
}

interface Placed {
  readonly profile: Profile;
  readonly place: string | null;
}

/** By how much two questions are more alike than they must be; not above 0 where they are too different. */
function aheadOf(one: Placed, other: Placed, likeness: number): number {
  if (likeness < LIKE.samePlace) return 0;
  if (isSame(one.profile, other.profile) || isNearDuplicate(one.profile, other.profile)) return 1;
  return likeness - (one.place !== null && one.place === other.place ? LIKE.samePlace : LIKE.otherPlace);
}

function groupOf(questions: readonly Doubtful[]): Group {
  return { text: questions[0]?.text ?? '', times: questions.reduce((sum, { times }) => sum + times, 0), questions };
}

/** How often the questions of a group were said for which reason. */
export function doubtsOf({ questions }: Group): Partial<Record<Doubt, number>> {
  const sums: Partial<Record<Doubt, number>> = {};
  for (const { doubts } of questions)
    for (const [doubt, times] of Object.entries(doubts) as [Doubt, number][]) sums[doubt] = (sums[doubt] ?? 0) + times;
  return sums;
}

import { type LabelledText, labelledTexts } from '../matcher/examples.js';
import type { Problem } from '../problem.js';
import { isNearDuplicate, isSame, type Profile, profileOf } from '../text/near-copy.js';
import { placeOf } from './places.js';
import type { Review } from './review.js';

interface Placed extends LabelledText {
  readonly profile: Profile;
  /** Id of the question or subject. */
  readonly id: string;
}

/** The same text under two questions cannot lead to both; a near duplicate under another confuses, a repetition adds nothing. */
export function copies({ knowledge, files }: Review): Problem[] {
  const { texts, subjects } = labelledTexts(knowledge);
  const idOf = ({ label, owner }: LabelledText): string =>
    (label < knowledge.entries.length ? knowledge.entries[owner]?.id : subjects[owner]?.id) ?? '';
  const placed = texts.filter(({ at }) => at !== null).map((text) => ({ ...text, profile: profileOf(text.text), id: idOf(text) }));
  return candidatePairs(placed)
    .flatMap(([one, other]) => {
      const found = finding(one, other);
      return found ? [{ rank: found.rank, problem: placeOf(files, one)(found.message, { hint: found.hint }) }] : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ problem }) => problem);
}

function finding(one: Placed, other: Placed): { rank: number; message: string; hint: string } | null {
  const sameOwner = one.label === other.label && one.owner === other.owner;
  const where = `"${other.id}" altında`;
  if (isSame(one.profile, other.profile))
    return sameOwner
      ? { rank: 2, message: 'bu metin listede iki kez var', hint: 'birini silin' }
      : { rank: 0, message: `bu metnin aynısı ${where} da var`, hint: 'hangisine aitse orada bırakın, ötekini silin' };
  if (sameOwner || !isNearDuplicate(one.profile, other.profile)) return null;
  const hint = 'ikisi ayrı soruysa farkı belli edecek bir söz ekleyin; değilse birini silin';
  return { rank: 1, message: `${where} neredeyse aynısı var: "${other.text}"`, hint };
}

/** Of two near copies one shares four fifths of its stems with the other, so at least one of its rarest few. */
const RARE_STEMS = 3;

/** Pairs that share a rare stem, each once, the later text first: comparing everything with everything would take minutes. */
function candidatePairs(texts: readonly Placed[]): [Placed, Placed][] {
  const byStem = new Map<string, number[]>();
  texts.forEach(({ profile }, n) => {
    for (const stem of profile.stems) {
      const having = byStem.get(stem);
      if (having) having.push(n);
      else byStem.set(stem, [n]);
    }
  });
  const rarity = (stem: string): number => byStem.get(stem)?.length ?? 0;
  const earlier = texts.map(() => new Set<number>());
  texts.forEach(({ profile }, n) => {
    const rarest = [...profile.stems].sort((a, b) => rarity(a) - rarity(b)).slice(0, RARE_STEMS);
    for (const other of rarest.flatMap((stem) => byStem.get(stem) ?? []))
      if (other !== n) earlier[Math.max(n, other)]?.add(Math.min(n, other));
  });
  return earlier.flatMap((others, n) => [...others].map((other): [Placed, Placed] => [texts[n] as Placed, texts[other] as Placed]));
}

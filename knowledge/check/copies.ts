import { type LabelledText, labelledTexts } from '../matcher/examples.js';
import type { Problem } from '../problem.js';
import { copyCandidates, isNearDuplicate, isSame, type Profile, profileOf } from '../text/near-copy.js';
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
  const placed = texts.map((text) => ({ ...text, profile: profileOf(text.text), id: idOf(text) }));
  const candidates = copyCandidates(placed.map(({ profile }) => profile));
  return placed
    .flatMap((one, n) =>
      candidates(one.profile)
        .filter((other) => other < n)
        .flatMap((other) => {
          const found = finding(one, placed[other] as Placed);
          return found ? [{ rank: found.rank, problem: placeOf(files, one)(found.message, { hint: found.hint }) }] : [];
        }),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ problem }) => problem);
}

function finding(one: Placed, other: Placed): { rank: number; message: string; hint: string } | null {
  const sameOwner = one.label === other.label && one.owner === other.owner;
  // A question may stand among its own variants, too.
  if (sameOwner && (one.at === null || other.at === null)) return null;
  const where = `"${other.id}" altında`;
  if (isSame(one.profile, other.profile))
    return sameOwner
      ? { rank: 2, message: 'bu metin listede iki kez var', hint: 'birini silin' }
      : { rank: 0, message: `bu metnin aynısı ${where} da var`, hint: 'hangisine aitse orada bırakın, ötekini silin' };
  if (sameOwner || !isNearDuplicate(one.profile, other.profile)) return null;
  const hint = 'ikisi ayrı soruysa farkı belli edecek bir söz ekleyin; değilse birini silin';
  return { rank: 1, message: `${where} neredeyse aynısı var: "${other.text}"`, hint };
}

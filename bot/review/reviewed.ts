import type { Knowledge } from '../../knowledge/load.js';
import { isNearCopy, type Profile, profileOf } from '../../knowledge/text/near-copy.js';
import { UNSURE } from './doubtful.js';
import type { Group } from './groups.js';
import { type Likely, likelyOf, type MatchText, type Target } from './likely.js';
import type { Withhold } from './withheld.js';

/** A group with what could be done about it. */
export interface Reviewed {
  readonly group: Group;
  readonly likely: Likely;
  /** Texts worth adding to the target; empty where `because` says why there are none. */
  readonly proposed: readonly string[];
  readonly withheld: readonly { readonly text: string; readonly why: string }[];
  /** Why nothing of it is proposed, in Turkish; null where something is, or where each text has its own reason. */
  readonly because: string | null;
}

export interface ReviewOptions {
  readonly knowledge: Knowledge;
  readonly match: MatchText;
  readonly withhold: Withhold;
  /** A group asked less often is shown, but nothing of it is proposed. */
  readonly min: number;
}

/** Of one group so many texts: more of the same teach nothing. */
const MOST = 5;

/** Says of each group where it belongs and what of it could be added there. No text is proposed twice. */
export function reviewedOf(groups: readonly Group[], { knowledge, match, withhold, min }: ReviewOptions): Reviewed[] {
  const taken: Profile[] = [];
  return groups.map((group) => {
    const likely = likelyOf(group, match, knowledge);
    const because = reasonAgainst(group, likely, min);
    if (because !== null) return { group, likely, proposed: [], withheld: [], because };
    const proposed: string[] = [];
    const withheld: { text: string; why: string }[] = [];
    for (const { text } of group.questions) {
      const why = withhold(text);
      if (why !== null) withheld.push({ text, why });
      else if (proposed.length < MOST && addsSomething(text, taken)) proposed.push(text);
    }
    return { group, likely, proposed, withheld, because };
  });
}

function addsSomething(text: string, taken: Profile[]): boolean {
  const profile = profileOf(text);
  if (taken.some((other) => isNearCopy(other, profile))) return false;
  taken.push(profile);
  return true;
}

function reasonAgainst({ questions, times }: Group, { ranked: [best], subject, target }: Likely, min: number): string | null {
  const disliked = questions.some(({ doubts }) => doubts.disliked);
  if (best && best.probability >= UNSURE && !disliked) return 'bot bunu bugünkü bilgisiyle yanıtlıyor';
  if (!target) {
    if (disliked && best && !subject) return 'beğenilmeyen yanıtın yerine konacak bir soru görünmüyor: yanıtı gözden geçirin';
    return subject
      ? 'bu bir sohbet iletisi; gerekiyorsa smalltalk.yaml dosyasına elle ekleyin'
      : 'hiçbir soruya ya da konuya benzemiyor; yerini siz seçin';
  }
  return times < min ? `${times} kez soruldu; önerilmesi için en az ${min} kez sorulmalı (--min ${times})` : null;
}

/** Those whose place is likelier right than wrong. */
export function sureOf(reviewed: readonly Reviewed[]): Reviewed[] {
  return reviewed.filter(({ likely }) => likely.target?.sure);
}

/** The texts proposed for each target, in the order of the groups. */
export function additionsOf(reviewed: readonly Reviewed[]): { readonly target: Target; readonly texts: readonly string[] }[] {
  const byId = new Map<string, { target: Target; texts: string[] }>();
  for (const { likely, proposed } of reviewed) {
    const { target } = likely;
    if (!target || proposed.length === 0) continue;
    const known = byId.get(target.id) ?? { target, texts: [] };
    byId.set(target.id, known);
    known.texts.push(...proposed);
  }
  return [...byId.values()];
}

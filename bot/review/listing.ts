import type { Knowledge } from '../../knowledge/load.js';
import { entryOf } from '../conversation/answer-reply.js';
import { formatDay } from '../conversation/format.js';
import { type Doubt, UNSURE } from './doubtful.js';
import { doubtsOf, type Group } from './groups.js';
import { familyOf, type Likely } from './likely.js';
import type { Period } from './period.js';
import type { Reviewed } from './reviewed.js';

const percents = new Intl.NumberFormat('tr', { style: 'percent', maximumFractionDigits: 0 });

const SAID: Readonly<Record<Doubt, string>> = {
  none: '“bilgi yok” dedi',
  suggestions: 'seçenek sundu',
  unsure: `emin olmadan (${percents.format(UNSURE)} altında) yanıtladı`,
  disliked: 'yanıtı beğenilmedi',
};
/** Other ways of putting it that are shown. */
const EXAMPLES = 3;
/** Less likely questions are no hint. */
const MENTIONED = 0.05;

/** "3 kez “bilgi yok” dedi, 1 kez seçenek sundu"; without the numbers where it always did the same. */
export function saidOf(group: Group): string {
  const doubts = doubtsOf(group);
  const found = (Object.keys(SAID) as Doubt[]).filter((doubt) => doubts[doubt]);
  return found.map((doubt) => (found.length > 1 ? `${doubts[doubt]} kez ${SAID[doubt]}` : SAID[doubt])).join(', ');
}

/** The official question or subject a group belongs to, in words. */
export function likelyInWords({ ranked, subject, target }: Likely, knowledge: Knowledge): string {
  if (subject) {
    const about = knowledge.refusals.find(({ id }) => id === subject.id)?.about;
    return about === undefined ? 'sohbet' : `SSS'de yok: ${about}${subject.sure ? '' : ' (tahmin)'}`;
  }
  const shown = target ? ranked.find(({ entry }) => entry === target.id) : ranked[0];
  if (!shown) return 'belli değil';
  const label = entryOf(knowledge, shown.entry)?.label ?? shown.entry;
  return `${label} (${percents.format(shown.probability)})`;
}

/** Headline of a review: what was looked at. */
export function headline({ from, to, turns, broken }: Period, groups: readonly Group[]): string {
  const questions = groups.reduce((sum, { times }) => sum + times, 0);
  const told =
    groups.length > 0 ? `bakılacak ${questions} soru, ${groups.length} küme.` : 'bakılacak soru yok: bot sorulanları yanıtlamış.';
  const bad = broken > 0 ? ` Okunamayan ${broken} satır atlandı.` : '';
  return `${formatDay(from)} – ${formatDay(to)}: ${turns.length} ileti, ${told}${bad}`;
}

/** One group as lines of text. */
export function groupLines({ group, likely, proposed, withheld, because }: Reviewed, at: number, knowledge: Knowledge): string[] {
  const others = group.questions.slice(1, 1 + EXAMPLES).map(({ text }) => `“${text}”`);
  const rest = group.questions.length - 1 - others.length;
  const comments = new Set(group.questions.flatMap((question) => question.comments));
  return [
    `${at}. ${group.times} kez: “${group.text}”`,
    ...(others.length > 0 ? [`   benzerleri   ${others.join(', ')}${rest > 0 ? ` … ve ${rest} tane daha` : ''}`] : []),
    `   bot          ${saidOf(group)}`,
    ...[...comments].map((comment) => `   yorum        “${comment}”`),
    `   olası yeri   ${likelyInWords(likely, knowledge)}${secondOf(likely)}`,
    ...(proposed.length > 0
      ? [
          `   öneri        ${placeOf(likely, knowledge)} dosyasına ${proposed.length} satır${likely.target?.sure ? '' : ' (yeri tahmin: doğrulayın)'}`,
        ]
      : []),
    ...withheld.map(({ text, why }) => `   önerilmedi   “${text}”: ${why}`),
    ...(because === null ? [] : [`   öneri yok    ${because}`]),
  ];
}

/** The nearest official question, beside a subject that none of them answers. */
function secondOf({ subject, ranked: [best] }: Likely): string {
  return subject && best && best.probability >= MENTIONED ? `; SSS'de en yakını: ${best.entry} (${percents.format(best.probability)})` : '';
}

function placeOf({ target }: Likely, knowledge: Knowledge): string {
  if (!target) return '';
  return target.kind === 'entry' ? `faq/${target.id}.yaml` : `refusals/${familyOf(target.id, knowledge)}/${target.id}.yaml`;
}

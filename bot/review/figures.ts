import { labelledTexts } from '../../knowledge/matcher/examples.js';
import type { Prediction } from '../../knowledge/matcher/training.js';
import type { Bot } from '../bot.js';
import { aligned } from '../columns.js';
import { NO_MEMORY } from '../conversation/memory.js';
import { crossValidated } from '../evaluation/cross-validated.js';
import { FIGURES, type Figure, type FigureName, type Labelled, score, sum } from '../evaluation/score.js';

export type Figures = Readonly<Record<FigureName, Figure>>;

/** How well a bot does on the labelled messages, and its matcher on the knowledge base itself, cross-validated. */
export interface Measured {
  readonly messages: Figures;
  readonly own: Figures;
}

/** What is measured of a bot. */
export interface Measurable extends Pick<Bot, 'respond' | 'knowledge'> {
  readonly predictions: readonly Prediction[];
}

/**
 * Measures a bot.
 * @param fresh texts of the knowledge base that the other bot does not have: counted for one only, they would make the figures
 *   incomparable
 */
export function measure(
  { respond, knowledge, predictions }: Measurable,
  labelled: readonly Labelled[],
  fresh: ReadonlySet<string>,
): Measured {
  const { texts } = labelledTexts(knowledge);
  const shared = predictions.filter(({ example }) => !fresh.has(texts[example]?.text ?? ''));
  return {
    messages: sum(labelled.map((item) => score(item, respond({ text: item.text }, NO_MEMORY).reply))),
    own: sum(crossValidated(knowledge, shared).map((result) => result.score)),
  };
}

/**
 * Points (percent) by which a figure may be worse. Cross-validated figures move by up to three tenths by themselves, as each text that
 * is added changes which texts are predicted together.
 */
const ALLOWED: Readonly<Record<keyof Measured, number>> = { messages: 0.3, own: 0.6 };
/** The figures that must not become worse; the rest is shown. */
const JUDGED: readonly FigureName[] = ['answered', 'wrong-entry', 'refused'];

const NAMES: Readonly<Record<FigureName, string>> = {
  answered: 'doğru soruyla yanıtladı',
  'wrong-entry': 'yanlış soruyla yanıtladı',
  offered: 'doğrusunu yanıtladı ya da sundu',
  refused: "SSS'de olmayanı geri çevirdi",
  verdict: 'kararı tam doğru',
  dates: 'tarihleri doğru hesapladı',
  asks: 'gerektiğinde sordu',
};
const SETS = { messages: 'Ölçüm iletileri', own: 'Bilgi tabanının kendisi (çapraz)' } as const;

const number = new Intl.NumberFormat('tr', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat('tr', { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });

/** Before, after and the difference of each figure, in percent, as lines of a table. */
export function comparison(before: Measured, after: Measured): string[] {
  const rows = (Object.keys(SETS) as (keyof Measured)[]).flatMap((set) => [
    [SETS[set], 'önce', 'sonra', 'fark'],
    ...FIGURES.filter((name) => before[set][name].total > 0 && after[set][name].total > 0).map((name) => {
      const [old, fresh] = [percentOf(before[set][name]), percentOf(after[set][name])];
      const mark = worse(name, set, before, after) ? '  ← kötüleşti' : '';
      return [`  ${NAMES[name]}`, number.format(old), number.format(fresh), `${signed.format(fresh - old)}${mark}`];
    }),
  ]);
  return aligned(rows).map((cells) => cells.join('  ').trimEnd());
}

/** What became worse by more than is allowed, in words; empty where nothing did. */
export function worsened(before: Measured, after: Measured): string[] {
  return (Object.keys(SETS) as (keyof Measured)[]).flatMap((set) =>
    JUDGED.filter((name) => worse(name, set, before, after)).map(
      (name) =>
        `${SETS[set]}, ${NAMES[name]}: ${number.format(percentOf(before[set][name]))} → ${number.format(percentOf(after[set][name]))}`,
    ),
  );
}

function worse(name: FigureName, set: keyof Measured, before: Measured, after: Measured): boolean {
  const [old, fresh] = [before[set][name], after[set][name]];
  if (!JUDGED.includes(name) || old.total === 0 || fresh.total === 0) return false;
  const rise = percentOf(fresh) - percentOf(old);
  return (name === 'wrong-entry' ? rise : -rise) > ALLOWED[set] + ROUNDING;
}

/** 0.3 points are 0.3 points, whatever binary fractions make of them. */
const ROUNDING = 1e-9;

function percentOf({ hits, total }: Figure): number {
  return (100 * hits) / total;
}

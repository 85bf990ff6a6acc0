import { z } from 'zod';
import type { Reply } from '../conversation/reply.js';

/** How replies are scored against labelled messages; what the labels mean stands in `test/eval/README.md`. */

export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const labelledSchema = z.array(
  z.strictObject({
    text: z.string(),
    /** Entry ids that would be right; empty when the FAQ does not answer it. */
    accept: z.array(z.string()),
    expects: z.array(z.string()).optional(),
    asks: z.literal(true).optional(),
    overlap: z.strictObject({ from: isoDate, to: isoDate }).optional(),
    shortened_end: isoDate.optional(),
    tags: z.array(z.string()).default([]),
  }),
);
export type Labelled = z.infer<typeof labelledSchema>[number];

/** A figure as hits among all it was counted over. */
export interface Figure {
  hits: number;
  total: number;
}

export const FIGURES = ['answered', 'wrong-entry', 'offered', 'refused', 'verdict', 'dates', 'asks'] as const;
export type FigureName = (typeof FIGURES)[number];

/** For each figure the message counts for: whether it is a hit. */
export type Score = Partial<Record<FigureName, boolean>>;

const ANSWERING: readonly string[] = ['answer', 'verdict', 'question'];

export function score(item: Labelled, reply: Reply): Score {
  return { ...scoreEntry(item.accept, reply), ...scoreCase(item, reply) };
}

/** What of a reply tells whether it is on the right question. */
export type EntryReply = Pick<Reply, 'kind' | 'entry' | 'entries' | 'outcomes' | 'suggestions'>;
export type EntryScore = Pick<Score, 'answered' | 'wrong-entry' | 'offered' | 'refused'>;

export function scoreEntry(accept: readonly string[], reply: EntryReply): EntryScore {
  const answering = ANSWERING.includes(reply.kind);
  const onlyNotCovered = reply.outcomes.length > 0 && reply.outcomes.every((outcome) => outcome === 'not-covered');
  if (accept.length === 0) return { refused: !answering || onlyNotCovered };
  const right = [reply.entry ?? '', ...reply.entries].some((id) => accept.includes(id));
  return {
    answered: answering && right,
    'wrong-entry': answering && !right,
    offered: (answering && right) || reply.suggestions.some((id) => accept.includes(id)),
  };
}

function scoreCase(item: Labelled, reply: Reply): Score {
  if (!item.expects && !item.asks) return {};
  const asks = reply.kind === 'question' || reply.missing.length > 0;
  const dated = item.overlap !== undefined || item.shortened_end !== undefined;
  return {
    ...(item.expects ? { verdict: saysExactly(item.expects, reply.outcomes) && (!item.asks || asks) } : {}),
    ...(dated ? { dates: datesRight(item, reply) } : {}),
    asks: asks === (item.asks === true),
  };
}

/** All that is expected and nothing beyond it. */
function saysExactly(expected: readonly string[], outcomes: readonly string[]): boolean {
  return expected.every((id) => outcomes.includes(id)) && withoutRepeated(expected, outcomes).every((id) => expected.includes(id));
}

/** The outcomes without an `insurance-required` that was not expected but says no more than an expected verdict does. */
export function withoutRepeated(expected: readonly string[], outcomes: readonly string[]): string[] {
  const sayInsurance = expected.includes('both-allowed') || expected.includes('credit-university-decides');
  return outcomes.filter((id) => id !== 'insurance-required' || expected.includes(id) || !sayInsurance);
}

function datesRight({ overlap, shortened_end: shortenedEnd }: Labelled, { details }: Reply): boolean {
  const overlapRight = !overlap || (details.overlap?.from === overlap.from && details.overlap.to === overlap.to);
  return overlapRight && (!shortenedEnd || details.shortenedEnd === shortenedEnd);
}

/** Sums scores up. */
export function sum(scores: readonly Score[]): Record<FigureName, Figure> {
  const figures = Object.fromEntries(FIGURES.map((name) => [name, { hits: 0, total: 0 }])) as Record<FigureName, Figure>;
  for (const one of scores)
    for (const name of FIGURES)
      if (one[name] !== undefined) {
        figures[name].total += 1;
        if (one[name]) figures[name].hits += 1;
      }
  return figures;
}

import type { FeedbackLine, TurnLine } from '../../../bot/log/line.js';
import type { Period } from '../../../bot/review/period.js';

const common = { time: '2026-11-20T09:30Z', channel: 'web', entry: null, outcomes: [] } as const;

/** A turn of the log with nothing in it but what a test says: a question that was not answered. */
export function turn(text: string, rest: Partial<TurnLine> = {}): TurnLine {
  return { type: 'turn', ...common, kind: 'none', confidence: 0.9, text, ...rest };
}

/** A thumb down of the log, or what a test makes of it. */
export function thumb(text: string, rest: Partial<FeedbackLine> = {}): FeedbackLine {
  return { type: 'feedback', ...common, liked: false, comment: '', kind: 'answer', text, ...rest };
}

export function period(lines: readonly (TurnLine | FeedbackLine)[], rest: Partial<Period> = {}): Period {
  return {
    from: '2026-11-01',
    to: '2026-11-30',
    turns: lines.filter((line) => line.type === 'turn'),
    feedback: lines.filter((line) => line.type === 'feedback'),
    broken: 0,
    ...rest,
  };
}

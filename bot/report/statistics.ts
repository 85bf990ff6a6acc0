import type { Knowledge } from '../../knowledge/load.js';
import type { RuleSet } from '../../rules/rules.js';
import { entryOf } from '../conversation/answer-reply.js';
import { REPLY_KINDS, type ReplyKind } from '../conversation/reply.js';
import type { FeedbackLine, TurnLine } from '../log/line.js';
import { ANSWERS, doubtOf } from '../review/doubtful.js';
import { doubtsOf, type Group } from '../review/groups.js';
import { dayOf, daysBetween, type Period } from '../review/period.js';

/** Something counted, with the name a reader knows it by. */
export interface Count {
  readonly label: string;
  readonly count: number;
}

/** The days, or weeks where there are many, with the questions that were answered, met by choices, and left without an answer. */
export interface Bucket {
  /** First and last day, ISO. */
  readonly from: string;
  readonly to: string;
  readonly answered: number;
  readonly offered: number;
  readonly refused: number;
}

/** A question whose answer did not please. */
export interface Disliked {
  readonly text: string;
  /** Label of the official question it was answered with, where it is known. */
  readonly answer: string | null;
  readonly comments: readonly Count[];
  readonly times: number;
}

export interface Statistics {
  readonly messages: number;
  /** Messages without small talk. */
  readonly questions: number;
  readonly outcomes: Readonly<Record<ReplyKind, number>>;
  readonly buckets: readonly Bucket[];
  readonly topics: readonly Count[];
  /** Labels of the official questions that nobody asked. */
  readonly unasked: readonly string[];
  readonly channels: readonly Count[];
  readonly verdicts: readonly Count[];
  readonly liked: number;
  readonly disliked: number;
  /** What was written beside a thumb up. */
  readonly praise: readonly Count[];
  readonly complaints: readonly Disliked[];
  /** Answers that the bot was not sure of. */
  readonly unsure: number;
  /** Groups of questions that were not answered, the most frequent first. */
  readonly unanswered: readonly Group[];
  readonly broken: number;
}

const CHANNELS: Readonly<Record<string, string>> = {
  web: 'Web sayfası',
  widget: 'Sitedeki pencere',
  teams: 'Microsoft Teams',
  api: 'Başka programlar',
};
/** More bars than this cannot be told apart. */
const MOST_BARS = 62;
const WEEK = 7;

/** Counts what a period of the log holds; `groups` are its doubtful questions, as the review groups them. */
export function statisticsOf(
  period: Period,
  groups: readonly Group[],
  knowledge: Pick<Knowledge, 'entries'>,
  verdicts: RuleSet['verdicts'],
): Statistics {
  const { turns, feedback } = period;
  const labelOf = (id: string): string => entryOf(knowledge, id)?.label ?? id;
  const outcomes = Object.fromEntries(REPLY_KINDS.map((kind) => [kind, turns.filter((turn) => turn.kind === kind).length]));
  const asked = turns.flatMap(({ kind, entry }) => (entry !== null && ANSWERS.includes(kind) ? [entry] : []));
  const thumbs = feedback.filter(({ addition }) => !addition);
  return {
    messages: turns.length,
    questions: turns.filter(({ kind }) => kind !== 'smalltalk').length,
    outcomes: outcomes as Record<ReplyKind, number>,
    buckets: bucketsOf(period),
    topics: counted(asked.map(labelOf)),
    unasked: knowledge.entries.filter(({ id }) => !asked.includes(id)).map(({ label }) => label),
    channels: counted(turns.map(({ channel }) => CHANNELS[channel] ?? channel)),
    verdicts: counted(turns.flatMap((turn) => turn.outcomes).map((id) => verdicts[id]?.title ?? id)),
    liked: thumbs.filter(({ liked }) => liked).length,
    disliked: thumbs.filter(({ liked }) => !liked).length,
    praise: counted(feedback.flatMap(({ liked, comment }) => (liked && comment ? [comment] : []))),
    complaints: complaintsOf(feedback, labelOf),
    unsure: turns.filter((turn) => doubtOf(turn) === 'unsure').length,
    unanswered: groups.filter((group) => {
      const { none = 0, suggestions = 0 } = doubtsOf(group);
      return none + suggestions > 0;
    }),
    broken: period.broken,
  };
}

/** How often each label comes, the most frequent first. */
function counted(labels: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'tr'));
}

function bucketsOf({ from, to, turns }: Period): Bucket[] {
  const days = daysBetween(from, to);
  const size = days.length > MOST_BARS ? WEEK : 1;
  const byDay = new Map<string, TurnLine[]>();
  for (const turn of turns) {
    const day = dayOf(turn.time);
    byDay.set(day, [...(byDay.get(day) ?? []), turn]);
  }
  return Array.from({ length: Math.ceil(days.length / size) }, (_, n) => {
    const own = days.slice(n * size, (n + 1) * size);
    const said = own.flatMap((day) => byDay.get(day) ?? []);
    return {
      from: own[0] ?? from,
      to: own.at(-1) ?? to,
      answered: said.filter(({ kind }) => ANSWERS.includes(kind)).length,
      offered: said.filter(({ kind }) => kind === 'suggestions').length,
      refused: said.filter(({ kind }) => kind === 'none').length,
    };
  });
}

/** Thumbs down by question; those whose question the channel no longer knew stand alone. */
function complaintsOf(feedback: readonly FeedbackLine[], labelOf: (id: string) => string): Disliked[] {
  const byText = new Map<string, FeedbackLine[]>();
  for (const [n, line] of feedback.entries()) {
    if (line.liked) continue;
    const key = line.text || `\0${n}`;
    byText.set(key, [...(byText.get(key) ?? []), line]);
  }
  return [...byText.values()]
    .map((lines) => ({
      text: lines[0]?.text ?? '',
      answer: lines.map(({ entry }) => entry).find((entry) => entry !== null) ?? null,
      comments: counted(lines.map(({ comment }) => comment).filter(Boolean)),
      times: Math.max(1, lines.filter(({ addition }) => !addition).length),
    }))
    .filter(({ text, comments }) => text || comments.length > 0)
    .map((one) => ({ ...one, answer: one.answer === null ? null : labelOf(one.answer) }))
    .sort((a, b) => b.times - a.times || b.comments.length - a.comments.length);
}

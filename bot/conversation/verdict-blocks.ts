import { internshipNumbers, sharedDays, termClash } from '../../rules/engine/case.js';
import { changesOf } from '../../rules/engine/changes.js';
import { evaluate } from '../../rules/engine/condition.js';
import type { Decision, Outcome } from '../../rules/engine/decide.js';
import type { Facts } from '../../rules/facts.js';
import { entryOf, officialBlock, sourceOf, universityBlocks } from './answer-reply.js';
import type { Deps } from './deps.js';
import { fill, formatDay, formatDays, say } from './format.js';
import { hasSeveral, internshipLabel } from './labels.js';
import type { Block, Citation, DateRange, Details, VerdictBlock } from './reply.js';

/** Overlap of the first pair that shares days, else of the first internship with the term; and the latest end before the term. */
export function detailsOf(decisions: readonly Decision[], facts: Facts): Details {
  const overlapping = decisions.filter(({ verdict }) => verdict === 'dates-overlap');
  const inTerm = decisions.find(({ verdict }) => verdict === 'term-overlap');
  const clash = inTerm ? termClash(facts, inTerm.internships[0] ?? 1) : { overlap: null };
  const shared = overlapping.map(({ internships }) => sharedBy(internships, facts)).find((days) => days !== null);
  const overlap = shared ?? clash.overlap;
  return {
    ...(overlap ? { overlap } : {}),
    ...(clash.shortenedEnd ? { shortenedEnd: clash.shortenedEnd } : {}),
  };
}

/** The days that two internships share, or one with any other. */
function sharedBy([a = 0, b]: readonly number[], facts: Facts): DateRange | null {
  const others = b === undefined ? internshipNumbers(facts).filter((n) => n !== a) : [b];
  return others.map((other) => sharedDays(facts, a, other)).find((days) => days !== null) ?? null;
}

/** One block for each verdict: internships that got the same verdict by the same rule share one. */
export function verdictBlocks(outcome: Outcome, facts: Facts, deps: Deps): VerdictBlock[] {
  const groups: Decision[][] = [];
  for (const decision of outcome.decisions) {
    const group = groups.find(([first]) => first?.verdict === decision.verdict && first.internships.length < 2);
    if (group && decision.internships.length < 2) group.push(decision);
    else groups.push([decision]);
  }
  const several = hasSeveral(facts);
  return groups.map((group) => verdictBlock(group, facts, several, deps));
}

function verdictBlock(group: readonly Decision[], facts: Facts, several: boolean, { knowledge, rules }: Deps): VerdictBlock {
  const { phrases } = knowledge;
  const decision = group[0] as Decision;
  const text = rules.verdicts[decision.verdict];
  const { overlap } = detailsOf(group, facts);
  const days = overlap ? say(phrases, 'format', overlap.from === overlap.to ? 'day' : 'days', { range: formatDays(overlap) }) : null;
  const template = days === null ? (text?.withoutDates ?? text?.sentence) : text?.sentence;
  const internships = spokenOf(group, facts);
  const subject = several && internships.length > 0 ? internships.map((n) => internshipLabel(n, phrases)).join(', ') : null;
  const next = text?.next?.filter(({ when }) => !when || group.some((one) => evaluate(when, one.facts) === 'yes')).map((one) => one.text);
  const dated = internships.every((n) => facts[`internship${n}.from`] && facts[`internship${n}.to`]);
  const ours = [text?.ours, dated ? text?.oursOfDates : undefined].filter(Boolean).join(' ');
  const quotes = uniqueBy(
    group.flatMap(({ rule }) => rule.quotes),
    ({ text: quote }) => quote,
  );
  return {
    type: 'verdict',
    id: decision.verdict,
    title: text?.title ?? decision.verdict,
    sentence: fill(template ?? '', { overlap: days ?? '' }),
    ...(subject ? { subject } : {}),
    quotes: quotes.map(({ entry, text: quote }) => {
      const found = entryOf(knowledge, entry);
      return { entry, quote, source: found ? sourceOf(knowledge, found) : entry };
    }),
    quotesTitle: say(phrases, 'verdict', 'quotes'),
    ...(ours ? { ours } : {}),
    changes: changesOf(rules, decision, facts).map(({ text: change, internships: moved, date }) =>
      fill(change, {
        internship: moved.map((n) => internshipLabel(n, phrases)).join(', '),
        date: date ? formatDay(date) : '',
      }),
    ),
    changesTitle: say(phrases, 'verdict', 'changes'),
    ...(next && next.length > 0 ? { next: next.join(' ') } : {}),
  };
}

/** The internships a verdict is about: of a pair with one outside the programme, that one. */
function spokenOf(group: readonly Decision[], facts: Facts): number[] {
  const all = [...new Set(group.flatMap((one) => one.internships))];
  const outside = all.filter((n) => facts[`internship${n}.programme`] === 'outside');
  return group[0]?.verdict === 'not-covered' && outside.length > 0 ? outside : all;
}

/** The words of the FAQ behind all that was decided, for sure or for one of two cases, each once. */
export function citationsOf({ decisions, branches }: Outcome): Citation[] {
  const quotes = [...decisions, ...branches].flatMap(({ rule }) => rule.quotes);
  return uniqueBy(
    quotes.map(({ entry, text }) => ({ entry, quote: text })),
    ({ quote }) => quote,
  );
}

/** Both sides of what the person does not know. */
export function branchBlocks(outcome: Outcome, { knowledge, rules }: Deps): Block[] {
  const { phrases } = knowledge;
  if (outcome.branches.length === 0) return [];
  const lines = outcome.branches.map(({ fact, value, verdict }) =>
    say(phrases, 'verdict', 'branch', {
      fact: say(phrases, 'facts', fact),
      value: say(phrases, 'values', `${fact}.${value}`),
      verdict: rules.verdicts[verdict]?.withoutDates ?? rules.verdicts[verdict]?.sentence ?? verdict,
    }),
  );
  return [say(phrases, 'verdict', 'branches'), ...lines].map((text) => ({ type: 'text', text }));
}

/** What the FAQ leaves open in this case. */
export function silenceBlocks({ silences }: Outcome): Block[] {
  return [...new Set(silences.flatMap(({ rule }) => rule.says ?? []))].map((text) => ({ type: 'text', text }));
}

/** The official text behind the verdicts, folded away, and the university's own note. */
export function officialBlocks(entries: readonly string[], { knowledge }: Deps): Block[] {
  return entries.flatMap((id) => {
    const entry = entryOf(knowledge, id);
    return entry ? [officialBlock(knowledge, entry), ...universityBlocks(knowledge, entry)] : [];
  });
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items.filter((item, at) => items.findIndex((other) => key(other) === key(item)) === at);
}

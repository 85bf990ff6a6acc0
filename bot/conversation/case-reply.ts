import type { Phrases } from '../../knowledge/schema.js';
import { internshipNumbers, sharedDays, termClash } from '../../rules/engine/case.js';
import { changesOf } from '../../rules/engine/changes.js';
import { evaluate } from '../../rules/engine/condition.js';
import type { Decision, Outcome } from '../../rules/engine/decide.js';
import { type Facts, fieldOf, internshipFact, UNKNOWN } from '../../rules/facts.js';
import type { ReadFact, Reading } from '../../rules/reading/reading.js';
import { entryOf, officialBlock, sourceOf, universityBlocks } from './answer-reply.js';
import { valueLabel, valuesOf } from './answers.js';
import type { Deps } from './deps.js';
import { fill, formatDays, say } from './format.js';
import type { Block, Citation, Details, QuestionBlock, UnderstoodBlock, UnderstoodFact, VerdictBlock } from './reply.js';

/** The pieces of a reply that speak of a decided or half-decided case. */

/** Overlap of the first pair that shares days, else of the first internship with the term; and the latest end before the term. */
export function detailsOf(decisions: readonly Decision[], facts: Facts): Details {
  const pair = decisions.find(({ verdict, internships }) => verdict === 'dates-overlap' && internships.length === 2);
  const inTerm = decisions.find(({ verdict }) => verdict === 'term-overlap');
  const [a = 0, b = 0] = pair?.internships ?? [];
  const clash = inTerm ? termClash(facts, inTerm.internships[0] ?? 1) : { overlap: null };
  const overlap = (pair ? sharedDays(facts, a, b) : null) ?? clash.overlap;
  return {
    ...(overlap ? { overlap } : {}),
    ...(clash.shortenedEnd ? { shortenedEnd: clash.shortenedEnd } : {}),
  };
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
  const subject =
    several && internships.length > 0
      ? internships.map((n) => say(phrases, 'facts', 'internship', { number: String(n) })).join(', ')
      : null;
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
    changes: changesOf(rules, decision, facts).map(({ template: change, internship, date }) =>
      fill(change, {
        internship: say(phrases, 'facts', 'internship', { number: String(internship) }),
        date: date ? formatDays({ from: date, to: date }) : '',
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

/** "Anladığım": every fact of the case, with ranges put together; presumptions and the university's `own` dates are marked. */
export function understoodBlock(facts: Facts, own: Facts, presumed: Facts, { knowledge }: Deps): UnderstoodBlock[] {
  const { phrases, university } = knowledge;
  const presumedNote = say(phrases, 'verdict', 'presumed');
  const ownNote = say(phrases, 'university', 'heading', { name: university?.name ?? '' });
  const noteOn = (id: string): { note?: string } => (id in own ? { note: ownNote } : id in facts ? {} : { note: presumedNote });
  const several = hasSeveral(facts);
  const label = (id: string): string => factLabel(id, several, phrases);
  const shown = Object.entries({ ...facts, ...presumed }).flatMap(([id, value]) => {
    const of = internshipFact(id);
    if (of?.field === 'to' && facts[`internship${of.internship}.from`]) return [];
    if (of?.field === 'from') {
      const to = facts[`internship${of.internship}.to`];
      return [{ id, label: label(to ? `internship${of.internship}.dates` : id), value: datesLabel(value, to) }];
    }
    const isDate = valuesOf(id).length === 0 && value !== UNKNOWN;
    const shownValue = isDate ? formatDays({ from: value, to: value }) : valueLabel(phrases, id, value);
    return [{ id, label: label(id), value: shownValue, ...noteOn(id) }];
  });
  return shown.length > 0 ? [{ type: 'understood', title: say(phrases, 'verdict', 'understood'), facts: shown }] : [];

  function datesLabel(from: string, to: string | undefined): string {
    if (from === UNKNOWN) return say(phrases, 'facts', 'unknown');
    return formatDays({ from, to: to === undefined || to === UNKNOWN ? from : to });
  }
}

/** "2. staj, bitiş", or just "Bitiş" where there is one internship. */
function factLabel(id: string, several: boolean, phrases: Phrases): string {
  const of = internshipFact(id);
  const name = say(phrases, 'facts', fieldOf(id));
  return of && several ? `${say(phrases, 'facts', 'internship', { number: String(of.internship) })}, ${name}` : name;
}

/** The presumptions worth showing, as facts. */
export function shownPresumptions({ decisions }: Outcome, { rules }: Deps): Facts {
  return Object.fromEntries(
    decisions.flatMap(({ goal, presumed, internships, facts }) =>
      presumed
        .filter((name) => rules.goals[goal]?.shown.includes(name))
        .flatMap((name) => internships.map((n) => [`internship${n}.${name}`, facts[name] as string] as const)),
    ),
  );
}

/** The facts of the reply's contract: what was read with its words, and what was presumed. */
export function understoodFacts(facts: Facts, read: readonly ReadFact[], presumed: Facts): UnderstoodFact[] {
  return [
    ...Object.entries(facts).map(([id, value]) => ({ id, value, words: read.find((fact) => fact.id === id)?.words ?? '' })),
    ...Object.entries(presumed).map(([id, value]) => ({ id, value, words: '', presumed: true })),
  ];
}

/** What a person should know before answering a question, where there is something. */
export function questionNote(question: QuestionBlock | null, { knowledge }: Deps): Block[] {
  const note = question?.input.type === 'choice' ? knowledge.phrases.question?.[`${fieldOf(question.input.id)}.note`] : undefined;
  return note ? [{ type: 'text', text: note }] : [];
}

/** Asks for the first missing fact; dates of the same internship are asked for together. */
export function questionBlock(missing: readonly string[], facts: Facts, { knowledge }: Deps): QuestionBlock | null {
  const { phrases } = knowledge;
  const first = missing[0];
  if (first === undefined) return null;
  const several = hasSeveral(facts);
  const submit = say(phrases, 'question', 'submit');
  const values = valuesOf(first);
  if (values.length > 0) {
    const question = say(phrases, 'question', fieldOf(first));
    const of = internshipFact(first);
    const internship = of ? say(phrases, 'facts', 'internship', { number: String(of.internship) }) : '';
    const options = [...values, UNKNOWN].map((value) => ({
      value,
      label: value === UNKNOWN ? say(phrases, 'question', 'unknown') : valueLabel(phrases, first, value),
    }));
    const prompt = of && several ? say(phrases, 'question', 'of', { internship, question }) : question;
    return { type: 'question', prompt, input: { type: 'choice', id: first, options }, submit };
  }
  const ids = missing.filter((id) => valuesOf(id).length === 0);
  return {
    type: 'question',
    prompt: say(phrases, 'question', 'dates'),
    input: {
      type: 'dates',
      fields: ids.map((id) => ({ id, label: factLabel(id, several, phrases) })),
      unknown: say(phrases, 'question', 'unknown'),
    },
    submit,
  };
}

/** What the reader could not take as it stands, and what it took for granted. */
export function readingNotes({ problems, assumptions, facts }: Reading, text: string, { knowledge }: Deps): Block[] {
  const { phrases, programme } = knowledge;
  const year = String(programme?.year ?? '');
  const yearless =
    facts.some(({ id, value }) => valuesOf(id).length === 0 && value.startsWith(year)) && !text.includes(year) && year !== '';
  return [
    ...problems.map(({ kind, words }) => say(phrases, 'problem', kind, { words })),
    ...assumptions.map(({ kind, words }) => say(phrases, 'assumption', kind, { words })),
    ...(yearless && !/\d[./]\d{1,2}[./]\d{2}\b/.test(text) ? [say(phrases, 'assumption', 'year', { year })] : []),
  ].map((note) => ({ type: 'text', text: note }));
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

/** The official text behind the verdicts, folded away, and the university's own note. */
export function officialBlocks(entries: readonly string[], { knowledge }: Deps): Block[] {
  return entries.flatMap((id) => {
    const entry = entryOf(knowledge, id);
    return entry ? [officialBlock(knowledge, entry), ...universityBlocks(knowledge, entry)] : [];
  });
}

function hasSeveral(facts: Facts): boolean {
  return internshipNumbers(facts).length > 1;
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items.filter((item, at) => items.findIndex((other) => key(other) === key(item)) === at);
}

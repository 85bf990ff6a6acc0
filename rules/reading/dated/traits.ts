import { weekday } from '../../calendar.js';
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { between, type Hit, hitsOf, outermost } from '../cues.js';
import { formOf } from '../learned/forms.js';
import type { Traits } from '../learned/traits.js';
import type { CueName, Lexicon } from '../lexicon.js';
import { finds } from '../patterns.js';
import type { DateMention, DatesTold } from './mentions.js';

/** Strength of each kind of trait. */
const STRENGTH = { cue: 1, around: 0.7, form: 0.7, near: 1, pair: 0.8, bag: 0.5, beyond: 0.3, verb: 1, gram: 0.4, sentence: 0.2 };
/** So many words to each side are looked at. */
const REACH = 14;
/** So many of them by their place. */
const NEAR = 3;
const GRAM_LENGTH = 4;

/** What a mention may be about. */
const OWNERS: readonly CueName[] = ['internship', 'term', 'otherDate'];
/** What may be told of it. */
const EVENTS: readonly CueName[] = [
  ...(['event', 'movedTo', 'supposedStart', 'supposedEnd', 'start', 'end', 'firstDay', 'lastDay'] as const),
  ...(['termVerb', 'termEnd', 'superseded', 'declined'] as const),
];

/** A word, number or sign of the folded text: what it is called as a trait, and what it is. */
interface Word {
  readonly name: string;
  readonly letters: string;
  readonly kind: string | null;
  readonly isVerb: boolean;
  /** Where it stands. */
  readonly at: number;
}

/** Stands for a mention. */
const MENTION = '@';
const PIECE = /[a-z]+|\d+|[.,;:?!()\n/>-]/g;
const ENDS = new Set(['.', '?', '!', ';', '\n']);

/** What each mention is known by: the words and cues around it, its form, its place among the others. */
export function mentionTraits({ plain, searchable, clauses }: Analysis, { mentions, bounds }: DatesTold, lexicon: Lexicon): Traits[] {
  const hits = outermost(hitsOf(searchable, lexicon, [...OWNERS, ...EVENTS]));
  const words = wordsIn(plain.folded, mentions, lexicon);
  const declined = hitsOf(searchable, lexicon, ['declined']).map(({ start, end }) => plain.folded.slice(clauseStart(clauses, start), end));
  return mentions.map((mention, at) => {
    const traits: Traits = new Map();
    const add = (name: string, strength: number): void => {
      if ((traits.get(name) ?? 0) < strength) traits.set(name, strength);
    };
    const sentence = bounds.sentenceOf(mention.start);
    const before = words
      .filter(({ at: place }) => place < mention.start)
      .slice(-REACH)
      .reverse();
    const after = words.filter(({ at: place }) => place >= mention.end).slice(0, REACH);
    addForm(add, mention, mentions, at, lexicon.defaultYear);
    addCues(add, mention, hits, sentence.start);
    addNear(add, mention, before, after);
    addBag(add, 'l', before);
    addBag(add, 'r', after, mention.from.suffix);
    addVerb(add, before, after);
    if (isTurnedDown(mention, declined, plain.folded)) add('turned down', 1);
    for (const { name, at: place } of words) if (place >= sentence.start && place < sentence.end) add(`s:${name}`, STRENGTH.sentence);
    return traits;
  });
}

/** What a whole text is known by, for how many internships it dates and whether it dates a term. */
export function textTraits({ plain, searchable }: Analysis, { mentions, durations }: DatesTold, lexicon: Lexicon): Traits {
  const words = wordsIn(plain.folded, mentions, lexicon);
  const ranges = mentions.filter(({ kind }) => kind === 'range').length;
  const points = mentions.length - ranges;
  const cues = (['several', 'teaching'] as const).map((cue) => finds(lexicon.cues[cue], searchable));
  return new Map([
    ...words.map(({ name }, at) => [`p:${words[at - 1]?.name} ${name}`, 0.35] as const),
    ...words.flatMap(({ kind }) => (kind ? [[`k:${kind}`, 0.4] as const] : [])),
    ...words.map(({ name }) => [`w:${name}`, 0.5] as const),
    [`n:${points},${ranges}`, 1],
    [`half:${points / 2 + ranges}`, 1],
    [`cues:${cues}`, 1],
    [`d:${durations.length}`, 0.5],
  ]);
}

type Add = (name: string, strength: number) => void;

function addForm(
  add: Add,
  { kind, from, to, fromDate, toDate, refers }: DateMention,
  mentions: readonly DateMention[],
  at: number,
  defaultYear: number,
): void {
  add('any', 1);
  add(`kind:${kind}`, STRENGTH.form);
  add(`ending:${kind} ${from.suffix} ${to.suffix}`, STRENGTH.form);
  if (refers) add(`refers:${refers}`, STRENGTH.form);
  if (from.year !== null) add('year', STRENGTH.form);
  if (fromDate) add(`weekday:${kind} ${Math.min(6, weekday(fromDate))}`, STRENGTH.form);
  const year = fromDate ? Number(fromDate.slice(0, 4)) : defaultYear;
  if (year !== defaultYear) add(`year:${year < defaultYear ? 'past' : 'next'}`, 1);
  add(`mentions:${Math.min(mentions.length, 7)}`, STRENGTH.form);
  add(`place:${at === 0 ? 'first' : at === mentions.length - 1 ? 'last' : 'middle'}`, STRENGTH.form);
  if (mentions.some((other, n) => n !== at && other.fromDate === fromDate && other.toDate === toDate)) add('again', STRENGTH.form);
}

/** The cues of the lexicon between the mentions beside it, and before it in its sentence. */
function addCues(add: Add, { start, end, left, right, from }: DateMention, hits: readonly Hit[], sentenceStart: number): void {
  const before = between(hits, left, start);
  const after = between(hits, end, right);
  const isOf = (cues: readonly CueName[]) => (hit: Hit) => cues.includes(hit.cue);
  const owner = { before: before.findLast(isOf(OWNERS))?.cue, after: after.find(isOf(OWNERS))?.cue };
  const event = { before: before.findLast(isOf(EVENTS))?.cue, after: after.find(isOf(EVENTS))?.cue };
  const far = between(hits, sentenceStart, start).findLast(isOf(OWNERS))?.cue;
  add(`cue<:${before.at(-1)?.cue}`, STRENGTH.cue);
  add(`cue>:${after[0]?.cue}`, STRENGTH.cue);
  add(`cues:${before.at(-1)?.cue} ${after[0]?.cue} ${from.suffix}`, STRENGTH.cue);
  add(`owners:${owner.before} ${owner.after}`, STRENGTH.cue);
  add(`events:${event.before} ${event.after} ${from.suffix}`, STRENGTH.cue);
  add(`told:${owner.before} ${event.after} ${from.suffix}`, STRENGTH.cue);
  add(`far:${far} ${owner.before} ${event.after}`, STRENGTH.cue);
  for (const { cue } of before) add(`c<:${cue}`, STRENGTH.around);
  for (const { cue } of after) add(`c>:${cue}`, STRENGTH.around);
}

function addNear(add: Add, { from }: DateMention, before: readonly Word[], after: readonly Word[]): void {
  for (const [side, words] of [['<', before] as const, ['>', after] as const])
    words.slice(0, NEAR).forEach(({ name, kind }, n) => {
      const strength = STRENGTH.near * (1 - n / 5);
      add(`${side}${n}:${name}`, strength);
      if (kind) add(`${side}${n}:<${kind}>`, 0.7 * strength);
    });
  add(`<<:${before[1]?.name} ${before[0]?.name}`, STRENGTH.pair);
  add(`>>:${after[0]?.name} ${after[1]?.name}`, STRENGTH.pair);
  add(`<>:${before[0]?.name} ${after[0]?.name}`, STRENGTH.pair);
  add(`>ending:${from.suffix} ${after[0]?.name}`, STRENGTH.pair);
  for (const word of before.slice(0, 1)) for (const gram of gramsOf(word)) add(`g<:${gram}`, STRENGTH.gram);
  for (const word of after.slice(0, 2)) for (const gram of gramsOf(word)) add(`g>:${gram}`, STRENGTH.gram);
}

/** The words of the sentence up to the next mention, and up to the one behind that. */
function addBag(add: Add, side: string, words: readonly Word[], suffix?: string | null): void {
  const [near = [], far = []] = stretchesOf(words);
  for (const { name, kind } of near) {
    add(`${side}:${name}`, STRENGTH.bag);
    if (kind) add(`${side}:<${kind}>`, STRENGTH.bag);
    if (suffix !== undefined) add(`${side}:${name} ${suffix}`, 0.8 * STRENGTH.bag);
  }
  for (const { name, kind } of far) {
    add(`${side}2:${name}`, STRENGTH.beyond);
    if (kind) add(`${side}2:<${kind}>`, STRENGTH.beyond);
  }
}

/** The words up to the end of the sentence, parted by mentions. */
function stretchesOf(words: readonly Word[]): Word[][] {
  const stretches: Word[][] = [[]];
  for (const word of words) {
    if (ENDS.has(word.name)) break;
    if (word.name === MENTION) stretches.push([]);
    else stretches.at(-1)?.push(word);
  }
  return stretches;
}

/** The verb that governs the mention: in Turkish it follows. */
function addVerb(add: Add, before: readonly Word[], after: readonly Word[]): void {
  const end = after.findIndex(({ name }) => ENDS.has(name));
  const clause = end < 0 ? after : after.slice(0, end);
  const at = clause.findIndex(({ isVerb }) => isVerb);
  const verb = clause[at];
  const passed = clause.slice(0, Math.max(0, at)).filter(({ name }) => name === MENTION).length;
  if (!verb || passed > 1) return;
  add(`verb${passed}:${verb.name}`, STRENGTH.verb * (passed ? 0.7 : 1));
  if (passed === 0) for (const gram of gramsOf(verb)) add(`gv:${gram}`, STRENGTH.gram);
  const subject = before.find(({ kind }) => kind !== null);
  if (subject) add(`subject:${subject.kind} ${verb.name}`, 0.6 * STRENGTH.verb);
}

function gramsOf({ letters }: Word): string[] {
  return Array.from({ length: Math.max(0, letters.length - GRAM_LENGTH + 1) }, (_, at) => letters.slice(at, at + GRAM_LENGTH));
}

/** "Orman 10-28 ağustos … ormanı geri çevirdim": what stands right before its dates is turned down elsewhere. */
function isTurnedDown({ left, start }: DateMention, declined: readonly string[], folded: string): boolean {
  const [name] = /[a-z]{4,}(?=[^a-z]*$)/.exec(folded.slice(left, start)) ?? [];
  return name !== undefined && declined.some((clause) => new RegExp(`\\b${name.slice(0, 5)}`).test(clause));
}

function clauseStart(clauses: readonly Clause[], at: number): number {
  return clauses.findLast(({ start }) => start <= at)?.start ?? 0;
}

/** The words of a folded text, in which a sign stands for each mention. */
function wordsIn(folded: string, mentions: readonly DateMention[], { kindOf }: Lexicon): Word[] {
  const words: Word[] = [];
  let next = 0;
  for (const { 0: piece, index: at } of folded.matchAll(PIECE)) {
    const mention = mentions[next];
    if (!mention || at < mention.start) words.push(wordOf(piece, at, kindOf));
    else if (words.at(-1)?.at !== mention.start) words.push({ ...NO_WORD, name: MENTION, at: mention.start });
    while (mentions[next] && at + piece.length >= (mentions[next] as DateMention).end) next++;
  }
  return words;
}

const NO_WORD = { letters: '', kind: null, isVerb: false };

function wordOf(piece: string, at: number, kindOf: Lexicon['kindOf']): Word {
  if (/\d/.test(piece)) return { ...NO_WORD, name: '#', at };
  if (!/[a-z]/.test(piece)) return { ...NO_WORD, name: piece, at };
  const { stem, marks, isVerb } = formOf(piece);
  return { name: [stem, ...marks].join('/'), letters: piece, kind: kindOf(piece), isVerb, at };
}

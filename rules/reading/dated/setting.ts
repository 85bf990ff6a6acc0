import { rowOf } from '../../../knowledge/matcher/row-table.js';
import type { Analysis } from '../analysis.js';
import { hitsOf } from '../cues.js';
import { formOf } from '../learned/forms.js';
import type { Lexicon } from '../lexicon.js';
import type { Span } from '../patterns.js';
import { type Pointer, pointerBefore, pointingsOf } from '../several/pointings.js';
import type { DateMention, DatesTold } from './mentions.js';
import { type CaseOdds, caseOdds, type TrainedDates } from './model.js';
import { textTraits } from './traits.js';

/** What is known of a text whose dates are weighed. */
export interface Setting {
  readonly mentions: readonly DateMention[];
  readonly odds: CaseOdds;
  /** The year of dates that write none. */
  readonly year: number;
  /** For each length that the text gives, whose the words right before it say it is. */
  readonly lengths: readonly LengthPointed[];
  /** For each mention the internship that a word before it points to ("ikincisi"), or null. */
  readonly pointers: readonly (Pointer | null)[];
  /** For each mention whether the words around it speak of two internships at once. */
  readonly ofBoth: readonly boolean[];
  /** True where the words before two mentions name the same thing: "botaş … botaş". */
  readonly isNamedAlike: (one: number, other: number) => boolean;
  /** True where the words from one place to another, or right behind that, put something right: "pardon", "yerine". */
  readonly isPutRight: (old: Span, by: Span) => boolean;
}

/** What the words right before a length point to: an internship ("ikincisi 15 iş günü"), and the dates named alike ("tei 20 iş günü"). */
export interface LengthPointed {
  readonly pointer: Pointer | null;
  readonly isNamedLike: (mention: number) => boolean;
}

/** Words that far behind a mention may still say that it puts another right. */
const PUT_RIGHT_REACH = 40;
/** "Meğer 9 ekimmiş", "ilki 10.8-4.9muş". */
const EVIDENTIAL = /m[iu]s$/;
/** A word that so few texts use is a name, as far as dates are concerned: rarity in the feature space. */
const RARE = 0.5;
const SHORTEST_NAME = 3;

/** Looks up what the weighing of hypotheses asks of a text. */
export function settingOf(analysis: Analysis, told: DatesTold, lexicon: Lexicon, trained: TrainedDates): Setting {
  const { plain, searchable } = analysis;
  const { mentions, durations, bounds } = told;
  const pointings = pointingsOf(searchable, lexicon);
  const both = hitsOf(searchable, lexicon, ['ofBoth']);
  const right = hitsOf(searchable, lexicon, ['putRight']);
  const names = mentions.map(({ left, start }) => namesIn(plain.folded.slice(left, start), trained));
  const alike = names.map((own) => names.map((others) => sharesOne(own, others)));
  const beside = durations.length > 0 ? mentions.map((_, mention) => namesBeside(mention)) : [];
  const pointers = mentions.map(({ left, start }) => pointerBefore(pointings, left, start)?.to ?? null);
  return {
    mentions,
    odds: caseOdds(trained, textTraits(analysis, told, lexicon)),
    year: lexicon.defaultYear,
    lengths: durations.map(({ start }) => {
      const before = wordsBefore(start);
      const own = namesIn(before, trained);
      return {
        pointer: pointerBefore(pointings, start - before.length, start)?.to ?? null,
        isNamedLike: (mention) => sharesOne(own, beside[mention] ?? new Set()),
      };
    }),
    pointers,
    // "İki kurum da aldı, biri 10-28 ağustos": not where one of them is pointed to.
    ofBoth: mentions.map(({ left, right: end, refers }, at) => !refers && (pointers[at] ?? 'all') === 'all' && beginsIn(both, left, end)),
    isNamedAlike: (one, other) => alike[one]?.[other] ?? false,
    isPutRight: (old, by) =>
      EVIDENTIAL.test(plain.folded.slice(by.start, by.end)) ||
      beginsIn(right, old.end, Math.min(by.end + PUT_RIGHT_REACH, bounds.sentenceOf(by.start).end)),
  };

  /** The words of the sentence before a place, back to the comma, date or length before it. */
  function wordsBefore(at: number): string {
    const ends = [...mentions, ...durations].filter((one) => one.end <= at).map(({ end }) => end);
    return plain.folded.slice(Math.max(bounds.sentenceOf(at).start, ...ends), at).replace(/^.*[,;:]/s, '');
  }

  /** The names right before a date; where none stands there, those right behind it. */
  function namesBeside(mention: number): ReadonlySet<string> {
    const { start, end, right } = mentions[mention] as DateMention;
    const before = namesIn(wordsBefore(start), trained);
    const next = durations.find((one) => one.start >= end)?.start ?? right;
    return before.size > 0 ? before : namesIn(plain.folded.slice(end, Math.min(right, next)).replace(/[,;:].*$/s, ''), trained);
  }
}

function sharesOne(names: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...names].some((name) => others.has(name));
}

/** The names in a folded stretch, without their endings. */
function namesIn(folded: string, { textSpace: { rows, idf } }: TrainedDates): ReadonlySet<string> {
  const stems = (folded.match(/[a-z]+/g) ?? []).filter(({ length }) => length >= SHORTEST_NAME).map((word) => formOf(word).stem);
  return new Set(stems.filter((stem) => (idf[rowOf(rows, `w:${stem}`) ?? -1] ?? 1) >= RARE));
}

function beginsIn(hits: readonly Span[], start: number, end: number): boolean {
  return hits.some((hit) => hit.start >= start && hit.start < end);
}

import { foldWithOffsets } from '../../knowledge/text/fold.js';
import { monthNumbered } from './months.js';
import { type Suffix, suffixOf } from './suffixes.js';
import type { Restorer } from './vowels.js';

/** A text made simple to read: folded, without apostrophes, one kind of dash and blank. `offsets[i]` is where `folded[i]` stands in `original`. */
export interface PlainText {
  readonly original: string;
  readonly folded: string;
  readonly offsets: readonly number[];
}

/** A piece of a text. `start` and `end` are indexes in the folded text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'date' | 'code' | 'sign';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of a number: its value, and its case ending ("28'inde"). */
  readonly value: number;
  readonly suffix: Suffix | null;
  /** "3." as in "3. sınıf". */
  readonly ordinal: boolean;
  /** Of a date in figures. */
  readonly date: { readonly day: number; readonly month: number; readonly year: number | null } | null;
}

const LONGEST = 4000;
/** Folding has made all apostrophes one. */
const APOSTROPHE = /['"]/;
const DASH = /[-‐‑‒–—―−~→➔⇒]/;

/** Brings a text to the spelling that the reader reads. */
export function plainText(original: string, restore: Restorer = (word) => word): PlainText {
  return restored(spelt(original), restore);
}

/** The text with its words restored; what is put in stands where the word stood. */
function restored({ original, folded, offsets }: PlainText, restore: Restorer): PlainText {
  let text = '';
  const places: number[] = [];
  for (const { 0: piece, index } of folded.matchAll(/[a-z]+|[^a-z]+/g)) {
    const word = restore(piece);
    for (let i = 0; i < word.length; i++) places.push(offsets[index + Math.min(i, piece.length - 1)] ?? original.length);
    text += word;
  }
  return { original, folded: text, offsets: [...places, offsets[folded.length] ?? original.length] };
}

function spelt(original: string): PlainText {
  const { folded: source, offsets: places } = foldWithOffsets(original.slice(0, LONGEST));
  let folded = '';
  const offsets: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const letters = spelling(source, i, folded);
    for (const letter of letters) {
      folded += letter;
      offsets.push(places[i] ?? 0);
    }
  }
  offsets.push(places[source.length] ?? original.length);
  return { original, folded, offsets };
}

/** What a letter of the folded source becomes, after what was written so far. */
function spelling(source: string, at: number, written: string): string {
  const [before = '', letter = '', after = ''] = [source[at - 1], source[at], source[at + 1]];
  if (APOSTROPHE.test(letter) && /[a-z\d]/.test(before) && /[a-z]/.test(after)) return '';
  // "aldm", "ettm": the vowel that thumbs leave out.
  if (letter === 'm') return /[a-z][dt]$/.test(written.slice(-2)) && !/[a-z\d]/.test(after) ? 'im' : 'm';
  if (DASH.test(letter)) return '-';
  if (letter === '\n' || !/\s/.test(letter)) return letter;
  return written.endsWith(' ') ? '' : ' ';
}

/** The words of the original that stand at `start`–`end` of the folded text. */
export function wordsAt({ original, offsets }: PlainText, start: number, end: number): string {
  return original.slice(offsets[start] ?? 0, offsets[end] ?? original.length).trim();
}

const PIECE = new RegExp(
  [
    '(?<iso>(?<![\\d.])\\d{4}([-./])\\d{1,2}\\2\\d{1,2}(?!\\d))',
    '(?<dmy>(?<![\\d.])\\d{1,2}(?:([./])\\d{1,2}\\4(?:20)?\\d{2}|-\\d{1,2}-(?:20)?\\d{2})(?!\\d))',
    '(?<roman>(?<![\\d.])\\d{1,2}\\. ?(?:i{1,3}|i?[vx]|vi{1,3}|xi{1,2})\\. ?(?:20)?\\d{2}(?!\\d))',
    '(?<code>\\d{5,}[\\d./-]{0,20}(?:[a-z]\\.\\d+)?|%\\d+(?:[.,]\\d+)?|\\b[a-z]{1,3}\\.\\d+|\\d{1,2}:\\d\\d|\\d+(?:,\\d+)|\\d+[.]\\d+[.]\\d[\\d.]*)',
    '(?<dm>(?<![\\d.])\\d{1,2}[./]\\d{1,2}(?![\\d])(?:\\.(?= ?-))?)',
    '(?<number>\\d{1,4}(?!\\d))',
    '(?<word>\\p{L}+)',
    '(?<sign>[^ ])',
  ].join('|'),
  'gu',
);
const NO_TOKEN = { value: Number.NaN, suffix: null, ordinal: false, date: null };

/** Splits a text into words, numbers, dates in figures, codes (which are none of these) and signs. */
export function tokensOf(text: PlainText): Token[] {
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  for (let found = PIECE.exec(text.folded); found; found = PIECE.exec(text.folded)) {
    const token = tokenOf(text, found);
    tokens.push(token);
    PIECE.lastIndex = token.end;
  }
  return withMonthsNamed(withYearsInFigures(tokens));
}

const YEAR_IN_WORDS: readonly RegExp[] = [/^iki$/, /^bin$/, /^yirmi(?:[dt][ae]n?|y[ae]|nin)?$/];
const LAST_OF_YEAR = /^bir(?:[dt][ae]n?|[ae]|in)?$/;

/** "iki bin yirmi (bir)" becomes 2020 or 2021, with the ending of its last word. */
function withYearsInFigures(tokens: readonly Token[]): Token[] {
  const years = tokens.map((_, at) => yearInWords(tokens.slice(at, at + 4)));
  const inside = (at: number) => [1, 2, 3].some((back) => (years[at - back]?.words ?? 0) > back);
  return tokens.flatMap((token, at) => (inside(at) ? [] : [years[at]?.token ?? token]));
}

/** The year that the next tokens spell, and in how many words. */
function yearInWords(tokens: readonly Token[]): { token: Token; words: number } | null {
  if (!YEAR_IN_WORDS.every((word, at) => word.test(tokens[at]?.text ?? ''))) return null;
  const [first, , twenty, one] = tokens as [Token, Token, Token, Token?];
  const last = twenty.text === 'yirmi' && one && LAST_OF_YEAR.test(one.text) ? one : twenty;
  const value = last === one ? 2021 : 2020;
  const suffix = suffixOf(last.text.replace(/^(?:yirmi|bir)/, ''));
  return { token: { ...first, kind: 'number', text: String(value), value, suffix, end: last.end }, words: last === one ? 4 : 3 };
}

/** Months that are counted ("9. ayın 7'si") become words like the others. */
function withMonthsNamed(tokens: readonly Token[]): Token[] {
  const nameAt = (at: number): string | null => {
    const [number, word] = [tokens[at], tokens[at + 1]];
    const counts = number?.ordinal || number?.kind === 'word';
    return counts && word?.kind === 'word' ? monthNumbered(number, word.text) : null;
  };
  return tokens.flatMap((token, at) => {
    const name = nameAt(at);
    if (name !== null) return [{ ...token, kind: 'word', text: name, ordinal: false, end: tokens[at + 1]?.end ?? token.end }];
    return at > 0 && nameAt(at - 1) !== null ? [] : [token];
  });
}

function tokenOf(text: PlainText, found: RegExpExecArray): Token {
  const { iso, dmy, dm, number, word, code, roman } = found.groups ?? {};
  const [piece] = found;
  const start = found.index;
  const base = { ...NO_TOKEN, text: piece, start, end: start + piece.length };
  if (word !== undefined) return { ...base, kind: 'word' };
  if (code !== undefined) return { ...base, kind: 'code' };
  const figures = iso ?? dmy ?? dm ?? (roman && inFigures(roman));
  if (figures !== undefined) {
    const date = figuresOf(figures, iso !== undefined);
    return date ? withSuffix(text, { ...base, kind: 'date', date }) : { ...base, kind: 'code' };
  }
  if (number === undefined) return { ...base, kind: 'sign' };
  const token = withSuffix(text, { ...base, kind: 'number', value: Number(number) });
  return isOrdinal(text, token) ? { ...token, end: token.end + 1, ordinal: true } : token;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** "03.VIII.2020", as old offices write it, becomes "03.8.2020". */
function inFigures(date: string): string {
  return date.replace(/ /g, '').replace(/[ivx]+/, (month) => String(ROMAN.indexOf(month) + 1));
}

function figuresOf(figures: string, yearFirst: boolean): Token['date'] {
  const numbers = figures.replace(/\.$/, '').split(/[-./]/).map(Number);
  const [day = 0, month = 0, year] = yearFirst ? numbers.reverse() : numbers;
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  // With a year it was meant as a date, so a day that does not exist is worth a question; "10.30" is a time.
  if (!exists && (year === undefined || day > 99 || month > 99)) return null;
  return { day, month, year: year === undefined ? null : year < 100 ? 2000 + year : year };
}

/** Takes in the letters that hang on a figure ("28inde", "21.9.20de") if they are a case ending. */
function withSuffix(text: PlainText, token: Token): Token {
  const letters = /^[a-z]{1,8}(?![a-z\d])/.exec(text.folded.slice(token.end, token.end + 12))?.[0];
  const suffix = letters === undefined ? null : suffixOf(letters);
  return suffix ? { ...token, suffix, end: token.end + (letters ?? '').length } : token;
}

/** "3. sınıf", but not "… 28. Dersler …": there the next sentence begins. */
function isOrdinal(text: PlainText, token: Token): boolean {
  if (token.suffix || token.value > 99 || text.folded[token.end] !== '.') return false;
  const next = /^\. ?(?=[a-z])/.exec(text.folded.slice(token.end, token.end + 3));
  if (!next) return false;
  const letter = text.original[text.offsets[token.end + next[0].length] ?? 0] ?? '';
  return (
    next[0] === '.' ||
    letter === letter.toLocaleLowerCase('tr') ||
    /^(?:staj|agustos|eylul|ekim|temmuz)/.test(text.folded.slice(token.end + 2))
  );
}

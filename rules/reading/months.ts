import { type Suffix, suffixOf } from './suffixes.js';

/** A month (1–12) with its case ending. */
export interface MonthRead {
  readonly month: number;
  readonly suffix: Suffix | null;
}

const NAMES = ['ocak', 'subat', 'mart', 'nisan', 'mayis', 'haziran', 'temmuz', 'agustos', 'eylul', 'ekim', 'kasim', 'aralik'];
/** "aralığın", "ocağa": the k softens before a vowel. */
const SOFTENED: Readonly<Record<string, MonthRead>> = {
  araligin: { month: 12, suffix: 'of' },
  araliga: { month: 12, suffix: 'to' },
  ocagin: { month: 1, suffix: 'of' },
  ocaga: { month: 1, suffix: 'to' },
};
const ORDINALS = [
  'birinci',
  'ikinci',
  'ucuncu',
  'dorduncu',
  'besinci',
  'altinci',
  'yedinci',
  'sekizinci',
  'dokuzuncu',
  'onuncu',
  'onbirinci',
  'onikinci',
];
const MONTH = /^ay(in|da|dan|a)?$/;

/** "9. ayın (7'si)", "sekizinci ayın (üçü)": the name of the month with the ending of "ay", or null. */
export function monthNumbered(number: { readonly text: string; readonly value: number }, word: string): string | null {
  const ending = MONTH.exec(word);
  if (!ending) return null;
  const name = NAMES[(ORDINALS.indexOf(number.text) + 1 || number.value) - 1];
  return name === undefined ? null : name + (ending[1] ?? '');
}

/** Where a system's dates are shown in English. */
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ENGLISH_MONTH = /^(?:january|february|march|april|may|june|july|august|september|sept|october|november|december|[a-z]{3})$/;
/** "31 Ağu'da"; "arada" and "maya" are words of their own. */
const WITH_ENDING = /^(?:oca|sub|nis|haz|tem|agu|ags|eyl|eki|kas)(?:[dt][ae]n?|[ae]|y[ae])$/;
/** "21 ağs": the one short form that leaves out its middle. */
const AUGUST = /^ags$/;
const SHORT = ['oca', 'sub', 'mar', 'nis', 'may', 'haz', 'tem', 'agu', 'eyl', 'eki', 'kas', 'ara'];
/** "Ekm", "tmmz", "tmz", "agst": what thumbs leave of a month, and its number; the longest first. */
const WITHOUT_VOWELS: readonly (readonly [string, number])[] = NAMES.flatMap((name, index) => {
  const bare = name.charAt(0) + name.slice(1).replace(/[aeiou]/g, '');
  return [...new Set([bare, bare.replace(/(.)\1/, '$1'), ...(bare.length > 4 ? [bare.slice(0, -1)] : [])])].map(
    (form) => [form, index + 1] as const,
  );
}).toSorted(([one], [other]) => other.length - one.length);
/** So much of a month must stand. */
const SHORTEST_CUT = 4;
/** Words one slip away from a month that are words of their own. */
const OTHER_WORDS = /^(?:insan|kisim|kesim|kasik|subay|ekip|marti|mayin|nisani|martilar|aralar|aralik(?:li|siz|lar))/;
const fuzzyCache = new Map<string, MonthRead | null>();

/** The month that a folded word names, spelt in full, with or without a case ending; "martı" is a bird. */
export function monthNamed(word: string): MonthRead | null {
  if (word === 'marti') return null;
  const index = NAMES.findIndex((name) => word.startsWith(name));
  if (index < 0) return Object.hasOwn(SOFTENED, word) ? (SOFTENED[word] ?? null) : null;
  const rest = word.slice(NAMES[index]?.length);
  if (rest === '') return { month: index + 1, suffix: null };
  const suffix = suffixOf(rest);
  return suffix ? { month: index + 1, suffix } : null;
}

/** "Sep", "august": the month of a date that a system shows in English. */
export function isEnglish(word: string): boolean {
  return ENGLISH_MONTH.test(word) && ENGLISH.includes(word.slice(0, 3));
}

/** "Eyl 14", "ekm 9": a short form that is no word of its own, so that it names a month before its day too. */
export function isShortMonth(word: string): boolean {
  return word !== 'ara' && (SHORT.includes(word) || WITHOUT_VOWELS.some(([form]) => form === word));
}

/** As `monthNamed`, for a word next to a number: short forms ("ağu") and slips of the thumb ("agutsos", "temuz") too. */
export function monthNextToNumber(word: string): MonthRead | null {
  const named = monthNamed(word);
  if (named) return named;
  const short = SHORT.indexOf(word.slice(0, 3).replace(AUGUST, 'agu'));
  const ending = short < 0 || word.length === 3 ? null : WITH_ENDING.test(word) ? suffixOf(word.slice(3)) : undefined;
  if (short >= 0 && ending !== undefined) return { month: short + 1, suffix: ending };
  const bare = withoutVowels(word);
  if (bare) return bare;
  if (OTHER_WORDS.test(word)) return null;
  const cut = cutShort(word);
  if (cut) return cut;
  if (isEnglish(word)) return { month: ENGLISH.indexOf(word.slice(0, 3)) + 1, suffix: null };
  if (word.length < 3 || word.length > 13) return null;
  const known = fuzzyCache.get(word);
  if (known !== undefined) return known;
  const found = misspelt(word);
  if (fuzzyCache.size < 2000) fuzzyCache.set(word, found);
  return found;
}

/** "Temmu", "ağusta": the beginning of a month, with an ending or without. */
function cutShort(word: string): MonthRead | null {
  for (let length = word.length; length >= SHORTEST_CUT; length--) {
    const month = NAMES.findIndex((name) => name.length > length && name.startsWith(word.slice(0, length)));
    const isWhole = length === word.length;
    const suffix = isWhole ? null : suffixOf(word.slice(length));
    if (month >= 0 && (isWhole || suffix)) return { month: month + 1, suffix };
  }
  return null;
}

function withoutVowels(word: string): MonthRead | null {
  for (const [form, month] of WITHOUT_VOWELS) {
    if (!word.startsWith(form)) continue;
    const suffix = suffixOf(word.slice(form.length));
    if (suffix || word === form) return { month, suffix };
  }
  return null;
}

function misspelt(word: string): MonthRead | null {
  const hits = NAMES.flatMap((name, index) => {
    const suffix = misspeltAs(name, word);
    return suffix === undefined ? [] : [{ month: index + 1, suffix }];
  });
  return hits.length === 1 ? (hits[0] ?? null) : null;
}

/** The ending that follows a slip of `name`, null for none, undefined if the word is no slip of it. */
function misspeltAs(name: string, word: string): Suffix | null | undefined {
  for (const length of [name.length, name.length - 1, name.length + 1]) {
    if (length > word.length || length < 3) continue;
    const stem = word.slice(0, length);
    const rest = word.slice(length);
    const suffix = rest === '' ? null : suffixOf(rest);
    if ((rest === '' || suffix) && isSlip(name, stem)) return suffix;
  }
  return undefined;
}

/** One letter left out, doubled, swapped with its neighbour or, in names of five letters and more, replaced; the first letter stands. */
function isSlip(name: string, typed: string): boolean {
  if (name[0] !== typed[0]) return false;
  let at = 0;
  while (at < name.length && name[at] === typed[at]) at++;
  const [left, right] = [name.slice(at), typed.slice(at)];
  if (left.slice(1) === right) return name.length > 4 || /[aeiou]/.test(left[0] ?? '');
  if (right.slice(1) === left) return name.length > 4 || right[0] === name[at - 1];
  if (left.length !== right.length) return false;
  if (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)) return true;
  return name.length > 4 && left.slice(1) === right.slice(1);
}

import { fold } from '../../knowledge/text/fold.js';

/** What stands in a scrubbed text in place of what was there. */
export const MARKS = {
  address: '[adres]',
  mail: '[e-posta]',
  iban: '[iban]',
  plate: '[plaka]',
  nationalId: '[kimlik no]',
  phone: '[telefon]',
  number: '[numara]',
  name: '[ad]',
} as const;

/** True for a folded word that stands in the knowledge base: it is nobody's name. */
export type KnownWord = (word: string) => boolean;

/**
 * Takes out of a text what could lead to a person: T.C. kimlik no, student and other long numbers, telephones, IBANs, e-mail addresses,
 * number plates, all of a web address but its host, and the name of whoever says who they are. Dates stay, as cases are made of them.
 * It would rather take too much than too little; scrubbing twice changes nothing.
 */
export function scrub(text: string, isKnown: KnownWord): string {
  return withoutNames(
    KINDS.reduce((scrubbed, { pattern, mark }) => scrubbed.replace(pattern, mark), text),
    isKnown,
  );
}

/** One kind of personal data, in the order in which they are looked for: an IBAN is also a long number. */
const KINDS: readonly { readonly pattern: RegExp; readonly mark: (found: string) => string }[] = [
  { pattern: /(?:https?:\/\/|www\.)[^\s<>"']+/gi, mark: hostOf },
  {
    pattern: /[\p{L}\p{M}\d._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\d-]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\p{L}\d-]+)*/giu,
    mark: () => MARKS.mail,
  },
  { pattern: /(?<![\p{L}\d])tr[\s-]?\d{2}(?:[\s-]?\d){20,24}(?!\d)/giu, mark: () => MARKS.iban },
  // A letter, then four or five digits; two, then three or four; three, then two or three. Small letters only where nothing stands between.
  {
    pattern:
      /(?<![\p{L}\d])(?:0[1-9]|[1-7]\d|8[01])\s?(?:[A-PR-VYZ]\s?\d{4,5}|[A-PR-VYZ]{2}\s?\d{3,4}|[A-PR-VYZ]{3}\s?\d{2,3})(?![\p{L}\d])/gu,
    mark: () => MARKS.plate,
  },
  {
    pattern: /(?<![\p{L}\d])(?:0[1-9]|[1-7]\d|8[01])(?:[a-pr-vyz]\d{4,5}|[a-pr-vyz]{2}\d{3,4}|[a-pr-vyz]{3}\d{2,3})(?![\p{L}\d])/gu,
    mark: () => MARKS.plate,
  },
  // Dates are found so that they stay; any other row of digits, however it is spaced, is judged by its length.
  { pattern: new RegExp(`${dates()}|\\+?\\(?\\d(?:[\\s()./-]{0,3}\\d){5,}`, 'gu'), mark: numberMark },
];

/** Days as `3.8.2020`, `03/08/20`, `3.8` or `2020-08-03`, two of them with a dash between, and `2020-2021`. */
function dates(): string {
  const day = String.raw`(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}|20\d{2})`;
  return String.raw`(?<![\d./-])${day}(?:\s?[-–]\s?${day})?(?![\d])`;
}

const DATE = new RegExp(`^${dates()}$`, 'u');
/** Students' and staff numbers begin here; shorter ones are counts and sums of money. */
const LONG = 6;

function numberMark(found: string): string {
  if (DATE.test(found)) return found;
  const digits = found.replace(/\D/g, '');
  if (digits.length < LONG) return found;
  if (isNationalId(digits)) return MARKS.nationalId;
  return /^(?:\+|00)|^0?5\d{9}$|^0[2-4]\d{9}$|^905\d{9}$/.test(found.startsWith('+') ? found : digits) ? MARKS.phone : MARKS.number;
}

/**
 * Eleven digits of which the last two follow from the others: the tenth from the sums of the odd and of the even places, the eleventh
 * from the sum of the first ten. Source: the check the General Directorate of Population Affairs publishes.
 */
export function isNationalId(digits: string): boolean {
  if (!/^[1-9]\d{10}$/.test(digits)) return false;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, tenth, eleventh] = [...digits].map(Number);
  const odd = a + c + e + g + i;
  const even = b + d + f + h;
  const expected = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === expected && eleventh === (odd + even + expected) % 10;
}

/** A path or a query may hold a key. */
function hostOf(address: string): string {
  const [, scheme = '', host = ''] = /^(https?:\/\/)?(?:[^/?#]*@)?([\p{L}\d.-]+)/iu.exec(address) ?? [];
  return host ? `${scheme}${host}` : MARKS.address;
}

const WORD = /[\p{L}\p{M}'’]+/gu;
/** After these a name comes, whatever it is; after "ben" only what looks like one. */
const NAMING = ['adim', 'ismim', 'soyadim', 'soyismim', 'adi', 'ismi', 'soyadi'];
const MYSELF = ['ben', 'bendeniz'];
const MAX_NAMES = 4;

interface Word {
  readonly at: number;
  readonly word: string;
  readonly folded: string;
}

/** Marks the words after "adım", "ben" and the like, up to the first that the knowledge base knows. */
function withoutNames(text: string, isKnown: KnownWord): string {
  const words = [...text.matchAll(WORD)].map((match): Word => ({ at: match.index, word: match[0], folded: fold(match[0]) }));
  const named = new Set(words.flatMap((_, at) => namesAfter(at, words, text, isKnown)));
  return words.reduceRight((scrubbed, { at, word }, index) => {
    if (!named.has(index)) return scrubbed;
    const before = named.has(index - 1) ? scrubbed.slice(0, at).trimEnd() : `${scrubbed.slice(0, at)}${MARKS.name}`;
    return before + scrubbed.slice(at + word.length);
  }, text);
}

/** Places of the words that are a name because of the word before them. */
function namesAfter(at: number, words: readonly Word[], text: string, isKnown: KnownWord): number[] {
  const { folded = '' } = words[at] ?? {};
  const names = NAMING.includes(folded);
  if (!names && !MYSELF.includes(folded)) return [];
  const found: number[] = [];
  for (let next = at + 1; next <= at + MAX_NAMES; next += 1) {
    const candidate = words[next];
    if (!candidate || !touches(text, words[next - 1], candidate)) break;
    if (NAMING.includes(candidate.folded)) continue;
    const capital = /^\p{Lu}/u.test(candidate.word);
    // A known word ends a name, unless it goes on in capitals: there are people called Yılmaz and Güzel.
    if (!(names || capital) || (isKnown(baseOf(candidate)) && !(capital && found.length > 0))) break;
    found.push(next);
  }
  return found;
}

/** Without what stands after an apostrophe. */
function baseOf({ folded }: Word): string {
  return folded.split(/['’]/)[0] ?? folded;
}

/** True where nothing but a space or a colon stands between two words: a name does not go on in the next sentence. */
function touches(text: string, before: Word | undefined, after: Word): boolean {
  return before !== undefined && /^[\s:=]*$/.test(text.slice(before.at + before.word.length, after.at));
}

import { NEITHER } from '../statements.js';
import { type Form, formOf, type Mark } from './forms.js';

/** What a clause is known by: name → strength. */
export type Traits = Map<string, number>;

/** Strength of each kind of trait. Set by cross-validation on the examples. */
const STRENGTH = { form: 1, pair: 0.8, gram: 0.6, said: 1.2 };
/** How many words apart two words may stand and still be a pair: in Turkish a verb follows what it is said of. */
const REACH = 4;
const GRAM_LENGTH = 4;
const WORD = /[a-z]+|\d+/g;

/**
 * The traits of a folded clause: the stems of its words with what their endings deny or put off, ordered pairs of them, character
 * 4-grams within words, and `said`, what the patterns of the lexicon found in it.
 * @param kindOf names the kind of thing a word is (a document, an employer …), which then stands for it in pairs too
 */
export function traitsOf(clause: string, said: readonly string[], kindOf: (word: string) => string | null): Traits {
  const traits: Traits = new Map();
  const words = wordsOf(clause);
  const isDenied = clause.search(NEITHER) >= 0;
  const names = words.map((word, at) => namesOf(word, kindOf, isDenied, isDeniedBy(words[at + 1], words[at + 2])));
  for (const name of names.flat()) traits.set(`w:${name}`, STRENGTH.form);
  names.forEach((own, at) => {
    for (const later of names.slice(at + 1, at + 1 + REACH))
      for (const one of own) for (const other of later) traits.set(`p:${one} ${other}`, STRENGTH.pair);
  });
  for (const word of new Set(words)) for (const gram of grams(word)) traits.set(`g:${gram}`, STRENGTH.gram);
  for (const one of said) traits.set(`s:${one}`, STRENGTH.said);
  return traits;
}

const IF = /^w:[^ ]+\/if(?:\/|$)/;

/** True if one of the words is under a condition ("kabul edersem"). */
export function isConditional(traits: Traits): boolean {
  return [...traits.keys()].some((trait) => IF.test(trait));
}

/** The words and numbers of a folded text. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** "Raporum yok", "hasta falan degilim": the word that is denied stands before, with one filler at most. */
const DENIES = /^(?:yok|degil|diil)/;
const FILLER = /^(?:falan|filan|felan|da|de|hic|henuz|hala|daha|bile)$/;

function isDeniedBy(next = '', afterNext = ''): boolean {
  return DENIES.test(next) || (FILLER.test(next) && DENIES.test(afterNext));
}

/** Names of a word: its stem with its marks, and its kind. Numbers are all alike. */
function namesOf(word: string, kindOf: (word: string) => string | null, isNeither: boolean, isDenied: boolean): string[] {
  if (/\d/.test(word)) return ['#'];
  const kind = kindOf(word);
  const form = formOf(word);
  const denied = isDenied || (isNeither && form.isVerb);
  const not = denied ? ['not' as const] : [];
  return [
    nameOf({ ...form, marks: [...new Set<Mark>([...not, ...form.marks])] }),
    ...(kind === null ? [] : [denied ? `<${kind}>/not` : `<${kind}>`]),
  ];
}

function nameOf({ stem, marks }: Form): string {
  return [stem, ...marks].join('/');
}

function grams(word: string): string[] {
  const padded = `<${word}>`;
  return Array.from({ length: Math.max(0, padded.length - GRAM_LENGTH + 1) }, (_, at) => padded.slice(at, at + GRAM_LENGTH));
}

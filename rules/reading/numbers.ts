import { type Suffix, suffixOf } from './suffixes.js';
import type { Token } from './tokens.js';

const ONES: Readonly<Record<string, number>> = { bir: 1, iki: 2, uc: 3, dort: 4, bes: 5, alti: 6, yedi: 7, sekiz: 8, dokuz: 9 };
const TENS: Readonly<Record<string, number>> = { on: 10, yirmi: 20, otuz: 30, kirk: 40, elli: 50, altmis: 60 };
/** "bir", "biri", "ona" and the like are far more often pronouns than numbers with an ending. */
const SHORTEST_WITH_SUFFIX = 11;

/** "Yirmişer", "dörder", "15'er": so many each. */
export const EACH = /^s?[ae]r$/;

/** A number at a place in a text. `next` is the index of the token after it. */
export interface NumberRead {
  readonly value: number;
  readonly suffix: Suffix | null;
  readonly next: number;
}

/** Reads the number in figures or words ("28", "yirmi sekiz", "yirmi sekizinde") that begins at token `at`, or null. */
export function readNumber(tokens: readonly Token[], at: number): NumberRead | null {
  const token = tokens[at];
  if (token?.kind === 'number') return { value: token.value, suffix: token.suffix, next: at + 1 };
  if (token?.kind !== 'word') return null;
  const tens = TENS[token.text];
  const ones = tens === undefined ? undefined : oneOf(tokens[at + 1]);
  if (tens !== undefined && ones) return { value: tens + ones.value, suffix: ones.suffix, next: at + 2 };
  if (tens !== undefined) return { value: tens, suffix: null, next: at + 1 };
  const joined = joinedNumber(token.text);
  if (joined !== null) return { ...joined, next: at + 1 };
  const one = oneOf(token);
  return one && !one.suffix ? { ...one, next: at + 1 } : null;
}

/** Reads a number word with an ending where only a day can stand ("ağustosun yedisinde", "onunda"). */
export function readDayWord(tokens: readonly Token[], at: number): NumberRead | null {
  const plain = readNumber(tokens, at);
  if (plain) return plain;
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const one = oneOf(token) ?? withEnding(token.text, TENS);
  return one ? { ...one, next: at + 1 } : null;
}

function oneOf(token: Token | undefined): { value: number; suffix: Suffix | null } | null {
  return token?.kind === 'word' ? withEnding(token.text, ONES) : null;
}

function withEnding(word: string, names: Readonly<Record<string, number>>): { value: number; suffix: Suffix | null } | null {
  for (let length = Math.min(word.length, 6); length >= 2; length--) {
    const stem = word.slice(0, length);
    if (!Object.hasOwn(names, stem)) continue;
    const value = names[stem] as number;
    if (length === word.length) return { value, suffix: null };
    const rest = word.slice(length);
    const suffix = suffixOf(rest);
    if (suffix || EACH.test(rest)) return { value, suffix };
  }
  return word.startsWith('dord') ? withEnding(`dort${word.slice(4)}`, names) : null;
}

/** "yirmisekiz", "onbeşinde", "yirmisinde". */
function joinedNumber(word: string): { value: number; suffix: Suffix | null } | null {
  for (const [name, tens] of Object.entries(TENS)) {
    if (!word.startsWith(name) || word.length === name.length) continue;
    const rest = withEnding(word.slice(name.length), ONES);
    if (rest && tens + rest.value >= SHORTEST_WITH_SUFFIX) return { value: tens + rest.value, suffix: rest.suffix };
    const ending = word.slice(name.length);
    const suffix = tens > 10 ? suffixOf(ending) : null;
    if (suffix || EACH.test(ending)) return { value: tens, suffix };
  }
  return null;
}

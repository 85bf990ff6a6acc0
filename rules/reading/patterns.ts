/**
 * Patterns of the lexicon, each an expression of its own that is only tried where a word begins as it does.
 * One expression for hundreds of patterns would cost a quarter of a second to compile and a millisecond to run.
 */

/** A place in a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text with what its words begin with (up to three letters), as marks in a table: looked up half a thousand times for each text. */
export interface Searched {
  readonly text: string;
  readonly heads: Uint8Array;
}

interface Pattern {
  readonly regex: RegExp;
  /** Slots of what its first word can begin with; null if that is open. */
  readonly heads: readonly number[] | null;
}

/** Patterns that mean the same. */
export type Patterns = readonly Pattern[];

const HEAD_LENGTH = 3;
/** Two heads may share a slot: then a pattern is tried in vain. */
const SLOTS = 2048;
const GAP = '(?:[^a-z\\d](?:.{0,40}?[^a-z\\d])??)';
const BLANK = '(?:[^a-z\\d.]{1,3})';
const GAP_MARK = '\u0000';

/** Makes a folded text ready to be searched. */
export function searched(text: string): Searched {
  const heads = new Uint8Array(SLOTS);
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const isLetter = isWordLetter(text.charCodeAt(at));
    if (isLetter && !inWord) for (let length = 1; length <= HEAD_LENGTH; length++) heads[slotOf(text, at, length)] = 1;
    inWord = isLetter;
  }
  return { text, heads };
}

function isWordLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

function slotOf(text: string, from: number, length: number): number {
  let slot = length;
  for (let at = from; at < from + length && at < text.length; at++) slot = (slot * 37 + text.charCodeAt(at)) % SLOTS;
  return slot;
}

/** Every place that one of the patterns matches, in order. */
export function findAll(patterns: Patterns, { text, heads }: Searched): Span[] {
  const found: Span[] = [];
  for (const pattern of patterns) {
    if (!mayMatch(pattern, heads)) continue;
    pattern.regex.lastIndex = 0;
    for (let hit = pattern.regex.exec(text); hit; hit = pattern.regex.exec(text))
      found.push({ start: hit.index, end: pattern.regex.lastIndex });
  }
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}

/** True if one of the patterns matches somewhere. */
export function finds(patterns: Patterns, { text, heads }: Searched): boolean {
  return patterns.some((pattern) => mayMatch(pattern, heads) && text.search(pattern.regex) >= 0);
}

function mayMatch({ heads }: Pattern, ofText: Uint8Array): boolean {
  if (heads === null) return true;
  for (const slot of heads) if (ofText[slot] === 1) return true;
  return false;
}

/**
 * Compiles patterns; how they are written is told in lexicon.yaml.
 * Throws a SyntaxError that names the pattern if one cannot be read or names a group that is not there.
 */
export function compilePatterns(written: readonly string[] | undefined, groups: Readonly<Record<string, string>>): Patterns {
  return (written ?? []).map((pattern) => {
    const whole = pattern.replace(/\{([a-z]+)\}/g, (_, name: string) => {
      if (!Object.hasOwn(groups, name)) throw new SyntaxError(`"${pattern}" örüntüsündeki "${name}" öbeği "groups" altında yok`);
      return `(${groups[name]})`;
    });
    const heads = headsOf(whole);
    try {
      return {
        regex: new RegExp(`(?<![a-z\\d])${sourceOf(whole)}(?![a-z\\d])`, 'g'),
        heads: heads.includes('') ? null : [...new Set(heads.map((head) => slotOf(head, 0, head.length)))],
      };
    } catch (error) {
      throw new SyntaxError(`"${pattern}" örüntüsü okunamadı: ${(error as Error).message}`);
    }
  });
}

function sourceOf(pattern: string): string {
  const source = pattern
    .replaceAll(' ... ', GAP_MARK)
    .replace(/\((?!\?)/g, '(?:')
    .replaceAll('*', '[a-z]*')
    .replaceAll(' ', BLANK)
    .replaceAll(GAP_MARK, GAP);
  return `(?:${source})`;
}

/** What a match of the pattern can begin with: up to three letters each, '' where anything can. */
function headsOf(pattern: string): string[] {
  const rest = pattern.replace(/^(?:\(\?<?[!=][^()]*\))+/, '');
  if (!rest.startsWith('(')) return [literalHead(rest)];
  const close = closeOf(rest);
  if (close < 0 || rest.startsWith('(?')) return [''];
  const heads = alternativesOf(rest.slice(1, close)).flatMap(headsOf);
  return rest[close + 1] === '?' ? [...heads, ...headsOf(rest.slice(close + 2))] : heads;
}

/** An optional letter ends the head before it. */
function literalHead(source: string): string {
  const letters = /^[a-z\d]*/.exec(source)?.[0] ?? '';
  const certain = source[letters.length] === '?' ? letters.slice(0, -1) : letters;
  return certain.slice(0, HEAD_LENGTH);
}

function closeOf(source: string): number {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '(') depth++;
    else if (source[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

function alternativesOf(source: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of source) {
    if (letter === '(') depth++;
    else if (letter === ')') depth--;
    if (letter === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

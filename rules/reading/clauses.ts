import { hitsOf } from './cues.js';
import type { Lexicon } from './lexicon.js';
import type { Searched, Span } from './patterns.js';
import { beginsAmongOthers } from './several/among-others.js';
import type { PlainText, Token } from './tokens.js';

/** A stretch of the folded text that says one thing, and the sentence it stands in. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

const SENTENCE_END = /^[.?!;\n…]$/;
const CLAUSE_END = /^[,()]$/;

/** Splits a text into clauses: at full stops, commas, words such as "ama" and "ve", and where another internship is pointed to. */
export function clausesOf(plain: PlainText, text: Searched, tokens: readonly Token[], lexicon: Lexicon): Clause[] {
  const cuts: { at: number; end: number; sentence: boolean }[] = [];
  for (const token of tokens)
    if (token.kind === 'sign' && (SENTENCE_END.test(token.text) || CLAUSE_END.test(token.text)))
      cuts.push({ at: token.start, end: token.end, sentence: SENTENCE_END.test(token.text) });
  for (const hit of hitsOf(text, lexicon, ['joint']))
    if (!isInName(plain, tokens, hit)) cuts.push({ at: hit.start, end: hit.end, sentence: false });
  const pointings = hitsOf(text, lexicon, ['first', 'second', 'third', 'other']);
  pointings.forEach((hit, index) => {
    const before = pointings[index - 1];
    if (before && before.cue !== hit.cue && before.end < hit.start) cuts.push({ at: hit.start, end: hit.start, sentence: false });
  });
  // "izmirdekinin belgesi bende manisadakininki yok": so do those that lack a comma.
  for (const { start } of tokens.filter(({ kind, text: word }) => kind === 'word' && beginsAmongOthers(word)).slice(1))
    cuts.push({ at: start, end: start, sentence: false });
  cuts.sort((one, other) => one.at - other.at);
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  for (const cut of [...cuts, { at: text.text.length, end: text.text.length, sentence: true }]) {
    if (/[a-z\d]/.test(text.text.slice(start, cut.at))) clauses.push({ start, end: cut.at, sentence });
    if (cut.sentence) sentence++;
    start = Math.max(start, cut.end);
  }
  return clauses;
}

/** "Gençlik ve Spor Bakanlığı": between two words with capitals "ve" joins no clauses. */
function isInName({ original, offsets }: PlainText, tokens: readonly Token[], { start, end }: Span): boolean {
  const isCapital = (token: Token | undefined): boolean => /^\p{Lu}\p{Ll}/u.test(original.slice(offsets[token?.start ?? 0] ?? 0));
  const before = tokens.findLast((token) => token.end <= start);
  const after = tokens.find((token) => token.start >= end);
  return before?.kind === 'word' && after?.kind === 'word' && isCapital(before) && isCapital(after);
}

/** Where the sentences and clauses of a text lie. */
export interface Boundaries {
  readonly sentenceOf: (at: number) => { start: number; end: number; index: number };
  /** The end of the clause that holds the place. */
  readonly clauseEnd: (at: number) => number;
}

/** Looks up sentences and clauses by a place in the folded text, `length` long. */
export function boundariesOf(clauses: readonly Clause[], length: number): Boundaries {
  const clauseAt = (at: number) => clauses.find((clause) => at <= clause.end) ?? { start: 0, end: length, sentence: 0 };
  const sentences = new Map<number, { start: number; end: number; index: number }>();
  for (const { sentence, start, end } of clauses)
    sentences.set(sentence, { start: sentences.get(sentence)?.start ?? start, end, index: sentence });
  return {
    sentenceOf: (at) => sentences.get(clauseAt(at).sentence) ?? { start: 0, end: length, index: 0 },
    clauseEnd: (at) => clauseAt(at).end,
  };
}

import { type Clause, clausesOf } from './clauses.js';
import type { Lexicon } from './lexicon.js';
import { type Searched, searched } from './patterns.js';
import { type Said, statementsOf } from './statements.js';
import { type PlainText, plainText, type Token, tokensOf } from './tokens.js';
import type { Restorer } from './vowels.js';

/** A text taken apart, before it is asked what it means. */
export interface Analysis {
  readonly plain: PlainText;
  readonly searchable: Searched;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  /** What the patterns of the lexicon find. */
  readonly said: readonly Said[];
}

/** @param restore brings back the vowels that were left out */
export function analyse(text: string, lexicon: Lexicon, restore: Restorer): Analysis {
  const plain = plainText(text, restore);
  const searchable = searched(plain.folded);
  const tokens = tokensOf(plain);
  const clauses = clausesOf(plain, searchable, tokens, lexicon);
  return { plain, searchable, tokens, clauses, said: statementsOf(searchable, clauses, lexicon) };
}

import type { RuleSet } from '../rules.js';
import type { TrainedStatements } from './learned/model.js';
import type { Lexicon } from './lexicon.js';
import { read } from './read.js';
import { NOTHING_READ, type Reading } from './reading.js';
import { restorer } from './vowels.js';

/** Finds the facts of a case in a text. */
export type Reader = (text: string) => Reading;

/** The reader for a set of rules. Without rules there is nothing to read facts for, and the language may be any. */
export function readerFor({ rules }: RuleSet, lexicon: Lexicon, trained: TrainedStatements): Reader {
  if (rules.length === 0) return () => NOTHING_READ;
  const restore = restorer(trained.vocabulary);
  return (text) => read(text, lexicon, trained, restore);
}

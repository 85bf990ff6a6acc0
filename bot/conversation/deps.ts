import type { Knowledge } from '../../knowledge/load.js';
import type { Matcher } from '../../knowledge/matcher/matcher.js';
import type { Reader } from '../../rules/reading/reader.js';
import type { RuleSet } from '../../rules/rules.js';

/** All that a turn needs: data, and two pure functions over text. */
export interface Deps {
  readonly knowledge: Knowledge;
  readonly rules: RuleSet;
  readonly matcher: Matcher;
  /** Finds facts in a text. */
  readonly read: Reader;
}

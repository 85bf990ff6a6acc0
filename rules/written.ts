import type { Rule } from './rules.js';
import type { WrittenRule } from './schema.js';

/** A rule as the engine takes it. Quotes that name no entry stand in the file's own. */
export function ruleOf({ verdict, open: _open, quotes, because, says, except, ...rest }: WrittenRule, entry: string): Rule {
  return {
    ...rest,
    entry,
    verdict: verdict ?? null,
    quotes: quotes.map((quote) => (typeof quote === 'string' ? { entry, text: quote } : quote)),
    ...(because ? { because } : {}),
    ...(says ? { says } : {}),
    ...(except ? { except } : {}),
  };
}

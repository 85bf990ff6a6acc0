/** Conditions as data, decided in Kleene's three-valued logic: what is not known is neither yes nor no. */

export type Condition =
  | { readonly fact: string; readonly is: string | readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export type Truth = 'yes' | 'no' | 'open';

/** The facts of one subject (an internship, a pair, the case): fact name → value; what is not known is absent. */
export type SubjectFacts = Readonly<Record<string, string>>;

/** Truth of a condition where some facts may be absent. */
export function evaluate(condition: Condition, facts: SubjectFacts): Truth {
  if ('fact' in condition) {
    const value = facts[condition.fact];
    return value === undefined ? 'open' : [condition.is].flat().includes(value) ? 'yes' : 'no';
  }
  if ('all' in condition) return every(condition.all.map((part) => evaluate(part, facts)));
  if ('any' in condition) return negate(every(condition.any.map((part) => negate(evaluate(part, facts)))));
  return negate(evaluate(condition.not, facts));
}

export function every(truths: readonly Truth[]): Truth {
  return truths.includes('no') ? 'no' : truths.includes('open') ? 'open' : 'yes';
}

export function negate(truth: Truth): Truth {
  return truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'open';
}

/** Names of the facts a condition speaks of, with the values it names. */
export function factsNamed(condition: Condition): { fact: string; values: readonly string[] }[] {
  if ('fact' in condition) return [{ fact: condition.fact, values: [condition.is].flat() }];
  if ('not' in condition) return factsNamed(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(factsNamed);
}

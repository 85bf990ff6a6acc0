import { SUBJECT_DOMAINS } from '../../../rules/engine/case.js';
import type { Condition } from '../../../rules/engine/condition.js';
import type { WrittenRule } from '../../../rules/schema.js';

/** Slips of the pen that somebody could make in a rule. */
export const KINDS = [
  'a condition dropped',
  'a condition negated',
  '"all" for "any", or the other way',
  'another value',
  'a value dropped from a list',
  'the exception dropped',
  'another verdict',
  'the rule deleted',
  '"open" dropped',
] as const;
type Kind = (typeof KINDS)[number];

/** A rule with one mistake in it. */
export interface Mutant {
  /** Id of the rule it was made from. */
  readonly of: string;
  readonly kind: Kind;
  /** What was written for what. */
  readonly change: string;
  /** Null where it was deleted. */
  readonly written: WrittenRule | null;
}

/** All mutants of a rule that differ from it in one place. */
export function mutantsOf(rule: WrittenRule, verdicts: readonly string[]): Mutant[] {
  const { when, except, ...rest } = rule;
  const mutant = (kind: Kind, change: string, written: WrittenRule | null): Mutant => ({ of: rule.id, kind, change, written });
  const domains = SUBJECT_DOMAINS[rule.each];
  return [
    ...changesOf(when, domains).map(({ kind, change, to }) => mutant(kind, `when: ${change}`, { ...rule, when: to })),
    ...(except ? changesOf(except, domains) : []).map(({ kind, change, to }) => mutant(kind, `except: ${change}`, { ...rule, except: to })),
    ...(except ? [mutant('the exception dropped', `without except ${textOf(except)}`, { ...rest, when })] : []),
    ...otherVerdicts(rule, verdicts).map(([change, written]) => mutant('another verdict', change, written)),
    mutant('the rule deleted', '', null),
    ...(rule.open ? [mutant('"open" dropped', '', { ...rule, open: undefined })] : []),
  ];
}

function otherVerdicts(rule: WrittenRule, verdicts: readonly string[]): [string, WrittenRule][] {
  const { verdict } = rule;
  if (verdict === undefined) return [];
  return [
    ...verdicts
      .filter((other) => other !== verdict)
      .map((other): [string, WrittenRule] => [`${other} for ${verdict}`, { ...rule, verdict: other }]),
    [`open for ${verdict}`, { ...rule, verdict: undefined, open: true, because: rule.because ?? 'a reason' }],
  ];
}

interface Change {
  readonly kind: Kind;
  readonly change: string;
  readonly to: Condition;
}

type Domains = Readonly<Record<string, readonly string[]>>;

/** The changes of a condition and of every condition in it, each as the whole it leads to. */
function changesOf(condition: Condition, domains: Domains): Change[] {
  return [negated(condition), ...changesWithin(condition, domains)];
}

function negated(condition: Condition): Change {
  const to: Condition = 'not' in condition ? condition.not : { not: condition };
  return { kind: 'a condition negated', change: `${textOf(to)} for ${textOf(condition)}`, to };
}

/** All but its negation: under a "not" that would say once more what dropping the "not" says. */
function changesWithin(condition: Condition, domains: Domains): Change[] {
  if ('fact' in condition) return changesOfValues(condition.fact, [condition.is].flat(), domains[condition.fact] ?? []);
  if ('not' in condition) return changesWithin(condition.not, domains).map((one) => ({ ...one, to: { not: one.to } }));
  if ('all' in condition)
    return changesOfParts(
      condition.all,
      (all) => ({ all }),
      (any) => ({ any }),
      domains,
    );
  return changesOfParts(
    condition.any,
    (any) => ({ any }),
    (all) => ({ all }),
    domains,
  );
}

type Joined = (parts: readonly Condition[]) => Condition;

function changesOfParts(parts: readonly Condition[], joined: Joined, otherwise: Joined, domains: Domains): Change[] {
  const within = parts.flatMap((part, at) => changesOf(part, domains).map((one) => ({ ...one, to: joined(parts.with(at, one.to)) })));
  if (parts.length === 1) return within;
  const other = otherwise(parts);
  return [
    { kind: '"all" for "any", or the other way', change: `${textOf(other)} for ${textOf(joined(parts))}`, to: other },
    ...parts.map(
      (part, at): Change => ({
        kind: 'a condition dropped',
        change: `without ${textOf(part)}`,
        to: joined(parts.toSpliced(at, 1)),
      }),
    ),
    ...within,
  ];
}

function changesOfValues(fact: string, values: readonly string[], domain: readonly string[]): Change[] {
  const changed = (kind: Kind, is: readonly string[]): Change => {
    const to: Condition = { fact, is };
    return { kind, change: `${textOf(to)} for ${textOf({ fact, is: values })}`, to };
  };
  return values.flatMap((_, at) => [
    ...domain.filter((value) => !values.includes(value)).map((value) => changed('another value', values.with(at, value))),
    ...(values.length > 1 ? [changed('a value dropped from a list', values.toSpliced(at, 1))] : []),
  ]);
}

/** "(stage = accepted/approved and not count = more)". */
function textOf(condition: Condition): string {
  if ('fact' in condition) return `${condition.fact} = ${[condition.is].flat().join('/')}`;
  if ('not' in condition) return `not ${textOf(condition.not)}`;
  const [word, parts] = 'all' in condition ? ['and', condition.all] : ['or', condition.any];
  return `(${parts.map(textOf).join(` ${word} `)})`;
}

import type { Facts, Goal } from '../facts.js';
import type { GoalSpec, Rule, RuleSet } from '../rules.js';
import { SUBJECT_DOMAINS, type Subject, subjectsOf } from './case.js';
import { evaluate, every, factsNamed, negate, type SubjectFacts, type Truth } from './condition.js';

/** A verdict that follows, with the rule that gave it and the presumptions it rests on. */
export interface Decision {
  readonly goal: Goal;
  readonly verdict: string;
  readonly rule: Rule;
  readonly internships: readonly number[];
  /** What the rule saw. */
  readonly facts: SubjectFacts;
  /** Names of presumed facts among them. */
  readonly presumed: readonly string[];
}

/** A verdict that would follow if a fact the person does not know had this value. */
interface Branch {
  readonly goal: Goal;
  readonly fact: string;
  readonly value: string;
  readonly verdict: string;
  readonly rule: Rule;
  readonly internships: readonly number[];
}

/** What the FAQ leaves open in this case, where that is worth saying. */
interface Silence {
  readonly goal: Goal;
  readonly rule: Rule;
  readonly internships: readonly number[];
}

export interface Outcome {
  /** In the order in which verdicts are shown. */
  readonly decisions: readonly Decision[];
  /** Ids of facts that would change a verdict and can be asked for; the first is the one that splits the possible verdicts best. */
  readonly missing: readonly string[];
  /** Both sides of what the person does not know. */
  readonly branches: readonly Branch[];
  /** Where the FAQ is silent and the rule says so. */
  readonly silences: readonly Silence[];
}

const NOTHING: Outcome = { decisions: [], missing: [], branches: [], silences: [] };

/** Decides the goals asked about. Pure; never throws. */
export function decide({ goals, rules, verdicts }: RuleSet, asked: readonly Goal[], facts: Facts): Outcome {
  const results = asked.flatMap((goal) => {
    const spec = goals[goal];
    return spec ? [decideGoal(goal, spec, rules, facts)] : [];
  });
  const order = Object.keys(verdicts);
  const decisions = results.flatMap((result) => result.decisions);
  return {
    decisions: decisions.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict)),
    missing: [...new Set(results.flatMap((result) => result.missing))],
    branches: results.flatMap((result) => result.branches),
    silences: results.flatMap((result) => result.silences),
  };
}

function decideGoal(goal: Goal, spec: GoalSpec, rules: readonly Rule[], facts: Facts): Outcome {
  const results = spec.each
    .flatMap((scope) => subjectsOf(scope, facts))
    .map((subject) => {
      const own = rules.filter((rule) => rule.goal === goal && rule.each === subject.scope);
      return decideSubject(goal, own, subject, spec.presumed);
    });
  const decided = results.flatMap((result) => result.decisions);
  const silenced = new Set(decided.flatMap(({ verdict }) => spec.silences?.[verdict] ?? []));
  const enough = spec.one === true && decided.length > 0;
  return {
    decisions: decided.filter(({ verdict }) => !silenced.has(verdict)),
    missing: enough ? [] : results.flatMap((result) => result.missing),
    branches: enough ? [] : results.flatMap((result) => result.branches),
    silences: results.flatMap((result) => result.silences),
  };
}

function decideSubject(goal: Goal, rules: readonly Rule[], subject: Subject, presumed: Readonly<Record<string, string>>): Outcome {
  const domains = SUBJECT_DOMAINS[subject.scope];
  const taken = Object.keys(presumed).filter((name) => name in domains && subject.facts[name] === undefined);
  const facts: SubjectFacts = { ...Object.fromEntries(taken.map((name) => [name, presumed[name] as string])), ...subject.facts };
  const rule = ruleFor(rules, facts);
  if (rule) {
    const { internships } = subject;
    const used = new Set(namedBy(rule).map(({ fact }) => fact));
    const decision = { goal, rule, internships, facts, presumed: taken.filter((name) => used.has(name)) };
    if (rule.verdict !== null) return { ...NOTHING, decisions: [{ ...decision, verdict: rule.verdict }] };
    return { ...NOTHING, silences: rule.says === undefined ? [] : [{ goal, rule, internships }] };
  }
  const open = bestSplitFirst(decisiveFacts(rules, facts, domains), rules, facts, domains);
  const missing = open.flatMap((name) => subject.askable[name] ?? []);
  const branches = open
    .filter((name) => subject.askable[name] === undefined)
    .flatMap((fact) =>
      (domains[fact] ?? []).flatMap((value) => {
        const follows = ruleFor(rules, { ...facts, [fact]: value });
        return follows?.verdict ? [{ goal, fact, value, verdict: follows.verdict, rule: follows, internships: subject.internships }] : [];
      }),
    );
  return { ...NOTHING, missing, branches };
}

/** Whether a rule holds: its condition does and its exception does not. */
export function status(rule: Rule, facts: SubjectFacts): Truth {
  const when = evaluate(rule.when, facts);
  return rule.except ? every([when, negate(evaluate(rule.except, facts))]) : when;
}

/** The verdict of the rule that holds; null where the FAQ leaves it open; undefined where more facts are needed. */
export function verdictOf(rules: readonly Rule[], facts: SubjectFacts): string | null | undefined {
  return ruleFor(rules, facts)?.verdict;
}

function ruleFor(rules: readonly Rule[], facts: SubjectFacts): Rule | undefined {
  return rules.find((rule) => status(rule, facts) === 'yes');
}

/**
 * The unknown facts that matter: for each there are two completions of the case that differ only in it and lead to different verdicts.
 * The spaces are small (at most a few dozen completions), so they are simply tried.
 */
export function decisiveFacts(rules: readonly Rule[], facts: SubjectFacts, domains: Readonly<Record<string, readonly string[]>>): string[] {
  const named = new Set(rules.flatMap(namedBy).map(({ fact }) => fact));
  const open = Object.keys(domains).filter((name) => named.has(name) && facts[name] === undefined);
  return open.filter((name) =>
    completions(
      facts,
      open.filter((other) => other !== name),
      domains,
    ).some((complete) => {
      const verdicts = (domains[name] ?? []).map((value) => verdictOf(rules, { ...complete, [name]: value }));
      return new Set(verdicts).size > 1;
    }),
  );
}

/** The facts a rule speaks of, with the values it names. */
export function namedBy({ when, except }: Rule): ReturnType<typeof factsNamed> {
  return [when, ...(except ? [except] : [])].flatMap(factsNamed);
}

/** Facts in the order in which asking for them leaves the fewest verdicts possible, on average over their values. */
function bestSplitFirst(
  names: readonly string[],
  rules: readonly Rule[],
  facts: SubjectFacts,
  domains: Readonly<Record<string, readonly string[]>>,
): string[] {
  const left = (name: string): number => {
    const values = domains[name] ?? [];
    const others = names.filter((other) => other !== name);
    const verdicts = (value: string): number =>
      new Set(completions({ ...facts, [name]: value }, others, domains).map((one) => verdictOf(rules, one))).size;
    return values.reduce((sum, value) => sum + verdicts(value), 0) / values.length;
  };
  const byName = new Map(names.map((name) => [name, left(name)]));
  return names.toSorted((a, b) => (byName.get(a) ?? 0) - (byName.get(b) ?? 0));
}

/** All ways of filling in the open facts. */
export function completions(
  facts: SubjectFacts,
  open: readonly string[],
  domains: Readonly<Record<string, readonly string[]>>,
): SubjectFacts[] {
  return open.reduce<SubjectFacts[]>(
    (cases, name) => cases.flatMap((one) => (domains[name] ?? []).map((value) => ({ ...one, [name]: value }))),
    [facts],
  );
}

import { type LogisticModel, probabilities } from '../../../knowledge/matcher/logistic.js';
import { type FeatureSpace, vectorOf } from '../../../knowledge/matcher/vectors.js';
import type { Traits } from '../learned/traits.js';

/**
 * What a mention of dates is to the case: nothing, an end or all of an internship or of the teaching term, or a range that tells from which
 * day to which other an end was moved.
 */
export const ROLES = ['none', 'start', 'end', 'range', 'termStart', 'termEnd', 'termRange', 'movedStart', 'movedEnd', 'movedTerm'] as const;
export type Role = (typeof ROLES)[number];

/** So many internships are told apart from more. */
export const MANY = 4;

/** What was learned of dates: plain data, so that it can be stored. */
export interface TrainedDates {
  readonly space: FeatureSpace;
  /** Labels in the order of `ROLES`. */
  readonly roles: LogisticModel;
  readonly textSpace: FeatureSpace;
  /** How many internships a text dates, `MANY` for more. */
  readonly internships: LogisticModel;
  /** Whether it dates a term: label 0 no, 1 yes. */
  readonly term: LogisticModel;
}

/** Logarithm of the likelihood of each role. */
export type RoleOdds = Readonly<Record<Role, number>>;

/** What a whole text makes likely, as logarithms. */
export interface CaseOdds {
  /** By how many internships it dates, `MANY` for more. */
  readonly internships: readonly number[];
  /** That it dates no term, and that it does. */
  readonly term: readonly number[];
}

const FIT: Readonly<Record<'point' | 'range', readonly Role[]>> = {
  point: ['none', 'start', 'end', 'termStart', 'termEnd'],
  range: ['none', 'range', 'termRange', 'movedStart', 'movedEnd', 'movedTerm'],
};
/** Nothing is less likely. */
const LEAST = 1e-4;
const LEAST_CASE = 5e-3;

/** How likely a mention with these traits has each of the roles that its kind can have. */
export function roleOdds({ space, roles }: TrainedDates, traits: Traits, kind: 'point' | 'range'): RoleOdds {
  const found = probabilities(roles, vectorOf(space, traits));
  const sum = FIT[kind].reduce((all, role) => all + (found[ROLES.indexOf(role)] ?? 0), 0);
  const odds = (role: Role, at: number) => Math.log(FIT[kind].includes(role) ? Math.max(LEAST, (found[at] ?? 0) / sum) : LEAST);
  return Object.fromEntries(ROLES.map((role, at) => [role, odds(role, at)])) as Record<Role, number>;
}

/** How many internships a text with these traits dates, and whether it dates a term. */
export function caseOdds({ textSpace, internships, term }: TrainedDates, traits: Traits): CaseOdds {
  const vector = vectorOf(textSpace, traits);
  const logs = (model: LogisticModel) => [...probabilities(model, vector)].map((one) => Math.log(Math.max(LEAST_CASE, one)));
  return { internships: logs(internships), term: logs(term) };
}

/** The odds of a mention whose role is told. */
export function certain(told: Role): RoleOdds {
  return Object.fromEntries(ROLES.map((role) => [role, role === told ? 0 : Math.log(LEAST)])) as Record<Role, number>;
}

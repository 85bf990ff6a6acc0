import { type LogisticModel, train } from '../../../knowledge/matcher/logistic.js';
import { type FeatureSpace, spaceOf, vectorOf } from '../../../knowledge/matcher/vectors.js';
import { datedInternships } from '../../facts.js';
import type { Analysis } from '../analysis.js';
import type { MessageExample } from '../learned/examples.js';
import type { Traits } from '../learned/traits.js';
import type { Lexicon } from '../lexicon.js';
import { type DateMention, datesTold } from './mentions.js';
import { MANY, ROLES, type Role, type TrainedDates } from './model.js';
import { mentionTraits, textTraits } from './traits.js';

/** The year of the examples where they write none, whatever the programme's is. */
const EXAMPLES_YEAR = 2020;
/** A trait of fewer texts tells nothing of the next one. */
const LEAST_TEXTS = 3;

/** A message with dates: what it and each of its mentions are known by, and the facts that hold in the end. */
export interface DatedMessage {
  readonly facts: MessageExample['facts'];
  readonly traits: Traits;
  readonly mentions: readonly { readonly one: DateMention; readonly traits: Traits }[];
}

/** What a message teaches of dates; null where it gives none. */
export function datedMessage({ facts }: MessageExample, analysis: Analysis, words: Lexicon): DatedMessage | null {
  const lexicon = { ...words, defaultYear: EXAMPLES_YEAR };
  const told = datesTold(analysis, lexicon);
  if (told.mentions.length === 0) return null;
  const traits = mentionTraits(analysis, told, lexicon);
  return {
    facts,
    traits: textTraits(analysis, told, lexicon),
    mentions: told.mentions.map((one, n) => ({ one, traits: traits[n] as Traits })),
  };
}

/** Learns what mentions of dates are about. Deterministic. */
export function trainDates(lessons: readonly DatedMessage[]): TrainedDates {
  const roles = lessons.flatMap(({ mentions, facts }) =>
    mentions.flatMap(({ one, traits }) => {
      const possible = rolesOf(one, facts);
      return possible.map((role) => ({ traits, label: ROLES.indexOf(role), weight: 1 / possible.length }));
    }),
  );
  const [space, learned] = learn(roles, ROLES.length);
  const [textSpace, internships] = learn(
    lessons.map(({ traits, facts }) => ({ traits, label: Math.min(MANY, datedInternships(Object.keys(facts)).length) })),
    MANY + 1,
  );
  const [, term] = learn(
    lessons.map(({ traits, facts }) => ({ traits, label: Object.keys(facts).some((id) => id.startsWith('term.')) ? 1 : 0 })),
    2,
  );
  return { space, roles: learned, textSpace, internships, term };
}

/** What is known of a mention or a text, and what it is; a weight of 1 where none stands. */
interface Lesson {
  readonly traits: Traits;
  readonly label: number;
  readonly weight?: number;
}

function learn(lessons: readonly Lesson[], labels: number): [FeatureSpace, LogisticModel] {
  const space = spaceOf(
    lessons.map(({ traits }) => traits),
    LEAST_TEXTS,
  );
  const examples = lessons.map(({ traits, label, weight = 1 }) => ({ vector: vectorOf(space, traits), label, weight }));
  return [space, train(examples, space.rows.size, labels)];
}

/** A period whose dates are known. */
interface Known {
  readonly isTerm: boolean;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * The roles a mention can have where the dates of the case are known: that of the fact with the same day, or two where it begins one thing as
 * it ends another. Empty for what is no day of the calendar.
 */
function rolesOf(mention: DateMention, facts: MessageExample['facts']): Role[] {
  if (mention.problem && !mention.reached) return [];
  const periods = [...datedInternships(Object.keys(facts)).map((number) => `internship${number}`), 'term'].map(
    (id): Known => ({ isTerm: id === 'term', from: facts[`${id}.from`], to: facts[`${id}.to`] }),
  );
  const roles = periods.flatMap((period) => (mention.kind === 'point' ? rolesOfDay(mention, period) : roleOfRange(mention, period)));
  return roles.length > 0 ? [...new Set(roles)] : ['none'];
}

function rolesOfDay({ fromDate }: DateMention, { isTerm, from, to }: Known): Role[] {
  const start = from === fromDate ? ([isTerm ? 'termStart' : 'start'] as const) : [];
  const end = to === fromDate ? ([isTerm ? 'termEnd' : 'end'] as const) : [];
  return [...start, ...end];
}

function roleOfRange({ fromDate, toDate, reached }: DateMention, { isTerm, from, to }: Known): Role[] {
  const whole = [isTerm ? ('termRange' as const) : ('range' as const)];
  if (from === fromDate && to === toDate) return whole;
  if (reached) return rolesReached(reached, { isTerm, from, to });
  // One of its ends may have been put right later: "6-31 temmuz … pardon 8 temmuzda başlıyor".
  return from !== undefined && (from === fromDate || to === toDate) ? whole : [];
}

function rolesReached(day: string, { isTerm, from, to }: Known): Role[] {
  if (from === day) return [isTerm ? 'movedTerm' : 'movedStart'];
  return to === day && !isTerm ? ['movedEnd'] : [];
}

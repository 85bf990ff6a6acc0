import type { Clause } from '../clauses.js';
import type { Asking } from '../reading.js';
import type { Pointing } from '../several/pointings.js';
import type { Said } from '../statements.js';
import { GOAL_BELIEVED } from './asking.js';
import type { Heard } from './heard.js';
import { LEARNED, type Learned } from './model.js';
import { goalOf, likeliestTold } from './odds.js';
import type { Segment } from './segments.js';
import { isConditional } from './traits.js';

type LearnedFact = Exclude<Learned, 'goal'>;

/**
 * From this likelihood on a segment is taken to say a value. Set on labelled messages, each writer's by what the others taught;
 * higher where saying too much does harm.
 */
const BELIEVED: Readonly<Record<LearnedFact, number>> = {
  stage: 0.5,
  document: 0.6,
  reason: 0.5,
  programme: 0.6,
  inTerm: 0.6,
  overlap: 0.6,
  count: 0.6,
};
/** A pattern of the lexicon is not believed where the examples make its value less likely than this, and another one likely. */
const UNLIKELY = 0.1;
/** What is less likely than this is not said in these words. */
const HARDLY = 0.05;
/** What patterns say stands before what examples say, the likelier before the less likely. */
const AFTER_PATTERNS = 10_000;

const FACTS = LEARNED.filter((fact): fact is LearnedFact => fact !== 'goal');

/** A value that a segment makes likely. */
interface Candidate extends Segment {
  readonly value: string;
  readonly likelihood: number;
}

/** Every value of each fact in every segment, the likeliest first. */
export type Candidates = Readonly<Record<LearnedFact, readonly Candidate[]>>;

export function candidatesIn(heard: readonly Heard[]): Candidates {
  const telling = heard.filter(({ segment }) => !isSupposed(segment));
  const candidatesFor = (fact: LearnedFact): Candidate[] =>
    telling
      .flatMap(({ segment, likelihoods }) => [...likelihoods(fact)].map(([value, likelihood]) => ({ ...segment, value, likelihood })))
      .sort((one, other) => other.likelihood - one.likelihood);
  return Object.fromEntries(FACTS.map((fact) => [fact, candidatesFor(fact)])) as Record<LearnedFact, Candidate[]>;
}

/**
 * What the lexicon's patterns found, with what the examples add or put in its place.
 * @param count how many internships are spoken of
 * @param pointings the words that point to one of them
 */
export function weigh(
  said: readonly Said[],
  candidatesOf: Candidates,
  asking: Asking,
  count: number,
  pointings: readonly Pointing[],
): Said[] {
  const rest = said.filter(({ fact }) => !FACTS.some((one) => one === fact));
  const weighed = FACTS.flatMap((fact) => {
    const candidates = candidatesOf[fact];
    const own = said.filter((one) => one.fact === fact);
    if (fact === 'count') return counted(own, candidates, asking.of.two?.wholly ?? 0);
    if (count > 1 && fact !== 'overlap')
      return ofSeveral(
        fact,
        own,
        candidates.filter((one) => isOfOne(one, pointings)),
        BELIEVED[fact],
      );
    const goal = goalOf(fact);
    const { worded = false, wholly = 0 } = (goal && asking.of[goal]) || {};
    return worded || wholly >= GOAL_BELIEVED ? ofOneAsked(fact, own, candidates, wholly) : ofOne(fact, own, candidates, BELIEVED[fact]);
  });
  return [...rest, ...(count === 1 && isOffer(weighed) ? withoutReasonsGuessed(weighed, said) : weighed)];
}

/** What each clause by itself is likely to say. */
export function tellingOf(candidates: Candidates): Said[] {
  return FACTS.flatMap((fact) =>
    candidates[fact].filter(({ isClause, likelihood }) => isClause && likelihood >= BELIEVED[fact]).map((one) => saidBy(fact, one)),
  );
}

/** A stretch in which two internships are pointed to says nothing of either. */
function isOfOne({ start, end }: Segment, pointings: readonly Pointing[]): boolean {
  return new Set(pointings.filter((one) => one.start >= start && one.end <= end).map(({ to }) => to)).size < 2;
}

function isOffer(said: readonly Said[]): boolean {
  const stages = said.filter(({ fact }) => fact === 'stage');
  return stages.length > 0 && stages.every(({ value }) => value === 'offered');
}

/** An offer is declined for any reason or none: only what a pattern finds is worth showing. */
function withoutReasonsGuessed(weighed: readonly Said[], found: readonly Said[]): Said[] {
  return weighed.filter((one) => one.fact !== 'reason' || found.includes(one));
}

/** "Kabul edersem iptal edebilir miyim": a clause under a condition tells nothing. */
function isSupposed({ isClause, traits }: Segment): boolean {
  return isClause && isConditional(traits);
}

/** The official letter is enough by itself, whatever is missing beside it. */
export const ENOUGH: Readonly<Record<string, string>> = { none: 'letter' };

/** Of one internship there is one value: the likeliest, where no pattern says another that is likely too. */
function ofOne(fact: LearnedFact, own: readonly Said[], candidates: readonly Candidate[], believed: number): readonly Said[] {
  const [best] = candidates;
  if (!best || best.likelihood < believed) return own;
  const isUnlikely = ({ value }: Said) => !candidates.some((one) => one.value === value && one.likelihood >= UNLIKELY);
  const isEnough = own.some(({ value }) => ENOUGH[value] === best.value);
  return isEnough || own.every(isUnlikely) ? [saidBy(fact, best)] : own;
}

/** Where the message asks what the fact bears on, all grounds are weighed against each other. */
function ofOneAsked(fact: LearnedFact, own: readonly Said[], candidates: readonly Candidate[], asked: number): readonly Said[] {
  const values = [...new Set(candidates.map(({ value }) => value))];
  const grounds = values.map((value) => {
    const of = candidates.filter((one) => one.value === value);
    const wholly = of.find(({ isAll }) => isAll)?.likelihood ?? 0;
    const partly = candidates.every(({ isAll }) => isAll) ? null : (of.find(({ isAll }) => !isAll)?.likelihood ?? 0);
    const worded = own.some((one) => one.value === value);
    return { value, anywhere: of[0]?.likelihood ?? 0, again: of[1]?.likelihood ?? 0, wholly, partly, worded };
  });
  const likeliest = likeliestTold(fact, grounds, asked);
  const enough = own.find(({ value }) => ENOUGH[likeliest ?? ''] === value);
  const told = enough?.value ?? likeliest;
  const patterned = own.filter(({ value }) => value === told);
  const best = candidates.find(({ value }) => value === told);
  return patterned.length > 0 ? patterned : best ? [saidBy(fact, best)] : [];
}

/** Of several internships each may have its own: a clause in which no pattern found anything is taken by itself. */
function ofSeveral(fact: LearnedFact, own: readonly Said[], candidates: readonly Candidate[], believed: number): readonly Said[] {
  const taken = new Set<Clause>(own.map(({ clause }) => clause));
  const added: Said[] = [];
  for (const candidate of candidates.filter(({ likelihood }) => likelihood >= believed)) {
    if ([...taken].some(({ start }) => start >= candidate.start && start < candidate.end)) continue;
    added.push(saidBy(fact, candidate));
    taken.add(candidate.clause);
  }
  return [...own, ...added];
}

/** How many is told unworded only by a whole message that asks for two. */
function counted(own: readonly Said[], candidates: readonly Candidate[], asked: number): readonly Said[] {
  if (own.length > 0 || asked < GOAL_BELIEVED) return own;
  const told = candidates.find(({ isAll, likelihood }) => isAll && likelihood >= BELIEVED.count);
  const best = candidates.find(({ value }) => value === told?.value);
  return best ? [saidBy('count', best)] : [];
}

/** True if no stretch of the message makes at all likely what a pattern found. */
export function isHardlySaid({ fact, value }: Said, candidatesOf: Candidates): boolean {
  const isLearned = FACTS.find((one) => one === fact);
  return isLearned !== undefined && !candidatesOf[isLearned].some((one) => one.value === value && one.likelihood >= HARDLY);
}

function saidBy(fact: LearnedFact, { value, start, end, clause, likelihood }: Candidate): Said {
  return { fact, value, start, end, clause, goal: null, rank: AFTER_PATTERNS - likelihood };
}

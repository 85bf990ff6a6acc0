import type { Match } from '../../knowledge/matcher/matcher.js';
import { namedBy } from '../../rules/engine/decide.js';
import { type Facts, fieldOf, GOALS, type Goal, isDateFact } from '../../rules/facts.js';
import { evidenceOf } from '../../rules/reading/evidence.js';
import type { ReadFact, Reading } from '../../rules/reading/reading.js';
import type { RuleSet } from '../../rules/rules.js';
import { withoutOpening } from './answers.js';
import { type Grounds, goalsAsked, goalsCompared, groundsFor, likelihoodOf } from './asked.js';
import { type InContext, readInContext, remembersCase } from './context.js';
import type { Deps } from './deps.js';
import type { Memory } from './memory.js';
import { asksSomething, questionsIn } from './questions.js';

/** What a message means in its conversation. */
export interface Understanding {
  readonly reading: Reading;
  readonly match: Match;
  /** The case: what was said now, and what is remembered where the message continues it. */
  readonly facts: Facts;
  /** The case to remember: without what the message only supposes. */
  readonly kept: Facts;
  readonly goals: readonly Goal[];
  /** True if the message goes on with the remembered case. */
  readonly continues: boolean;
  /** True if it only supposes something of that case: the reply says so. */
  readonly supposes: boolean;
  /** True if the message is about what the FAQ answers, or may be: then it is worth deciding or asking. */
  readonly onSubject: boolean;
  /** True if the likeliest question is one that the words name, too: then it is worth offering even where it is unlikely. */
  readonly worthOffering: boolean;
  /** True if the person speaks of a case of their own. */
  readonly ownCase: boolean;
  /** Other official questions that sentences of the same message ask, each surely. */
  readonly alsoAsked: readonly string[];
}

/** A sentence must be this sure to add a second official question to a reply. */
const SECOND_QUESTION = 0.7;

/** From this probability on, an official question supports a goal that the words name. */
const SUPPORT = 0.2;

export function understand(text: string, memory: Memory, deps: Deps): Understanding {
  const { knowledge, rules, matcher } = deps;
  const context = readInContext(text, memory, deps);
  const { reading } = context;
  const match = matcher.match(withoutOpening(knowledge.phrases, text), evidenceOf(reading));
  const best = match.band === 'answer' ? match.ranked[0]?.entry : undefined;
  // "Peki sigorta?": asked of the case that is on the table.
  const turnedTo = context.refers && reading.facts.length === 0 && remembersCase(memory) ? goalsOf(match, deps) : [];
  const turns = !context.continues && turnedTo.length > 0;
  const continues = context.continues || turns;
  const grounds = groundsFor(reading, rules);
  const likely = goalsAsked(grounds, rules);
  const asked = likely.length === 0 && (context.refers || isDatedCase(reading)) ? reading.goals : likely;
  return {
    reading,
    match,
    facts: turns ? memory.facts : context.facts,
    kept: turns ? memory.facts : context.kept,
    goals: inOrder(turns ? [...turnedTo, ...asked] : goalsInContext(asked, context, memory, asksSomething(text, knowledge.phrases), deps)),
    continues,
    supposes: context.supposes,
    onSubject:
      match.band === 'answer' ||
      (match.band === 'suggest' && reading.facts.length > 0) ||
      continues ||
      speaksOfOutside(reading) ||
      isDatedCase(reading) ||
      grounds.some((one) => isClear(one, reading, match)),
    worthOffering: grounds.some(({ goal, worded }) => worded && raises(match, goal, rules) >= SUPPORT),
    ownCase: continues || reading.ownCase || reading.facts.some((fact) => !isPresumed(fact)),
    alsoAsked: alsoAsked(text, best, deps),
  };
}

/** "Bu programda kaç staj yapılır": naming the programme tells no case. */
function isPresumed({ id, value }: ReadFact): boolean {
  return fieldOf(id) === 'programme' && value === 'inside';
}

/** How likely the best question is, where it raises the goal. */
function raises({ ranked: [best] }: Match, goal: Goal, { goals }: RuleSet): number {
  return best && goals[goal]?.entries.includes(best.entry) ? best.probability : 0;
}

/** What is asked now: of a case that goes on, what was asked before, unless the message only has a question of its own (`asks`). */
function goalsInContext(asked: readonly Goal[], context: InContext, memory: Memory, asks: boolean, deps: Deps): readonly Goal[] {
  if (!context.continues) return asked;
  // Two bare dates ask for nothing more of the case that they complete, though alone they are likely one of two.
  const also = asks ? asked : asked.filter((goal) => context.reading.goals.includes(goal));
  const keeps = context.answersAsked || context.supposes || also.length === 0;
  const adds = Object.keys(context.facts).some((id) => !(id in memory.facts));
  return keeps || adds || !asks ? [...memory.goals, ...goalsOpened(context, memory, deps), ...(keeps ? [] : also)] : also;
}

function inOrder(goals: readonly Goal[]): Goal[] {
  return GOALS.filter((goal) => goals.includes(goal));
}

/** The goals that the best matching question raises, where it is likely enough to be meant. */
function goalsOf({ band, ranked }: Match, { rules }: Deps): Goal[] {
  const best = band === 'none' ? undefined : ranked[0]?.entry;
  return GOALS.filter((goal) => best !== undefined && rules.goals[goal]?.entries.includes(best));
}

/** Goals that a fact told in the middle of a case opens: the first day of the term, or a second internship, is told to be compared with. */
function goalsOpened({ facts }: InContext, memory: Memory, { rules }: Deps): Goal[] {
  const used = new Set(
    rules.rules
      .filter(({ goal }) => memory.goals.includes(goal))
      .flatMap(namedBy)
      .map(({ fact }) => fact),
  );
  const told = Object.keys(facts).filter((id) => facts[id] !== memory.facts[id]);
  const fresh = told.map(fieldOf).filter((field) => !used.has(field) && !(field.startsWith('term.') && used.has('inTerm')));
  const before = goalsCompared(Object.keys(memory.facts));
  const compared = goalsCompared(Object.keys(facts)).filter((goal) => !before.includes(goal));
  const opens = (goal: Goal): boolean => {
    const spec = rules.goals[goal];
    return spec !== undefined && !spec.askedOnly && (compared.includes(goal) || spec.shownBy.some((field) => fresh.includes(field)));
  };
  return GOALS.filter((goal) => !memory.goals.includes(goal) && opens(goal));
}

/** True if a case of one's own is surely about a goal: then it is for the rules to decide, whatever question it resembles. */
function isClear(grounds: Grounds, { ownCase, facts }: Reading, { band }: Match): boolean {
  const sure = band === 'suggest' ? LIKELY : facts.length > 0 ? SURE : UNDOUBTED;
  return ownCase && likelihoodOf(grounds) >= sure;
}

const LIKELY = 0.5;
/** Where no official question speaks for it, but a fact. */
const SURE = 0.75;
/** Where neither a fact nor an official question speaks for it. */
const UNDOUBTED = 0.9;

/** Something is asked, and two internships or one and the term are dated: whatever the words, it is a case for the rules. */
function isDatedCase({ goals, facts }: Reading): boolean {
  return goals.length > 0 && facts.filter(({ id }) => isDateFact(id)).length >= DATED;
}

/** Two ranges, or a range and the first day of the term. */
const DATED = 3;

/** A question about an internship said to be outside the programme is ours to decline, with the reason. */
function speaksOfOutside({ goals, facts }: Reading): boolean {
  return goals.length > 0 && facts.some(({ id, value }) => fieldOf(id) === 'programme' && value === 'outside');
}

/** Questions after the first that another part of the message asks. */
function alsoAsked(text: string, best: string | undefined, deps: Deps): string[] {
  const parts = best ? questionsIn(text, deps.knowledge.phrases) : [];
  if (parts.length < 2) return [];
  const entries = parts.flatMap((part) => {
    const { band, ranked } = deps.matcher.match(part, evidenceOf(deps.read(part)));
    const top = ranked[0];
    return band === 'answer' && top && top.probability >= SECOND_QUESTION ? [top.entry] : [];
  });
  return [...new Set(entries)].filter((entry) => entry !== best);
}

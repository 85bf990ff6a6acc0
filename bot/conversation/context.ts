import { type Facts, fieldOf, internshipFact, MAX_INTERNSHIPS, UNKNOWN } from '../../rules/facts.js';
import type { Reading } from '../../rules/reading/reading.js';
import { beginsWith, typedAnswer, valuesOf } from './answers.js';
import type { Deps } from './deps.js';
import { say } from './format.js';
import type { Memory } from './memory.js';

/** A message read as a part of its conversation. */
export interface InContext {
  readonly reading: Reading;
  /** The case as it now stands. */
  readonly facts: Facts;
  /** True if the message answers what was asked. */
  readonly answersAsked: boolean;
  /** True if the message goes on with the remembered case. */
  readonly continues: boolean;
}

/** Without a word such as "peki", only a message this short goes on with the case: a clerk's next question is about another student. */
const FOLLOW_UP_WORDS = 10;

/**
 * Reads a message against what is remembered. It goes on with the remembered case if it answers what was asked, begins with a word
 * such as "peki" or "bir de", or is short and holds facts; then the later word counts over the earlier. A message that dates an
 * internship anew is a new case, unless it begins with "bir de": then it adds one.
 */
export function readInContext(text: string, memory: Memory, deps: Deps): InContext {
  const { phrases } = deps.knowledge;
  const reading = readFramed(text, memory, deps);
  const answer = typedAnswer(text, memory.asked, phrases) ?? {};
  const read = Object.fromEntries(reading.facts.map(({ id, value }) => [id, value]));
  const answersAsked = Object.keys(answer).length > 0 || memory.asked.some((id) => id in read);
  const adds = beginsWith(phrases, 'addition', text);
  const refers = adds || beginsWith(phrases, 'followUp', text);
  const short = text.split(/\s+/).length <= FOLLOW_UP_WORDS && !datesAnew(read);
  const bears = Object.keys(read).length > 0 || (refers && reading.goals.length > 0);
  const continues = answersAsked || (remembersCase(memory) && bears && (refers || short));
  const said = { ...(adds && datesAnew(read) ? renumbered(read, highestInternship(memory.facts) + 1) : read), ...answer };
  return { reading, facts: continues ? consistent({ ...memory.facts, ...said }, said) : said, answersAsked, continues };
}

function remembersCase({ facts, goals }: Memory): boolean {
  return Object.keys(facts).length + goals.length > 0;
}

/** Reads a text; bare dates as the answer to what was asked ("7 Eylül - 2 Ekim"), "ikincisi" as the second of two that are remembered. */
function readFramed(text: string, { asked, facts }: Memory, deps: Deps): Reading {
  const reading = deps.read(text);
  return readAsAnswer(text, reading, asked, deps) ?? readAmongTwo(text, reading, facts, deps) ?? reading;
}

function readAsAnswer(text: string, reading: Reading, asked: readonly string[], { knowledge, read }: Deps): Reading | null {
  const first = asked[0];
  if (!first || valuesOf(first).length > 0 || reading.goals.length > 0 || reading.facts.some(({ id }) => asked.includes(id))) return null;
  const of = internshipFact(first);
  const fields = asked.filter((id) => internshipFact(id)?.internship === of?.internship).map(fieldOf);
  const frame = of && fields.length > 1 ? 'dates' : fieldOf(first);
  const internship = of ? say(knowledge.phrases, 'frames', `internship${of.internship}`) : '';
  const framed = read(say(knowledge.phrases, 'frames', frame, { internship, text }));
  return framed.facts.some(({ id }) => asked.includes(id)) ? { ...framed, goals: [] } : null;
}

/** The frame says that there are two, so that a word for one of them finds it; what the frame itself says is left out. */
function readAmongTwo(text: string, reading: Reading, facts: Facts, { knowledge, read }: Deps): Reading | null {
  if (highestInternship(facts) < 2 || reading.facts.length === 0) return null;
  const framed = read(say(knowledge.phrases, 'frames', 'two', { text }));
  return { ...framed, goals: reading.goals, facts: framed.facts.filter(({ id }) => id !== 'count') };
}

/** True if an internship is given both its dates. */
function datesAnew(said: Facts): boolean {
  return Object.keys(said).some((id) => internshipFact(id)?.field === 'from' && id.replace('.from', '.to') in said);
}

function highestInternship(facts: Facts): number {
  return Math.max(0, ...Object.keys(facts).map((id) => internshipFact(id)?.internship ?? 0));
}

/** The facts of internship 1 as those of internship `number`. */
function renumbered(said: Facts, number: number): Facts {
  const to = Math.min(number, MAX_INTERNSHIPS);
  return Object.fromEntries(Object.entries(said).map(([id, value]) => [id.replace(/^internship1\./, `internship${to}.`), value]));
}

/** An internship cannot end before it begins: of two such dates the one said now stays, and the other is asked for again. */
export function consistent(facts: Facts, said: Facts): Facts {
  const wrong = Object.keys(facts).flatMap((id) => {
    const [from, to] = [facts[id], facts[id.replace(/\.from$/, '.to')]];
    if (!id.endsWith('.from') || from === UNKNOWN || to === UNKNOWN || to === undefined || to >= (from ?? '')) return [];
    return [id in said ? id.replace(/\.from$/, '.to') : id];
  });
  return Object.fromEntries(Object.entries(facts).filter(([id]) => !wrong.includes(id)));
}

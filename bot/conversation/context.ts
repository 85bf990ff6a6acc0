import { internshipNumbers } from '../../rules/engine/case.js';
import { lastToBegin, moved } from '../../rules/engine/suppose.js';
import { type Facts, fieldOf, internshipFact, isDateFact, MAX_INTERNSHIPS, reversedRanges } from '../../rules/facts.js';
import type { Reading, Shift } from '../../rules/reading/reading.js';
import { beginsWith, typedAnswer, valuesOf } from './answers.js';
import type { Deps } from './deps.js';
import { say } from './format.js';
import type { Memory } from './memory.js';

/** A message read as a part of its conversation. */
export interface InContext {
  readonly reading: Reading;
  /** The case to decide. */
  readonly facts: Facts;
  /** The case to remember: without what the message only supposes. */
  readonly kept: Facts;
  /** True if the message answers what was asked. */
  readonly answersAsked: boolean;
  /** True if the message goes on with the remembered case. */
  readonly continues: boolean;
  /** True if it only supposes something of that case ("ya 25 eylülde bitse"). */
  readonly supposes: boolean;
  /** True if it begins with a word that reaches back ("peki", "ya"). */
  readonly refers: boolean;
}

/** Without a word such as "peki", only a message this short goes on with the case: a clerk's next question is about another student. */
const FOLLOW_UP_WORDS = 10;
/** A frame says what an answer is about; longer texts say it themselves. */
const FRAMED_WORDS = 8;

/**
 * Reads a message against what is remembered. It goes on with the remembered case if it answers what was asked, begins with a word
 * such as "peki" or "bir de", or is short and holds facts (unless another subject came in between); then the later word counts over
 * the earlier. A message that dates a dated internship anew is a new case, unless it begins with "bir de": then it adds one. What a message
 * only supposes ("ya 5 gün kaydırırsak") is decided and not remembered.
 */
export function readInContext(text: string, memory: Memory, deps: Deps): InContext {
  const { phrases } = deps.knowledge;
  const reading = readFramed(text, memory, deps);
  const answer = typedAnswer(text, memory.asked, phrases) ?? {};
  const read = Object.fromEntries(reading.facts.map(({ id, value }) => [id, value]));
  const shift = reading.shift ? shiftedFacts(reading.shift, memory.facts) : {};
  const adds = beginsWith(phrases, 'addition', text);
  const refers = adds || beginsWith(phrases, 'followUp', text);
  const answersAsked = Object.keys(answer).length > 0 || memory.asked.some((id) => id in read);
  const bears = hasAny({ ...read, ...shift }) || (refers && reading.goals.length > 0);
  const near = refers || isShort(text, read, memory, deps);
  const continues = answersAsked || (remembersCase(memory) && bears && near);
  const supposes = continues && (hasAny(shift) || (reading.supposed && !answersAsked));
  const said = { ...(adds ? asAnother(read, memory) : read), ...answer, ...shift };
  const facts = continues ? consistent({ ...memory.facts, ...said }, said) : { ...read, ...answer };
  return { reading, facts, kept: supposes ? memory.facts : facts, answersAsked, continues, supposes, refers };
}

/** True if there is a case to go on with. */
export function remembersCase({ facts, goals }: Memory): boolean {
  return hasAny(facts) || goals.length > 0;
}

/** True for what needs no word such as "peki" to go on with the case. */
function isShort(text: string, read: Facts, memory: Memory, deps: Deps): boolean {
  return wordsIn(text) <= FOLLOW_UP_WORDS && !datesAnew(read, memory) && !isAside(memory, deps);
}

/** True if the last reply was about something else than the remembered case. */
function isAside({ topic, goals }: Memory, { rules }: Deps): boolean {
  return topic !== null && !goals.some((goal) => rules.goals[goal]?.entries.includes(topic));
}

/** The dates of the internship that is moved: the one pointed to, else the one that begins last. */
function shiftedFacts({ days, internship }: Shift, facts: Facts): Facts {
  const numbers = internshipNumbers(facts);
  const number = typeof internship === 'number' ? internship : internship === 'other' ? Math.max(...numbers) : lastToBegin(facts);
  return number === null ? {} : moved(facts, number, days);
}

/**
 * Reads a text; as the answer to what was asked ("7 Eylül - 2 Ekim", "elimizde"), or "ikincisi" as the second of two remembered. What only
 * the words of a frame say is no answer.
 */
function readFramed(text: string, memory: Memory, deps: Deps): Reading {
  const reading = deps.read(text);
  return readAsAnswer(text, reading, memory, deps) ?? readAmongTwo(text, reading, memory.facts, deps) ?? reading;
}

function readAsAnswer(text: string, reading: Reading, { asked, facts }: Memory, { knowledge, read }: Deps): Reading | null {
  const first = asked[0];
  if (!first || reading.goals.length > 0 || reading.facts.some(({ id }) => asked.includes(id))) return null;
  if (valuesOf(first).length > 0 && wordsIn(text) > FRAMED_WORDS) return null;
  const of = internshipFact(first);
  const fields = asked.filter((id) => internshipFact(id)?.internship === of?.internship).map(fieldOf);
  const from = of ? facts[`internship${of.internship}.from`] : undefined;
  const frame = of && fields.length > 1 ? 'dates' : of?.field === 'to' && from !== undefined ? 'lasts' : fieldOf(first);
  if (!knowledge.phrases.frames?.[frame]) return null;
  const internship = of ? say(knowledge.phrases, 'frames', `internship${of.internship}`) : '';
  const framed = read(say(knowledge.phrases, 'frames', frame, { internship, text, from: from ?? '' }));
  const told = framed.facts.filter(({ words }) => text.includes(words));
  const numbers = new Set(told.flatMap(({ id }) => internshipFact(id)?.internship ?? []));
  const answers = told
    .map((fact) => ({ ...fact, id: numbers.size === 1 ? ofAsked(fact.id, first) : fact.id }))
    .map((fact, _, all) => (all.length === 1 && isBareDay(text) && isDateFact(first) ? { ...fact, id: first } : fact))
    .filter(({ id }) => asked.includes(id));
  return answers.length > 0 ? { ...framed, facts: answers, goals: [] } : null;
}

/** "21 ağustos": a day by itself answers what was asked first; "21.08 bitiş" says what it is. */
function isBareDay(text: string): boolean {
  return wordsIn(text) <= 2 && !/bit|ba[sş]|son|kadar/iu.test(text);
}

/** A frame speaks of one internship; its answer is about the one that was asked for. */
function ofAsked(id: string, asked: string): string {
  const [of, one] = [internshipFact(id), internshipFact(asked)];
  return of && one ? id.replace(`internship${of.internship}`, `internship${one.internship}`) : id;
}

/** The frame says that there are two, so that a word for one of them finds it; what the frame itself says is left out. */
function readAmongTwo(text: string, reading: Reading, facts: Facts, { knowledge, read }: Deps): Reading | null {
  if (internshipNumbers(facts).length < 2) return null;
  const framed = read(say(knowledge.phrases, 'frames', 'two', { text }));
  const counted = reading.facts.filter(({ id }) => id === 'count');
  const found = [...framed.facts.filter(({ id }) => id !== 'count'), ...counted];
  return found.length > 0 ? { ...framed, goals: reading.goals, facts: found } : null;
}

function hasAny(facts: Facts): boolean {
  return Object.keys(facts).length > 0;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

/** Internships that are given both their dates, as `internship1`. */
function datedIn(said: Facts): string[] {
  return Object.keys(said)
    .filter((id) => internshipFact(id)?.field === 'from' && id.replace('.from', '.to') in said)
    .map((id) => id.replace('.from', ''));
}

/** True if an internship that has dates is given both anew: the first dates of a case complete it. */
function datesAnew(said: Facts, { facts }: Memory): boolean {
  return datedIn(said).some((of) => `${of}.from` in facts || `${of}.to` in facts);
}

/** What "bir de 1-25 eylül" says, of an internship more than are remembered. */
function asAnother(said: Facts, { facts }: Memory): Facts {
  if (datedIn(said).length === 0) return said;
  const to = Math.min(internshipNumbers(facts).length + 1, MAX_INTERNSHIPS);
  return Object.fromEntries(Object.entries(said).map(([id, value]) => [id.replace(/^internship1\./, `internship${to}.`), value]));
}

/** An internship cannot end before it begins: of two such dates the one said now stays, and the other is asked for again. */
export function consistent(facts: Facts, said: Facts): Facts {
  const wrong = reversedRanges(facts).map((of) => (`${of}.from` in said ? `${of}.to` : `${of}.from`));
  return Object.fromEntries(Object.entries(facts).filter(([id]) => !wrong.includes(id)));
}

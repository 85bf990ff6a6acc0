import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { hitsOf } from '../cues.js';
import type { Lexicon } from '../lexicon.js';
import { monthNamed } from '../months.js';
import type { Said } from '../statements.js';
import type { PlainText, Token } from '../tokens.js';
import { stemAmongOthers } from './among-others.js';
import { OTHER_PERSON, personsIn, SELF } from './people.js';
import type { Name, Pointer, Pointing } from './pointings.js';

/** "Zonguldak olanı", "Roketsanı ise": so is what stands before these. */
const SET_APART = /^(?:olan[iua]?n?|ise|icinse)$/;
/** "A firması", "B şirketi". */
const EMPLOYER = /^(?:firma|sirket|kurum|banka|fabrika|holding|yer)/;
/** All forms of a name begin with so many letters of it, or with all where it is shorter. */
const KEY_LETTERS = 5;
/** As many as the pointers of a text can tell apart. */
const MOST_NAMES = 3;

/** Facts of which every internship has one value at a time. */
const TOLD_OF_EACH = ['document', 'stage', 'inTerm'];
/** Persons differ in why they leave, too. */
const TOLD_OF_PERSONS = [...TOLD_OF_EACH, 'reason'];

/** Who or what the clauses of a message are about. */
interface Told {
  readonly names: readonly Name[];
  readonly said: readonly Said[];
  readonly nameOf: (clause: Clause) => string | undefined;
}

/**
 * Names as pointers: "Tusaş onayladı, Roketsan'dan ise ses yok" speaks of two internships, in the order in which they are named.
 * Only where two clauses, each with a name of its own, say different values of one fact; a name alone may be a town, a firm or a person.
 * Persons of whom each has a case are told apart whatever is said of them.
 * @param likely what the examples make likely, beside what the lexicon finds
 */
export function namedInternships(analysis: Analysis, likely: readonly Said[], ofPeople: boolean, lexicon: Lexicon): Pointing[] {
  const all = [...analysis.said, ...likely];
  const names = namesIn(analysis, lexicon);
  const persons = ofPeople ? withNames(personsIn(analysis.searchable, lexicon), names) : [];
  if (persons.length > 0) {
    const told = { names: persons, said: all.filter(({ fact }) => TOLD_OF_PERSONS.includes(fact)), nameOf: lastIn(persons) };
    const called = new Set(persons.filter(({ key }) => key !== SELF && key !== OTHER_PERSON).map(({ key }) => key));
    return pointingsTo(called.size > 1 ? called : contrasted(told), told);
  }
  const told = { names, said: all.filter(({ fact }) => TOLD_OF_EACH.includes(fact)), nameOf: firstIn(names) };
  const keys = contrasted(told);
  return keys.size > 0 ? pointingsTo(keys, told) : besideUnnamed(told);
}

/** "Derya'nın": a name that is a word as well is known by its capital letter. */
function withNames(persons: readonly Name[], names: readonly Name[]): Name[] {
  const others = names.filter(({ start, end }) => !persons.some((one) => one.start < end && one.end > start));
  return [...persons, ...others].sort((one, other) => one.start - other.start);
}

function firstIn(names: readonly Name[]): Told['nameOf'] {
  return (clause) => names.find(({ start, end }) => start >= clause.start && end <= clause.end)?.key;
}

/** A clause without a person is about the one last named. */
function lastIn(persons: readonly Name[]): Told['nameOf'] {
  const own = firstIn(persons);
  return (clause) => own(clause) ?? persons.findLast(({ end }) => end <= clause.start)?.key;
}

/** Names of which different values of one fact are told. */
function contrasted({ said, nameOf }: Told): Set<string> {
  const keys = new Set<string>();
  for (const one of said) {
    for (const other of said) {
      const [a, b] = [nameOf(one.clause), nameOf(other.clause)];
      if (a && b && a !== b && one.fact === other.fact && one.value !== other.value) keys.add(a).add(b);
    }
  }
  return keys;
}

function pointingsTo(keys: ReadonlySet<string>, { names }: Told): Pointing[] {
  const order = [...new Set(names.map(({ key }) => key))].filter((key) => keys.has(key)).slice(0, MOST_NAMES);
  return names.flatMap(({ key, start, end }) => {
    const number = order.indexOf(key) + 1;
    return number > 0 ? [{ to: number as Pointer, name: true as const, start, end }] : [];
  });
}

/** What one internship cannot be told of at a time, the first before the second: an offer may be accepted, but no accepted one unanswered again. */
const OPPOSED: Readonly<Record<string, readonly string[]>> = {
  accepted: ['offered'],
  approved: ['offered'],
  none: ['student', 'unit'],
  student: ['none'],
  unit: ['none'],
  yes: ['no'],
  no: ['yes'],
};

/** "Belediyenin teklifini kabul ettim, bankanınkine cevap vermedim": where only one of two is named, what is told first is of the first. */
function besideUnnamed({ names, said: all, nameOf }: Told): Pointing[] {
  // "Kurumun yazısı geldi, öğrencide belge yok": a letter is enough for the same one.
  const said = all.some(({ value }) => value === 'letter') ? all.filter(({ fact }) => fact !== 'document') : all;
  const pairs = said.flatMap((one) =>
    said
      .filter(({ fact, value, clause }) => fact === one.fact && OPPOSED[one.value]?.includes(value) && clause.start > one.clause.start)
      .map((other) => [one, other] as const),
  );
  const pair = pairs.find(([one, other]) => (nameOf(one.clause) === undefined) !== (nameOf(other.clause) === undefined));
  return (pair ?? []).flatMap(({ clause, start, end }, at): Pointing[] => {
    const to = at === 0 ? 1 : 2;
    const named = names.filter(({ key }) => key === nameOf(clause));
    return (named.length > 0 ? named : [{ start, end }]).map((place) => ({ to, name: true, start: place.start, end: place.end }));
  });
}

function namesIn({ plain, searchable, tokens }: Analysis, lexicon: Lexicon): Name[] {
  const known = hitsOf(searchable, lexicon, ['term', 'otherDate', 'first', 'second', 'third', 'other', 'pair', 'notName']);
  const isKnown = ({ start, end }: Token) => known.some((hit) => hit.start <= start && hit.end >= end);
  const isName = tokens.map((token, at) => isNameAt(plain, tokens, at) && !isKnown(token));
  // "Mersin limanındaki", "Devlet Su İşleri": words side by side are one name, called by its first.
  const called = new Map<string, string>();
  tokens.forEach((token, at) => {
    if (!isName[at]) return;
    const key = keyOf(token.text);
    const before = tokens[at - 1];
    if (!called.has(key)) called.set(key, (isName[at - 1] && before && called.get(keyOf(before.text))) || key);
  });
  return tokens.flatMap(({ kind, text: word, start, end }) => {
    const found = kind === 'word' ? [...called.keys()].find((key) => (key.length === 1 ? word === key : word.startsWith(key))) : undefined;
    return found === undefined ? [] : [{ key: called.get(found) ?? found, start, end }];
  });
}

function isNameAt(plain: PlainText, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (token.text.length < 3) return /^[a-z]$/.test(token.text) && EMPLOYER.test(tokens[at + 1]?.text ?? '');
  if (monthNamed(token.text) !== null) return stemAmongOthers(token.text) !== null && tokens[at - 1]?.kind !== 'number';
  return stemAmongOthers(token.text) !== null || SET_APART.test(tokens[at + 1]?.text ?? '') || isCapital(plain, tokens, at);
}

/** A capital letter inside a sentence, or one that begins it where an apostrophe or "stajı" says that it is a name. */
function isCapital({ original, offsets }: PlainText, tokens: readonly Token[], at: number): boolean {
  const { start = 0, end = 0 } = tokens[at] ?? {};
  const word = original.slice(offsets[start] ?? 0, offsets[end] ?? 0);
  if (!/^\p{Lu}/u.test(word) || original === original.toLocaleUpperCase('tr')) return false;
  const begins = at === 0 || /^[.?!\n:]$/.test(tokens[at - 1]?.text ?? '');
  return !begins || /['’]/.test(word) || /^\p{Lu}{2}/u.test(word) || /^staj/.test(tokens[at + 1]?.text ?? '');
}

function keyOf(word: string): string {
  return (stemAmongOthers(word) ?? word).slice(0, KEY_LETTERS);
}

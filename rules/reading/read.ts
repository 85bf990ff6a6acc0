import type { Goal } from '../facts.js';
import { type Analysis, analyse } from './analysis.js';
import { caseFacts, isOfInternshipAndTerm, spokenOf } from './case-facts.js';
import { type DatesRead, readDates } from './dated/read-dates.js';
import { goalsOf, type Shown, wordedGoals } from './goals.js';
import { askingOf, goalsLearned, withoutTwo } from './learned/asking.js';
import { type Heard, heardIn } from './learned/heard.js';
import { type Candidates, candidatesIn, ENOUGH, isHardlySaid, tellingOf, weigh } from './learned/learned.js';
import type { TrainedStatements } from './learned/model.js';
import type { Lexicon } from './lexicon.js';
import { finds, type Span } from './patterns.js';
import type { Asking, PlacedFact, ReadFact, Reading } from './reading.js';
import { apartFromTwo } from './several/apart.js';
import { attach } from './several/attach.js';
import { withoutFinishedOutside } from './several/finished.js';
import { namedInternships } from './several/names.js';
import { countsByPronoun, haveDateEach, isOfPeople } from './several/people.js';
import { ofThisCase, type Pointing, pointingsOf } from './several/pointings.js';
import { shiftIn } from './shift.js';
import { byRank, type Said } from './statements.js';
import { wordsAt } from './tokens.js';
import type { Restorer } from './vowels.js';

/** "Daha iyi bir yer buldum": so many words may be the answer to a question, and need not name the subject. */
const LONGEST_ANSWER = 5;
/** "Staja kabul belgesi": so few words without a predicate name a subject and tell nothing. */
const LONGEST_TOPIC = 4;

/** Reads the facts of a case, and what is asked, from one message in Turkish. Pure; never throws, whatever the text. */
export function read(text: string, lexicon: Lexicon, trained: TrainedStatements, restore: Restorer): Reading {
  const analysis = analyse(text, lexicon, restore);
  const { plain, searchable, tokens, clauses } = analysis;
  const heard = heardIn(analysis, lexicon, trained);
  const asking = askingOf(wordedGoals(plain.folded, clauses, lexicon), heard, trained);
  const worded = goalsLearned(asking);
  const scene = sceneOf(analysis, heard, worded, lexicon, trained);
  const { dates, areApart } = scene;
  const told = saidIn(analysis, scene, asking, worded, lexicon);
  const facts = factsIn(analysis, told, scene, lexicon);
  const dated = [...dates.internships.keys()];
  return {
    facts: facts.map(({ id, value, words }): ReadFact => ({ id, value, words })),
    goals: goalsOf(worded, shownBy(analysis, facts, told, scene, lexicon)),
    asking: areApart ? withoutTwo(asking) : asking,
    problems: dates.problems,
    assumptions: dates.assumptions,
    supposed: dates.supposed,
    shift: shiftIn(searchable, tokens, scene.pointings, lexicon),
    ownCase: dated.length > 0 || finds(lexicon.cues.ownCase, searchable),
  };
}

/** Of whom and of what a message speaks, before its statements are tied to them. */
interface Scene {
  readonly candidates: Candidates;
  readonly pointings: readonly Pointing[];
  readonly dates: DatesRead;
  /** True if it speaks of several persons; and if each has a case. */
  readonly ofPeople: boolean;
  readonly areApart: boolean;
}

function sceneOf(
  analysis: Analysis,
  heard: readonly Heard[],
  worded: ReadonlySet<Goal>,
  lexicon: Lexicon,
  trained: TrainedStatements,
): Scene {
  const { searchable, said } = analysis;
  const ofPeople = isOfPeople(searchable, said, lexicon);
  const candidates = candidatesIn(heard);
  const pointed = ofThisCase(pointingsOf(searchable, lexicon), worded.has('two'), worded.size > 0);
  const named = namedInternships(analysis, tellingOf(candidates), ofPeople, lexicon);
  const pointings = pointed.some(({ to }) => typeof to === 'number') ? pointed : inOrder([...pointed, ...named]);
  const dates = readDates(analysis, pointings, lexicon, trained.dates);
  return { candidates, pointings, dates, ofPeople, areApart: ofPeople && haveDateEach(searchable, dates.internships.size, lexicon) };
}

/** What is said, and how many internships it is said of. */
interface Told {
  readonly said: readonly Said[];
  readonly count: number;
  /** Number of the one that is told apart from two. */
  readonly apart: number | null;
}

/** The statements of a message: what its words say by the patterns of the lexicon, weighed against the examples. */
function saidIn(analysis: Analysis, scene: Scene, asking: Asking, worded: ReadonlySet<Goal>, lexicon: Lexicon): Told {
  const { searchable, tokens } = analysis;
  const { candidates, pointings, dates, ofPeople } = scene;
  const inDate = ({ start, end }: Said) => dates.places.some((place) => start < place.end && end > place.start);
  const isAnswer = tokens.length <= LONGEST_ANSWER || finds(lexicon.cues.internship, searchable);
  const fits = ({ goal }: Said) => goal === null || worded.has(goal) || (worded.size === 0 && isAnswer);
  // "Belge iki kopya, ikisi de bende": of what is not spoken of as internships.
  const countsOthers = (one: Said) => ofPeople || inDate(one) || (countsByPronoun(one, searchable) && isHardlySaid(one, candidates));
  const belongs = (one: Said) => !(one.fact === 'count' && countsOthers(one)) && !isOfInternshipAndTerm(one, searchable, dates);
  const stated = withoutFinishedOutside(analysis, analysis.said, lexicon).filter((one) => belongs(one) && fits(one));
  const apart = apartFromTwo(searchable, stated, dates, pointings);
  const count = Math.max(spokenOf(stated, dates, pointings), apart ?? 1);
  const isTopic = tokens.length <= LONGEST_TOPIC && !finds(lexicon.cues.predicate, searchable);
  const weighed = isTopic ? stated : withoutFinishedOutside(analysis, weigh(stated, candidates, asking, count, pointings), lexicon);
  return {
    said: weighed.filter((one) => !isOfInternshipAndTerm(one, searchable, dates) && !(ofPeople && one.fact === 'count')),
    count,
    apart,
  };
}

/** The facts that are said, each of the internship it is about, in the order of the text. */
function factsIn(analysis: Analysis, { said, count, apart }: Told, scene: Scene, lexicon: Lexicon): PlacedFact[] {
  const { plain, searchable, clauses } = analysis;
  const { pointings } = scene;
  const dates = datesThatMatter(scene);
  const words = (start: number, end: number) => wordsAt(plain, start, end);
  const ofOne = said.filter((one) => one.fact !== 'count' && one.fact !== 'overlap');
  const attached = attach(searchable, byRank(ofOne), clauses, { dated: dates.internships, count, pointings, apart }, lexicon, words);
  const own = firstOfEach([...dates.facts, ...attached]);
  return [...own, ...caseFacts({ analysis, said, own, dates, pointings, lexicon, words })].sort((one, other) => one.at - other.at);
}

/** The days of two persons are not to be compared with each other, but with the term. */
function datesThatMatter({ dates, areApart }: Scene): DatesRead {
  return areApart && !dates.facts.some(({ id }) => id.startsWith('term.')) ? { ...dates, facts: [], internships: new Map() } : dates;
}

/** What the facts of a message show of what it asks. */
function shownBy(
  { plain, searchable }: Analysis,
  facts: readonly PlacedFact[],
  { count }: Told,
  { dates, areApart }: Scene,
  { cues }: Lexicon,
): Shown {
  const has = (id: RegExp, value?: string) => facts.some((fact) => id.test(fact.id) && (value === undefined || fact.value === value));
  const dated = [...dates.internships.keys()];
  return {
    dated: dated.length,
    datedInside: areApart ? 0 : dated.filter((number) => !has(new RegExp(`^internship${number}\\.programme$`), 'outside')).length,
    several: !areApart && (count > 1 || finds(cues.several, searchable)),
    termDated: has(/^term\./),
    reason: has(/\.reason$/),
    offered: has(/\.stage$/, 'offered'),
    teaching: finds(cues.teaching, searchable),
    asks: plain.folded.includes('?') || finds(cues.question, searchable),
  };
}

function firstOfEach(facts: readonly PlacedFact[]): PlacedFact[] {
  const byId = new Map<string, PlacedFact>();
  for (const fact of facts) {
    const before = byId.get(fact.id);
    if (!before || ENOUGH[before.value] === fact.value) byId.set(fact.id, fact);
  }
  return [...byId.values()];
}

function inOrder<Place extends Span>(places: readonly Place[]): Place[] {
  return places.toSorted((one, other) => one.start - other.start);
}

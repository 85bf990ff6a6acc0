import { vectorOf } from '../../knowledge/matcher/vectors.js';
import { analyse } from './analysis.js';
import { apartFromTwo } from './apart.js';
import { attach } from './attach.js';
import { caseFacts, isOfInternshipAndTerm, spokenOf } from './case-facts.js';
import { readDates } from './dated/read-dates.js';
import { withoutFinishedOutside } from './finished.js';
import { goalsOf, wordedGoals } from './goals.js';
import { ofThisCase, pointingsOf } from './internships.js';
import { askingOf, goalsLearned, withoutTwo } from './learned/asking.js';
import { candidatesIn, ENOUGH, isHardlySaid, tellingOf, weigh } from './learned/learned.js';
import { likelihoodsOf, type TrainedStatements } from './learned/model.js';
import { segmentsOf } from './learned/segments.js';
import type { Lexicon } from './lexicon.js';
import { namedInternships } from './names.js';
import { finds, type Span } from './patterns.js';
import { countsByPronoun, isOfPeople } from './people.js';
import type { PlacedFact, ReadFact, Reading } from './reading.js';
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
  const ofPeople = isOfPeople(searchable, analysis.said, lexicon);
  const relevant = withoutFinishedOutside(searchable, analysis.said, clauses, lexicon);
  const found = ofPeople ? relevant.filter(({ fact }) => fact !== 'count') : relevant;
  const words = (start: number, end: number) => wordsAt(plain, start, end);
  const heard = segmentsOf(analysis, lexicon).map((segment) => {
    const vector = vectorOf(trained.space, segment.traits);
    return { segment, vector, likelihoods: likelihoodsOf(trained, vector) };
  });
  const isTopic = tokens.length <= LONGEST_TOPIC && !finds(lexicon.cues.predicate, searchable);
  const inWords = wordedGoals(plain.folded, clauses, lexicon);
  const asking = askingOf(inWords, heard, plain.folded, trained);
  const worded = goalsLearned(asking);
  const pointed = ofThisCase(pointingsOf(searchable, lexicon), worded.has('two'), worded.size > 0);
  const candidates = candidatesIn(heard);
  const named = namedInternships(plain, searchable, tokens, found, tellingOf(candidates), ofPeople, lexicon);
  const pointings = pointed.some(({ to }) => typeof to === 'number') ? pointed : inOrder([...pointed, ...named]);
  const dates = readDates(analysis, pointings, lexicon, trained.dates);
  // "Öğrencimizin iki kabulü var, biz iki arkadaş iddiaya girdik": two that are dated are one person's.
  const areApart = ofPeople && dates.internships.size < 2;
  const inDate = ({ start, end }: Said) => dates.places.some((place) => start < place.end && end > place.start);
  const isAnswer = tokens.length <= LONGEST_ANSWER || finds(lexicon.cues.internship, searchable);
  const fits = ({ goal }: Said) => goal === null || worded.has(goal) || (worded.size === 0 && isAnswer);
  // "Belge iki kopya, ikisi de bende": of what is not spoken of as internships.
  const countsOthers = (one: Said) => countsByPronoun(one, searchable) && isHardlySaid(one, candidates);
  const stated = found.filter(
    (one) => !countsOthers(one) && fits(one) && !(one.fact === 'count' && inDate(one)) && !isOfInternshipAndTerm(one, searchable, dates),
  );
  const apart = apartFromTwo(searchable, stated, dates, pointings);
  const count = Math.max(spokenOf(stated, dates, pointings), apart ?? 1);
  const weighed = isTopic
    ? stated
    : withoutFinishedOutside(searchable, weigh(stated, candidates, asking, count, pointings), clauses, lexicon);
  const said = weighed.filter((one) => !(areApart && one.fact === 'count') && !isOfInternshipAndTerm(one, searchable, dates));
  const ofOne = said.filter((one) => one.fact !== 'count' && one.fact !== 'overlap');
  const attached = attach(searchable, byRank(ofOne), clauses, { dated: dates.internships, count, pointings, apart }, lexicon, words);
  const own = firstOfEach([...dates.facts, ...attached]);
  const facts = [...own, ...caseFacts(analysis, said, own, dates, pointings, lexicon, words)].sort((one, other) => one.at - other.at);
  const has = (id: RegExp, value?: string) => facts.some((fact) => id.test(fact.id) && (value === undefined || fact.value === value));
  const dated = [...dates.internships.keys()];
  const goals = goalsOf(worded, {
    dated: dated.length,
    datedInside: (areApart ? [] : dated).filter((number) => !has(new RegExp(`^internship${number}\\.programme$`), 'outside')).length,
    several: !areApart && (count > 1 || finds(lexicon.cues.several, searchable)),
    termDated: has(/^term\./),
    reason: has(/\.reason$/),
    offered: has(/\.stage$/, 'offered'),
    teaching: finds(lexicon.cues.teaching, searchable),
    asks: plain.folded.includes('?') || finds(lexicon.cues.question, searchable),
  });
  return {
    facts: facts.map(({ id, value, words: from }): ReadFact => ({ id, value, words: from })),
    goals,
    asking: areApart ? withoutTwo(asking) : asking,
    problems: dates.problems,
    assumptions: dates.assumptions,
    supposed: dates.supposed,
    shift: shiftIn(searchable, tokens, pointings, lexicon),
    ownCase: dated.length > 0 || finds(lexicon.cues.ownCase, searchable),
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

import { type Example, train } from '../../../knowledge/matcher/logistic.js';
import { spaceOf, vectorOf } from '../../../knowledge/matcher/vectors.js';
import { GOALS, type Goal } from '../../facts.js';
import { type Analysis, analyse } from '../analysis.js';
import { datedMessage, trainDates } from '../dated/training.js';
import type { Lexicon } from '../lexicon.js';
import { plainText } from '../tokens.js';
import { restorer } from '../vowels.js';
import { type Examples, type MessageExample, type QuestionExample, valuesIn } from './examples.js';
import { LEARNED, type Learned, type TrainedStatements, UNSAID } from './model.js';
import { segmentsOf } from './segments.js';
import { type Traits, traitsOf, wordsOf } from './traits.js';

/** A piece of text, and what it says of the facts; of those not named here nothing is known. */
interface Lesson {
  readonly traits: Traits;
  readonly says: Partial<Record<Learned, string>>;
  readonly weight: number;
  /** Of a whole text: all it asks for, and how much that counts. */
  readonly asks?: { readonly goals: readonly string[]; readonly weight: number };
}

/** A message says somewhere what its label tells, and its clauses say nothing of what it does not tell: less sure than a sentence by itself. */
const MESSAGE_WEIGHT = 0.5;
/** A trait of fewer lessons tells nothing of the next text. With 6 the reader decides no better on twenty sets, and is a quarter larger; with 2, four times as large. */
const LEAST_LESSONS = 9;
/** There are many questions, and of what they tell nothing is known. */
const QUESTION_WEIGHT = 0.3;
/** Of a sentence for another fact it is only known that it was not written to ask. */
const STATEMENT_WEIGHT = 0.5;

/** Learns from sentences that say one thing, and from whole messages whose facts are known. Deterministic. */
export function trainStatements(examples: Examples, lexicon: Lexicon): TrainedStatements {
  const vocabulary = vocabularyOf(examples);
  const restore = restorer(vocabulary);
  const analysed: Analyse = (text) => analyse(text, lexicon, restore);
  const messages = examples.messages.map((message) => {
    const analysis = analysed(message.text);
    return { lessons: messageLessons(message, lexicon, analysis), dated: datedMessage(message, analysis, lexicon) };
  });
  const lessons = [
    ...sentenceLessons(examples, lexicon, analysed),
    ...messages.flatMap((message) => message.lessons),
    ...examples.questions.map((question) => questionLesson(question, lexicon, analysed)),
  ];
  const space = spaceOf(
    lessons.map(({ traits }) => traits),
    LEAST_LESSONS,
  );
  const vectors = lessons.map(({ traits }) => vectorOf(space, traits));
  const learn = (fact: Learned): TrainedStatements['models'][Learned] => {
    const labels = [UNSAID, ...new Set(lessons.flatMap(({ says }) => says[fact] ?? []).filter((value) => value !== UNSAID))];
    const taught = lessons.flatMap(({ says, weight }, n) => {
      const value = says[fact];
      const vector = vectors[n];
      return value === undefined || !vector ? [] : [{ vector, label: labels.indexOf(value), weight }];
    });
    return { labels, model: train(taught, space.rows.size, labels.length) };
  };
  const asks = (goal: Goal): TrainedStatements['asks'][Goal] => {
    const taught = lessons.flatMap(({ asks: asked }, n): Example[] => {
      const vector = vectors[n];
      return asked && vector ? [{ vector, label: asked.goals.includes(goal) ? 1 : 0, weight: asked.weight }] : [];
    });
    return train(taught, space.rows.size, 2);
  };
  return {
    vocabulary,
    space,
    models: Object.fromEntries(LEARNED.map((fact) => [fact, learn(fact)])) as TrainedStatements['models'],
    asks: Object.fromEntries(GOALS.map((goal) => [goal, asks(goal)])) as TrainedStatements['asks'],
    dates: trainDates(messages.flatMap(({ dated }) => dated ?? [])),
  };
}

type Analyse = (text: string) => Analysis;

/** Words that three texts use are words; what fewer do may be a slip. */
function vocabularyOf({ statements, messages, questions }: Examples): string[] {
  const counts = new Map<string, number>();
  for (const { text } of [...statements, ...messages, ...questions])
    for (const word of new Set(wordsOf(plainText(text).folded))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([word, count]) => count >= LEAST_TEXTS && /^[a-z]+$/.test(word))
    .sort(([, one], [, other]) => other - one)
    .map(([word]) => word);
}

const LEAST_TEXTS = 3;

/** A sentence written for one fact says nothing of the others. */
function sentenceLessons({ statements }: Examples, lexicon: Lexicon, analysed: Analyse): Lesson[] {
  const others = Object.fromEntries(LEARNED.map((fact) => [fact, UNSAID]));
  return statements.map(({ fact, value, text }) => {
    const isQuestion = fact === 'goal';
    const asks = { goals: isQuestion && value !== UNSAID ? [value] : [], weight: isQuestion ? 1 : STATEMENT_WEIGHT };
    return { traits: wholeTraits(analysed(text), lexicon), says: { ...others, [fact]: value }, weight: 1, asks };
  });
}

function messageLessons(message: MessageExample, lexicon: Lexicon, analysis: Analysis): Lesson[] {
  const told = Object.fromEntries(LEARNED.map((fact) => [fact, valuesIn(message, fact)])) as Record<Learned, readonly string[]>;
  const untold = Object.fromEntries(LEARNED.filter((fact) => told[fact].length === 0).map((fact) => [fact, UNSAID]));
  const single = Object.fromEntries(LEARNED.flatMap((fact) => (told[fact].length === 1 ? [[fact, told[fact][0]]] : [])));
  return [
    { traits: wholeTraits(analysis, lexicon), says: single, weight: MESSAGE_WEIGHT, asks: { goals: message.goals, weight: 1 } },
    ...segmentsOf(analysis, lexicon).map(({ traits }) => ({
      traits,
      says: untold,
      weight: MESSAGE_WEIGHT,
    })),
  ];
}

function questionLesson({ text, goal }: QuestionExample, lexicon: Lexicon, analysed: Analyse): Lesson {
  const asks = { goals: goal ? [goal] : [], weight: QUESTION_WEIGHT };
  return { traits: wholeTraits(analysed(text), lexicon), says: { goal: goal ?? UNSAID }, weight: QUESTION_WEIGHT, asks };
}

function wholeTraits({ plain, said }: Analysis, { kindOf }: Lexicon): Traits {
  return traitsOf(
    plain.folded,
    said.map(({ fact, value }) => `${fact}=${value}`),
    kindOf,
  );
}

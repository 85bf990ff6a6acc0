import { inspectKnowledge, type Knowledge, type KnowledgeFiles, type RequiredPhrases } from '../knowledge/load.js';
import { type Prediction, trainMatcher } from '../knowledge/matcher/training.js';
import { isError, KnowledgeError, type Problem } from '../knowledge/problem.js';
import { GOALS } from '../rules/facts.js';
import { inspectRules } from '../rules/load.js';
import { evidenceOf } from '../rules/reading/evidence.js';
import { type Examples, NO_EXAMPLES, type QuestionExample } from '../rules/reading/learned/examples.js';
import { trainStatements } from '../rules/reading/learned/training.js';
import { compileLexicon, type LexiconData } from '../rules/reading/lexicon.js';
import { inspectExamples, inspectLexicon } from '../rules/reading/load.js';
import { readerFor } from '../rules/reading/reader.js';
import { NO_RULES, type RuleSet } from '../rules/rules.js';
import type { Compiled } from './compiled.js';
import type { Folders } from './folders.js';
import { rootPath } from './root.js';
import { TEAMS_PHRASES } from './teams/phrases.js';
import { SHARE_PHRASES, WEB_PHRASES, WIDGET_PHRASES } from './web/phrases.js';

const REQUIRED_PHRASES: RequiredPhrases = { web: WEB_PHRASES, share: SHARE_PHRASES, widget: WIDGET_PHRASES, teams: TEAMS_PHRASES };

/** Loads and checks everything, without training; `lexicon` is null only where a problem says why. */
export function inspect({ knowledge: directory, rules: rulesDirectory }: Folders): {
  knowledge: Knowledge;
  files: KnowledgeFiles;
  rules: RuleSet;
  lexicon: LexiconData | null;
  examples: Examples;
  problems: Problem[];
} {
  const { knowledge, files, problems } = inspectKnowledge(directory, {
    phrasesFrom: rootPath('knowledge'),
    requiredPhrases: REQUIRED_PHRASES,
  });
  const { lexicon, problems: lexiconProblems } = inspectLexicon(rootPath('rules', 'reading', 'lexicon.yaml'));
  const { examples, problems: exampleProblems } = inspectExamples(rootPath('rules', 'reading', 'examples'));
  // Quotes and links are checked against entries that could be loaded: one mistake there would bring many that are none.
  const { rules, problems: ruleProblems } = problems.some(isError)
    ? { rules: NO_RULES, problems: [] }
    : inspectRules(rulesDirectory, knowledge);
  return { knowledge, files, rules, lexicon, examples, problems: [...problems, ...lexiconProblems, ...exampleProblems, ...ruleProblems] };
}

/** What the knowledge base teaches of goals: the variants of a question ask for the goal it raises, refusals and small talk for none. */
export function questionsOf({ entries, refusals, smalltalk }: Knowledge, { goals }: RuleSet): QuestionExample[] {
  const goalOf = (entry: string): string | null => GOALS.find((goal) => goals[goal]?.entries.includes(entry)) ?? null;
  return [
    ...entries.flatMap(({ id, variants }) => variants.map((text) => ({ text, goal: goalOf(id) }))),
    ...[...refusals, ...smalltalk].flatMap(({ examples }) => examples.map((text) => ({ text, goal: null }))),
  ];
}

/** Loads, checks and trains; what was inspected already is not read again. Throws KnowledgeError with every mistake at once. */
export function compile(
  folders: Folders,
  { knowledge, rules, lexicon, examples, problems } = inspect(folders),
): { compiled: Compiled; predictions: readonly Prediction[] } {
  const errors = problems.filter(isError);
  if (errors.length > 0 || !lexicon) throw new KnowledgeError(errors);
  const dated = { ...lexicon, defaultYear: knowledge.programme?.year ?? lexicon.defaultYear };
  const compiledLexicon = compileLexicon(dated);
  // Without rules nothing is read, and half a minute of learning to read would be for nothing.
  const taught = rules.rules.length > 0 ? { ...examples, questions: questionsOf(knowledge, rules) } : NO_EXAMPLES;
  const statements = trainStatements(taught, compiledLexicon);
  const read = readerFor(rules, compiledLexicon, statements);
  const { trained, predictions } = trainMatcher(knowledge, (text) => evidenceOf(read(text)));
  return { compiled: { knowledge, rules, lexicon: dated, statements, trained }, predictions };
}

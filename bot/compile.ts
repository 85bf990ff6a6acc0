import { inspectKnowledge, type Knowledge, type KnowledgeFiles, type RequiredPhrases } from '../knowledge/load.js';
import { type Prediction, trainMatcher } from '../knowledge/matcher/training.js';
import { isError, KnowledgeError, type Problem } from '../knowledge/problem.js';
import { inspectLexicon, inspectRules } from '../rules/load.js';
import { evidenceOf } from '../rules/reading/evidence.js';
import { compileLexicon, type LexiconData } from '../rules/reading/lexicon.js';
import { readerFor } from '../rules/reading/reader.js';
import { NO_RULES, type RuleSet } from '../rules/rules.js';
import type { Compiled } from './compiled.js';
import type { Folders } from './folders.js';
import { rootPath } from './root.js';
import { TEAMS_PHRASES } from './teams/phrases.js';
import { WEB_PHRASES } from './web/phrases.js';

const REQUIRED_PHRASES: RequiredPhrases = { web: WEB_PHRASES, teams: TEAMS_PHRASES };

/** Loads and checks everything, without training; `lexicon` is null only where a problem says why. */
export function inspect({ knowledge: directory, rules: rulesDirectory }: Folders): {
  knowledge: Knowledge;
  files: KnowledgeFiles;
  rules: RuleSet;
  lexicon: LexiconData | null;
  problems: Problem[];
} {
  const { knowledge, files, problems } = inspectKnowledge(directory, {
    phrasesFrom: rootPath('knowledge'),
    requiredPhrases: REQUIRED_PHRASES,
  });
  const { lexicon, problems: lexiconProblems } = inspectLexicon(rootPath('rules', 'reading', 'lexicon.yaml'));
  // Quotes and links are checked against entries that could be loaded: one mistake there would bring many that are none.
  const { rules, problems: ruleProblems } = problems.some(isError)
    ? { rules: NO_RULES, problems: [] }
    : inspectRules(rulesDirectory, knowledge);
  return { knowledge, files, rules, lexicon, problems: [...problems, ...lexiconProblems, ...ruleProblems] };
}

/** Loads, checks and trains; what was inspected already is not read again. Throws KnowledgeError with every mistake at once. */
export function compile(
  folders: Folders,
  { knowledge, rules, lexicon, problems } = inspect(folders),
): { compiled: Compiled; predictions: readonly Prediction[] } {
  const errors = problems.filter(isError);
  if (errors.length > 0 || !lexicon) throw new KnowledgeError(errors);
  const dated = { ...lexicon, defaultYear: knowledge.programme?.year ?? lexicon.defaultYear };
  const read = readerFor(rules, compileLexicon(dated));
  const { trained, predictions } = trainMatcher(knowledge, (text) => evidenceOf(read(text)));
  return { compiled: { knowledge, rules, lexicon: dated, trained }, predictions };
}

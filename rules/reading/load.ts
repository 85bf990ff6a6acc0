import { join, relative } from 'node:path';
import { yamlFiles } from '../../knowledge/files.js';
import type { Problem } from '../../knowledge/problem.js';
import { readYaml, type YamlFile } from '../../knowledge/yaml-file.js';
import { GOALS, isFact } from '../facts.js';
import { lexiconSchema, messagesSchema, statementsSchema } from '../schema.js';
import type { Examples } from './learned/examples.js';
import { type Learned, UNSAID } from './learned/model.js';
import { compileLexicon, type LexiconData } from './lexicon.js';

/** Loads the reader's words. A pattern that cannot be read is a problem too. */
export function inspectLexicon(path: string, shownFrom = process.cwd()): { lexicon: LexiconData | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const file = readYaml(path, relative(shownFrom, path), lexiconSchema as unknown as Parameters<typeof readYaml<LexiconData>>[2], problems);
  if (!file) return { lexicon: null, problems };
  try {
    compileLexicon(file.data);
  } catch (error) {
    problems.push(file.problemAt([], (error as Error).message));
  }
  return { lexicon: file.data, problems };
}

/** Loads what the reader learns from: `*.yaml` sentences by the fact they say, `messages/*.yaml` whole messages. */
export function inspectExamples(directory: string, shownFrom = process.cwd()): { examples: Examples; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = <T>(path: string, schema: Parameters<typeof readYaml<T>>[2]): YamlFile<T> | null =>
    readYaml(path, relative(shownFrom, path), schema, problems);
  const isWhole = (path: string): boolean => relative(directory, path).startsWith('messages');
  const statements = yamlFiles(directory)
    .filter((path) => !isWhole(path))
    .flatMap((path) => {
      const file = read(path, statementsSchema);
      if (!file) return [];
      const { fact, says } = file.data;
      problems.push(
        ...Object.keys(says)
          .filter((value) => !isTaught(fact, value))
          .map((value) => file.problemAt(['says', value], `"${fact}" hiçbir zaman "${value}" olmaz`)),
      );
      return Object.entries(says).flatMap(([value, texts]) => texts.map((text) => ({ fact, value, text })));
    });
  const messages = yamlFiles(join(directory, 'messages')).flatMap((path) => read(path, messagesSchema)?.data ?? []);
  return { examples: { statements, messages, questions: [] }, problems };
}

function isTaught(fact: Learned, value: string): boolean {
  if (value === UNSAID) return true;
  if (fact === 'goal') return GOALS.some((goal) => goal === value);
  return isFact(fact === 'overlap' ? fact : `internship1.${fact}`, value);
}

import { parseArgs } from 'node:util';
import { isError, KnowledgeError } from '../../knowledge/problem.js';
import { GOALS, type Goal } from '../../rules/facts.js';
import { inspect } from '../compile.js';
import { foldersOf } from '../folders.js';
import { rulebookOf } from './rulebook.js';

const USAGE = `Usage: npm run rules -- [--goal GOAL] [--knowledge DIR]

Prints the rules in Turkish, as Markdown, question by question: the words of the FAQ, what they decide, and a table of when; then the
words that are no rule, with the reason. Exit code 1 if the knowledge base or its rules have an error.

  --goal GOAL      only the rules that decide one of ${GOALS.join(', ')}
  --knowledge DIR  another knowledge base`;

interface Options {
  readonly goal: Goal | undefined;
  readonly knowledge: string | undefined;
}

/** Parses the command line. Throws an Error whose message names the wrong option. */
function parseOptions(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: { goal: { type: 'string' }, knowledge: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return 'help';
  const goal = GOALS.find((one) => one === values.goal);
  if (values.goal !== undefined && goal === undefined) throw new Error(`--goal: "${values.goal}" is none of ${GOALS.join(', ')}`);
  return { goal, knowledge: values.knowledge };
}

function main(): number {
  let options: Options | 'help';
  try {
    options = parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`rules: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  const { knowledge, rules, problems } = inspect(foldersOf(options.knowledge));
  const errors = problems.filter(isError);
  if (errors.length > 0) {
    console.error(new KnowledgeError(errors).message);
    return 1;
  }
  console.log(rulebookOf(knowledge, rules, options.goal));
  return 0;
}

process.exitCode = main();

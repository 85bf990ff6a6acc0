import { parseArgs } from 'node:util';
import { formatProblem } from '../../knowledge/problem.js';
import { inspect } from '../compile.js';
import { foldersOf } from '../folders.js';

const USAGE = 'Usage: npm run check -- [--knowledge DIR]';

/** Loads the knowledge base and its rules and prints every mistake with its place. Exit code 1 if there is an error, 2 for a wrong option. */
function main(): number {
  let directory: string | undefined;
  try {
    directory = parseArgs({ options: { knowledge: { type: 'string' } } }).values.knowledge;
  } catch (error) {
    console.error(`check: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const { knowledge, rules, problems } = inspect(foldersOf(directory));
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    console.error(`${errors} hata bulundu.`);
    return 1;
  }
  const variants = knowledge.entries.reduce((sum, entry) => sum + entry.variants.length, 0);
  const examples = knowledge.refusals.reduce((sum, refusal) => sum + refusal.examples.length, 0);
  console.log(
    `Bilgi tabanı sağlam: ${knowledge.entries.length} soru, ${variants} soru biçimi, ${knowledge.refusals.length} yanıtsız konu (${examples} örnek), ${rules.rules.length} kural.`,
  );
  return 0;
}

process.exitCode = main();

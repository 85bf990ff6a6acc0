/** `npm run mutants`: what of the mistakes that could be made in the rules would be noticed, and by what. */
import { parseArgs } from 'node:util';
import { aligned } from '../../../bot/columns.js';
import { type Judged, judgedMutants, survives } from './judge.js';
import { KINDS } from './mutants.js';

const USAGE = `Usage: npm run mutants

Puts one mistake after the other into the rules and prints how many are noticed by the checks at loading (malformed, gap, conflict,
dead rule, verdict that none reaches) and by the committed truth tables; then each that says the same as the rule, and each that
nothing notices.
Exit code 1 if there is one that nothing notices.`;

function main(): number {
  try {
    const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
    if (values.help) {
      console.log(USAGE);
      return 0;
    }
  } catch (error) {
    console.error(`mutants: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const mutants = judgedMutants();
  const survivors = mutants.filter(survives);
  console.log(tableLines(mutants).join('\n'));
  console.log(
    listLines(
      'Equivalent',
      mutants.filter(({ equivalent }) => equivalent),
    ).join('\n'),
  );
  console.log(listLines('Survived', survivors).join('\n'));
  return survivors.length > 0 ? 1 : 0;
}

/** One line for each kind of mistake, and one for all. */
function tableLines(mutants: readonly Judged[]): string[] {
  const rows = [...KINDS.map((kind) => ({ name: kind, of: mutants.filter((one) => one.kind === kind) })), { name: 'all', of: mutants }];
  return aligned([
    ['', 'made', 'equivalent', 'by loading', 'by tables', 'survived'],
    ...rows.map(({ name, of }) => {
      const mistakes = of.filter(({ equivalent }) => !equivalent);
      const figures = [
        of.length,
        of.length - mistakes.length,
        mistakes.filter(({ byLoading }) => byLoading).length,
        mistakes.filter(({ byTables }) => byTables).length,
        of.filter(survives).length,
      ];
      return [name, ...figures.map(String)];
    }),
  ]).map((cells) => cells.join('  ').trimEnd());
}

function listLines(title: string, mutants: readonly Judged[]): string[] {
  if (mutants.length === 0) return ['', `${title}: none`];
  return ['', `${title}:`, ...mutants.map(({ of, kind, change }) => `  ${of}: ${kind}${change ? ` (${change})` : ''}`)];
}

process.exitCode = main();

import { parseArgs } from 'node:util';
import { CHECKS } from '../../knowledge/check/review.js';
import { annotation, formatProblem, isError, type Problem } from '../../knowledge/problem.js';
import { compile, inspect } from '../compile.js';
import { fingerprint, readPredictions } from '../compiled.js';
import { foldersOf } from '../folders.js';
import { accentAdvice } from '../web/brand/review.js';

const USAGE = `Usage: npm run check -- [--knowledge DIR] [--all] [--json]

Loads the knowledge base and its rules and prints every mistake with its place, then advice on what could be better.
Exit code 1 if there is an error; advice alone is 0.

  --all    all advice, not only the most important of each kind
  --json   {"errors": [...], "warnings": [...]} for tools`;

/** Of each kind of advice so much is shown: a wall of text helps nobody. */
const SHOWN = 5;

function main(): number {
  let values: { knowledge?: string | undefined; all: boolean; json: boolean; help: boolean };
  try {
    const flag = { type: 'boolean', default: false } as const;
    ({ values } = parseArgs({ options: { knowledge: { type: 'string' }, all: flag, json: flag, help: flag } }));
  } catch (error) {
    console.error(`check: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const { summary, findings } = examine(values.knowledge);
  const errors = findings.flat().filter(isError);
  const warnings = findings.flat().filter((problem) => !isError(problem));
  if (values.json) console.log(JSON.stringify({ errors, warnings }, null, 2));
  else report(findings, summary, values.all);
  return errors.length > 0 ? 1 : 0;
}

function report(findings: readonly (readonly Problem[])[], summary: string, all: boolean): void {
  for (const kind of findings) printKind(kind, all);
  const problems = findings.flat();
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  const advice = warnings > 0 ? `${warnings} uyarı (botun çalışmasını engellemez).` : 'Uyarı yok.';
  console.log(errors > 0 ? `${errors} hata bulundu; düzelmeden bot bu bilgiyle açılmaz. ${advice}` : `${summary} ${advice}`);
  if (process.env.GITHUB_ACTIONS === 'true') for (const problem of problems) console.log(annotation(problem));
}

/** Everything found, kind by kind; advice only where nothing keeps the knowledge base from loading. */
function examine(directory: string | undefined): { summary: string; findings: Problem[][] } {
  const folders = foldersOf(directory);
  const inspected = inspect(folders);
  const { knowledge, files, rules, problems } = inspected;
  const variants = knowledge.entries.reduce((sum, entry) => sum + entry.variants.length, 0);
  const examples = knowledge.refusals.reduce((sum, refusal) => sum + refusal.examples.length, 0);
  const summary = `Bilgi tabanı sağlam: ${knowledge.entries.length} soru, ${variants} soru biçimi, ${knowledge.refusals.length} yanıtsız konu (${examples} örnek), ${rules.rules.length} kural.`;
  if (problems.some(isError)) return { summary, findings: [problems] };
  const predictions = readPredictions(fingerprint([folders.knowledge, folders.rules])) ?? compile(folders, inspected).predictions;
  const review = { knowledge, files, predictions, today: new Intl.DateTimeFormat('sv').format() };
  return { summary, findings: [problems, ...Object.values(CHECKS).map((check) => check(review)), accentAdvice(files)] };
}

/** Prints one kind of findings, every error and the first warnings. */
function printKind(problems: readonly Problem[], all: boolean): void {
  const warnings = problems.filter((problem) => !isError(problem));
  const shown = [...problems.filter(isError), ...(all ? warnings : warnings.slice(0, SHOWN))];
  for (const problem of shown) console.log(`${formatProblem(problem)}\n`);
  const hidden = problems.length - shown.length;
  if (hidden > 0) console.log(`… ve bunun gibi ${hidden} uyarı daha (hepsi için: npm run check -- --all)\n`);
}

process.exitCode = main();

import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { KnowledgeError, type Problem } from '../../knowledge/problem.js';
import { readYaml } from '../../knowledge/yaml-file.js';
import { type Bot, loadBot } from '../bot.js';
import { NO_MEMORY } from '../conversation/memory.js';
import { rootPath } from '../root.js';
import { FIGURES, type Figure, type FigureName, type Labelled, labelledSchema, type Score, score, sum } from './score.js';

const USAGE = `Usage: npm run evaluate -- [--why] [FILE]

Scores labelled messages through the same code as ask: FILE, or else both sets of test/eval.
Exit code 1 if a figure of those falls under its floor.

  --why   the mistakes, each with what was expected and what came`;

const SETS = ['dev-questions.yaml', 'more-questions.yaml'];
/** Percent that must be reached on each of them; for `wrong-entry` the most. */
const FLOORS: Readonly<Partial<Record<FigureName, number>>> = { answered: 85, 'wrong-entry': 7, refused: 90, verdict: 70 };

async function main(): Promise<number> {
  let why: boolean;
  let file: string | undefined;
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { why: { type: 'boolean', default: false } } });
    why = values.why;
    file = positionals[0];
  } catch (error) {
    console.error(`evaluate: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  try {
    const files = file === undefined ? SETS.map((name) => rootPath('test', 'eval', name)) : [file];
    const bot = await loadBot();
    return Math.max(...files.map((path) => report(path, readLabelled(path), bot, { why, floors: file === undefined })));
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

/** Throws KnowledgeError with every mistake in the file. */
function readLabelled(path: string): readonly Labelled[] {
  const problems: Problem[] = [];
  const file = readYaml(path, path, labelledSchema as unknown as Parameters<typeof readYaml<Labelled[]>>[2], problems);
  if (!file) throw new KnowledgeError(problems);
  return file.data;
}

function report(path: string, items: readonly Labelled[], bot: Bot, { why, floors }: { why: boolean; floors: boolean }): number {
  const results = items.map((item) => {
    const { reply } = bot.respond({ text: item.text }, NO_MEMORY);
    return { item, reply, score: score(item, reply) };
  });
  if (why) for (const { item, reply, score: one } of results) if (isMistake(one)) console.log(`${describe(item, reply, one)}\n`);
  const figures = sum(results.map((result) => result.score));
  const rows = FIGURES.map((name) => figureRow(name, figures[name], floors ? FLOORS[name] : undefined));
  console.log(`${basename(path)}: ${items.length} messages`);
  for (const { text } of rows) console.log(`  ${text}`);
  return rows.some(({ failed }) => failed) ? 1 : 0;
}

/** One figure with its counts and, where it has one, its floor (for `wrong-entry` a ceiling). */
function figureRow(name: FigureName, { hits, total }: Figure, floor: number | undefined): { text: string; failed: boolean } {
  const percent = total === 0 ? 0 : (100 * hits) / total;
  const text = `${name.padEnd(12)} ${percent.toFixed(1).padStart(5)} %  ${`${hits}/${total}`.padStart(8)}`;
  if (floor === undefined) return { text, failed: false };
  const failed = name === 'wrong-entry' ? percent > floor : percent < floor;
  return { text: `${text}   ${name === 'wrong-entry' ? 'at most' : 'at least'} ${floor} %${failed ? '   FAILED' : ''}`, failed };
}

function isMistake(one: Score): boolean {
  return FIGURES.some((name) => one[name] === (name === 'wrong-entry'));
}

function describe(item: Labelled, reply: ReturnType<Bot['respond']>['reply'], one: Score): string {
  const wrong = FIGURES.filter((name) => one[name] === (name === 'wrong-entry'));
  const wanted = { accept: item.accept, expects: item.expects, asks: item.asks, overlap: item.overlap, shortenedEnd: item.shortened_end };
  const { kind, entries, outcomes, missing, suggestions, details, confidence } = reply;
  return [
    `✗ ${wrong.join(', ')}: ${item.text}`,
    `  wanted ${JSON.stringify(wanted)}`,
    `  got    ${JSON.stringify({ kind, entries, outcomes, missing, suggestions, details, confidence: Number(confidence.toFixed(2)) })}`,
    `  facts  ${reply.facts.map(({ id, value, words }) => `${id}=${value}${words ? ` “${words}”` : ''}`).join('; ')}`,
  ].join('\n');
}

process.exitCode = await main();

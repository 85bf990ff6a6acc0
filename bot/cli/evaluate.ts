import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { reliability } from '../../knowledge/matcher/reliability.js';
import { type Bot, loadBot } from '../bot.js';
import { NO_MEMORY } from '../conversation/memory.js';
import { readCases, runCase, titleOf } from '../evaluation/cases.js';
import { crossValidated } from '../evaluation/cross-validated.js';
import { readLabelled } from '../evaluation/labelled.js';
import { FIGURES, type Labelled, type Score, score, sum } from '../evaluation/score.js';
import { confusionLines, type Floors, fails, figureLines, reliabilityLines } from '../evaluation/tables.js';
import { rootPath } from '../root.js';

/** Points by which predicted and observed may differ in a bin of so many texts. */
const RELIABLE = 10;
const FILLED = 20;

const USAGE = `Usage: npm run evaluate -- [--why] [--knowledge DIR] [FILE]

Scores labelled messages through the same code as ask: FILE, or else all sets of test/eval and the cases of test/cases. Beside them
stand the figures of the knowledge base itself, each text predicted by a matcher that has not seen it, and how far its probabilities
can be relied on. Exit code 1 if, without FILE and --knowledge, a figure falls under its floor, a probability is off by more than
${RELIABLE} points, or a case comes out otherwise than expected.

  --why            the mistakes, each with what was expected and what came
  --knowledge DIR  another knowledge base`;

/** Percent that must be reached on each set; for `wrong-entry` the most. A little below what is reached, as every change of the knowledge moves a message or two. */
const SETS: Readonly<Record<string, Floors>> = {
  'dev-questions.yaml': { answered: 96, 'wrong-entry': 2, offered: 98, refused: 96, verdict: 95, dates: 95, asks: 92 },
  'more-questions.yaml': { answered: 95, 'wrong-entry': 2.5, offered: 96, refused: 94, verdict: 90, dates: 95, asks: 88 },
  'faculty-questions.yaml': { answered: 90, 'wrong-entry': 3.5, offered: 96, refused: 88, verdict: 80, dates: 75, asks: 85 },
  'centre-questions.yaml': { answered: 90, 'wrong-entry': 3.5, offered: 96, refused: 86, verdict: 82, dates: 90, asks: 87 },
  'dates-questions.yaml': { answered: 96, 'wrong-entry': 2, offered: 97, verdict: 94, dates: 95, asks: 92 },
  'inbox-questions.yaml': { answered: 96, 'wrong-entry': 2, offered: 97, verdict: 93, dates: 94, asks: 92 },
  'post-questions.yaml': { answered: 94, 'wrong-entry': 3, offered: 96, refused: 94, verdict: 86, dates: 92, asks: 90 },
  'mixed-questions.yaml': { answered: 96, 'wrong-entry': 2, offered: 97, refused: 94, verdict: 88, dates: 93, asks: 90 },
  'wide-questions.yaml': { answered: 96, 'wrong-entry': 2, offered: 97, refused: 95, verdict: 89, dates: 93, asks: 88 },
};

async function main(): Promise<number> {
  let values: { why: boolean; knowledge?: string | undefined; help: boolean };
  let file: string | undefined;
  try {
    const flag = { type: 'boolean', default: false } as const;
    const options = { why: flag, help: flag, knowledge: { type: 'string' } } as const;
    const parsed = parseArgs({ allowPositionals: true, options });
    values = parsed.values;
    file = parsed.positionals[0];
    if (parsed.positionals.length > 1) throw new Error('one FILE at a time');
  } catch (error) {
    console.error(`evaluate: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  try {
    const own = file === undefined && values.knowledge === undefined;
    const files = own ? Object.keys(SETS).map((name) => rootPath('test', 'eval', name)) : file === undefined ? [] : [file];
    const bot = await loadBot({ knowledgeDir: values.knowledge });
    const reliable = await reportKnowledge(bot);
    const asExpected = !own || reportCases(bot);
    const kept = files.map((path) =>
      reportFile(
        path,
        readLabelled(
          path,
          bot.knowledge.entries.map(({ id }) => id),
        ),
        bot,
        { why: values.why, floors: own ? (SETS[basename(path)] ?? {}) : {} },
      ),
    );
    return kept.every(Boolean) && (reliable || !own) && asExpected ? 0 : 1;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

/** Prints the cross-validated figures; false if its probabilities cannot be relied on. */
async function reportKnowledge(bot: Bot): Promise<boolean> {
  const predictions = await bot.predictions();
  const results = crossValidated(bot.knowledge, predictions);
  const bins = reliability(predictions);
  print(`The knowledge base itself, cross-validated: ${results.length} texts`, figureLines(sum(results.map((result) => result.score))));
  print('Reliability, cross-validated', reliabilityLines(bins));
  return bins.every(({ count, predicted, observed }) => count < FILLED || 100 * Math.abs(predicted - observed) <= RELIABLE);
}

/** Prints how many cases come out as expected, and what is otherwise in the rest; false if there is a rest. */
function reportCases({ respond }: Bot): boolean {
  const results = readCases(rootPath('test', 'cases')).flatMap(({ name, cases }) =>
    cases.map((one) => ({ title: `${name}: ${titleOf(one)}`, differences: runCase(one, respond) })),
  );
  const failed = results.filter(({ differences }) => differences.length > 0);
  print(
    `Cases: ${results.length - failed.length} of ${results.length} as expected`,
    failed.flatMap(({ title, differences }) => [`✗ ${title}`, ...differences.map((one) => `    ${one}`)]),
  );
  return failed.length === 0;
}

/** Prints the figures of one file of labelled messages; false if one breaks its floor. */
function reportFile(path: string, items: readonly Labelled[], bot: Bot, { why, floors }: { why: boolean; floors: Floors }): boolean {
  const results = items.map((item) => {
    const { reply } = bot.respond({ text: item.text }, NO_MEMORY);
    return { item, accept: item.accept, reply, score: score(item, reply) };
  });
  if (why) for (const { item, reply, score: one } of results) if (isMistake(one)) console.log(`${describe(item, reply, one)}\n`);
  const figures = sum(results.map((result) => result.score));
  print(`${basename(path)}: ${items.length} messages`, figureLines(figures, floors));
  print(
    'Wanted (rows) against got (columns)',
    confusionLines(
      results,
      bot.knowledge.entries.map(({ id }) => id),
    ),
  );
  return !FIGURES.some((name) => fails(name, figures[name], floors[name]));
}

function print(title: string, lines: readonly string[]): void {
  console.log(`${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
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

import { writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { yamlFiles } from '../../knowledge/files.js';
import { inspectKnowledge } from '../../knowledge/load.js';
import { type Bot, loadBot } from '../bot.js';
import { readLabelled } from '../evaluation/labelled.js';
import type { Labelled } from '../evaluation/score.js';
import { foldersOf } from '../folders.js';
import { scrubberFor } from '../log/question-log.js';
import { applyMeasured } from '../review/apply.js';
import { changesOf } from '../review/changes.js';
import { type Change, unifiedDiff } from '../review/diff.js';
import { measure } from '../review/figures.js';
import { matchOf } from '../review/likely.js';
import { groupLines, headline } from '../review/listing.js';
import { readPeriod } from '../review/period.js';
import { periodGroups } from '../review/period-groups.js';
import { additionsOf, reviewedOf, sureOf } from '../review/reviewed.js';
import { measuredTexts, withholding } from '../review/withheld.js';
import { rootPath } from '../root.js';
import { countOption, daysOption, LOG_OPTIONS, LOG_USAGE, logPath } from './log-option.js';

const USAGE = `Usage: npm run review -- [--log PATH] [--days N] [--min N] [--out FILE] [--apply [--guesses] [--force]] [--knowledge DIR]

Goes through what the bot did not answer, answered unsurely, or answered to somebody's displeasure: groups what is asked alike, says
where it belongs, and proposes lines for the knowledge base as a patch that git apply takes. Changes nothing without --apply.
Exit code 1 if there is no log, or if --apply found that the bot would be worse.

${LOG_USAGE}
  --min N          propose what was asked N times or more; 2 by default
  --out FILE       write the patch there instead of showing it
  --apply          measure the bot without and with the patch, show the figures, then write the lines, unless the bot would be worse;
                   lines whose place is likelier wrong than right are left out
  --guesses        with --apply: those too
  --force          with --apply: write the lines even if the bot would be worse
  --knowledge DIR  another knowledge base`;

interface Options {
  readonly log: string | undefined;
  readonly days: number;
  readonly min: number;
  readonly out: string | undefined;
  readonly apply: boolean;
  readonly guesses: boolean;
  readonly force: boolean;
  readonly knowledge: string | undefined;
}

/** Parses the command line. Throws an Error whose message names the wrong option. */
function parseOptions(args: readonly string[]): Options | 'help' {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...LOG_OPTIONS,
      min: { ...text, default: '2' },
      out: text,
      apply: flag,
      guesses: flag,
      force: flag,
      knowledge: text,
      help: flag,
    },
  });
  if (values.help) return 'help';
  if ((values.force || values.guesses) && !values.apply) throw new Error('--force and --guesses go with --apply');
  const { log, out, apply, guesses, force, knowledge } = values;
  return { log, out, apply, guesses, force, knowledge, days: daysOption(values.days), min: countOption('min', values.min) };
}

async function main(): Promise<number> {
  let options: Options | 'help';
  try {
    options = parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`review: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  try {
    return await review(options);
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

async function review(options: Options): Promise<number> {
  const { days, min, out, apply, guesses, force, knowledge: directory } = options;
  const path = logPath(options.log);
  const folders = foldersOf(directory);
  const bot = await loadBot({ knowledgeDir: directory });
  const { knowledge, deps } = bot;
  const scrub = scrubberFor(knowledge);
  const period = readPeriod({ path, days, now: new Date(), scrub });
  const match = matchOf(deps);
  const groups = periodGroups(period, knowledge, match);
  console.log(`${headline(period, groups)}\n`);
  if (groups.length === 0) return 0;
  const withhold = withholding(knowledge, measuredTexts(rootPath('test', 'eval')), scrub);
  const reviewed = reviewedOf(groups, { knowledge, match, withhold, min });
  for (const [at, one] of reviewed.entries()) console.log(`${groupLines(one, at + 1, knowledge).join('\n')}\n`);

  const kept = apply && !guesses ? sureOf(reviewed) : reviewed;
  const root = rootOf(folders.knowledge);
  const changes = changesOf(kept, inspectKnowledge(folders.knowledge).files, root);
  showPatch(changes, out, apply);
  if (!apply || changes.length === 0) return 0;
  const fresh = new Set(additionsOf(kept).flatMap(({ texts }) => texts));
  const labelled = labelledFor(bot, directory);
  console.log('Bot önce bu satırlar olmadan, sonra onlarla ölçülüyor; bir iki dakika sürer …\n');
  const written = await applyMeasured(changes, {
    root,
    force,
    print: (text) => console.log(text),
    measure: {
      before: async () => measure({ ...bot, predictions: await bot.predictions() }, labelled, new Set()),
      // Only now is the code that trains needed.
      after: async () => (await import('../review/measure-changed.js')).measureChanged(changes, { folders, root, labelled, fresh }),
    },
  });
  return written ? 0 : 1;
}

/** Where `git apply` is to be run: the package, or for a knowledge base elsewhere the folder above it. */
function rootOf(knowledge: string): string {
  return relative(rootPath(), knowledge).startsWith('..') ? dirname(resolve(knowledge)) : rootPath();
}

/** Writes the patch or shows it, and says how to go on. */
function showPatch(changes: readonly Change[], out: string | undefined, apply: boolean): void {
  if (changes.length === 0) console.log(apply ? 'Yeri belli olan, eklenecek satır yok.' : 'Önerilecek satır yok.');
  const patch = changes.map(unifiedDiff).join('');
  if (out !== undefined) {
    writeFileSync(out, patch);
    console.log(`Yama yazıldı: ${out}\nOkuyun, gerekmeyen satırları silin, sonra: git apply --recount ${out}\n`);
  } else if (changes.length > 0) {
    console.log(patch);
    if (!apply) console.log('Yamayı dosyaya yazmak için: --out oneri.patch; ölçüp uygulamak için: --apply');
  }
}

/** The labelled messages; another knowledge base has none and is measured by itself alone. */
function labelledFor({ knowledge }: Bot, directory: string | undefined): Labelled[] {
  const ids = knowledge.entries.map(({ id }) => id);
  return directory === undefined ? yamlFiles(rootPath('test', 'eval')).flatMap((path) => readLabelled(path, ids)) : [];
}

process.exitCode = await main();

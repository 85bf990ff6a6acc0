import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { type Labelled, labelledSchema } from '../../bot/evaluation/score.js';
import { rootPath } from '../../bot/root.js';
import { loadKnowledge } from '../../knowledge/load.js';
import { aimsOf } from './aims.js';
import { entriesAt, SIZES, type Size, writeKnowledge } from './corpus.js';
import type { EngineName, Measured, Result, Task } from './measure.js';
import type { Row } from './row.js';
import { listOf, tableOf } from './table.js';

const ENGINES = ['bot', 'fuse', 'minisearch', 'nlpjs'] as const satisfies readonly EngineName[];

const USAGE = `Usage: npm run bench -- [options]

Compares this bot with other engines on the same entries and the messages of test/eval. Some minutes, most of them fuse.js's.
Exit code 0 even where an aim is missed: machines are noisy. 1 if something cannot be measured.

  --sizes 12,60            of ${SIZES.join(', ')} entries
  --engines bot,fuse       of ${ENGINES.join(', ')}
  --json                   the table and the aims as JSON
  --help                   this text`;

interface Options {
  readonly sizes: readonly Size[];
  readonly engines: readonly (typeof ENGINES)[number][];
  readonly json: boolean;
}

/** Parses the command line. Throws an Error whose message names the wrong option. */
function parseOptions(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string' },
      engines: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return { sizes: chosen('--sizes', values.sizes, SIZES), engines: chosen('--engines', values.engines, ENGINES), json: values.json };
}

/** Those of `all` that a list such as `12,60` names; all where there is no list. */
function chosen<T extends string | number>(option: string, list: string | undefined, all: readonly T[]): T[] {
  if (list === undefined) return [...all];
  const names = list.split(',');
  const unknown = names.find((name) => !all.some((one) => String(one) === name));
  if (unknown !== undefined) throw new Error(`${option}: "${unknown}" is none of ${all.join(', ')}`);
  return all.filter((one) => names.includes(String(one)));
}

async function main(): Promise<number> {
  let options: Options | 'help';
  try {
    options = parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`bench: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const rows = await measureAll(options, folder);
    const aims = aimsOf(rows);
    console.log(options.json ? JSON.stringify({ node: process.version, rows, aims }, null, 2) : `${tableOf(rows)}\n\n${listOf(aims)}`);
    return 0;
  } catch (error) {
    console.error(`bench: ${(error as Error).message}`);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One after the other, so that none slows another down. */
async function measureAll({ sizes, engines }: Options, folder: string): Promise<Row[]> {
  const knowledge = loadKnowledge(rootPath('knowledge'));
  const messages = readMessages('dev-questions.yaml');
  const warmUp = readMessages('more-questions.yaml').map(({ text }) => text);
  const rows: Row[] = [];
  const add = async (entries: number, engine: EngineName, corpus: Task['corpus']): Promise<void> => {
    console.error(`${engine}, ${entries} entries …`);
    rows.push({ engine, entries, ...(await measureApart({ engine, corpus, warmUp, messages })) });
  };
  for (const size of sizes) {
    const corpus = { entries: entriesAt(size, knowledge), folder: join(folder, String(size)) };
    writeKnowledge(corpus.folder, corpus.entries);
    for (const engine of engines) await add(size, engine, corpus);
  }
  if (engines.includes('bot')) await add(knowledge.entries.length, 'whole-bot', { entries: [], folder: rootPath('knowledge') });
  return rows;
}

function readMessages(name: string): Labelled[] {
  return labelledSchema.parse(parse(readFileSync(rootPath('test', 'eval', name), 'utf8')));
}

/** Measures in another process, whose own output is dropped: nlp.js talks. */
async function measureApart(task: Task): Promise<Measured> {
  const child = fork(fileURLToPath(new URL('measure.js', import.meta.url)), {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send(task);
  const result = await new Promise<Result>((resolve) => {
    child.once('message', resolve);
    child.once('error', ({ message }) => resolve({ failed: message }));
    child.once('exit', (code, signal) => resolve({ failed: `the process ended with ${signal ?? `code ${code}`}` }));
  });
  if ('failed' in result) throw new Error(`${task.engine}: ${result.failed}`);
  return result;
}

process.exitCode = await main();

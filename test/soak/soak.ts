import { parseArgs } from 'node:util';
import { countIn } from '../load/count.js';
import type { Check, SoakOptions } from './check.js';
import { connections } from './connections.js';
import { halfWritten } from './half-written.js';
import { hostile } from './hostile.js';
import { clock, fullDisk, killed, readOnly } from './question-logs.js';
import { replicas } from './replicas.js';
import { slowLoris } from './slow-loris.js';
import { turns } from './turns.js';

const CHECKS: Readonly<Record<string, Check>> = {
  clock,
  'full-disk': fullDisk,
  'read-only': readOnly,
  killed,
  'half-written': halfWritten,
  replicas,
  connections,
  'slow-loris': slowLoris,
  hostile,
  turns,
};

const USAGE = `Usage: npm run soak -- [options]

Puts the bot through what a long year brings, one trouble after the other; most of an hour, nearly all of it the turns. Linux.
A line for each. Exit code 1 if one of them failed.

  --only NAME,NAME   of ${Object.keys(CHECKS).join(', ')}
  --turns N          turns in process; a tenth as many hostile messages; standard 1000000
  --seconds N        how long connections and replicas are under load; standard 60
  --help             this text`;

interface Options extends SoakOptions {
  readonly names: readonly string[];
}

/** Parses the command line. Throws an Error whose message names the wrong option. */
function parseOptions(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      turns: { type: 'string', default: '1000000' },
      seconds: { type: 'string', default: '60' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const names = values.only?.split(',') ?? Object.keys(CHECKS);
  const unknown = names.find((name) => !Object.hasOwn(CHECKS, name));
  if (unknown !== undefined) throw new Error(`--only: "${unknown}" is none of ${Object.keys(CHECKS).join(', ')}`);
  return { names, turns: countIn('--turns', values.turns), seconds: countIn('--seconds', values.seconds) };
}

async function main(): Promise<number> {
  let options: Options | 'help';
  try {
    options = parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`soak: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  let failed = 0;
  for (const name of options.names) if (!(await holds(name, options))) failed += 1;
  return failed === 0 ? 0 : 1;
}

/** Runs a check and prints its line; a check that could not be tried has failed. */
async function holds(name: string, options: SoakOptions): Promise<boolean> {
  const check = CHECKS[name] as Check;
  const { ok, numbers } = await check(options).catch((error: unknown) => ({ ok: false, numbers: String(error) }));
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name}: ${numbers}`);
  return ok;
}

process.exitCode = await main();

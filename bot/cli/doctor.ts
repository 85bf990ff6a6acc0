import { parseArgs } from 'node:util';
import { gatherFacts } from '../doctor/facts.js';
import { REAL_PROBES } from '../doctor/probes.js';
import { report } from '../doctor/report.js';
import { loadEnvFile } from '../settings.js';

const USAGE = `Usage: npm run doctor

Looks at the machine, the settings (environment or .env), the knowledge base, the Teams app and the network, and says what keeps
the bot from running in Teams and what to do about it. Changes nothing; no secret is printed.
Exit code 1 if a check failed (✗); a warning (!) or a skipped check (–) alone is 0.`;

async function main(): Promise<number> {
  let values: { help: boolean };
  try {
    ({ values } = parseArgs({ options: { help: { type: 'boolean', default: false } } }));
  } catch (error) {
    console.error(`doctor: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  loadEnvFile();
  const { lines, failures } = report(await gatherFacts(process.env, REAL_PROBES));
  console.log(lines.join('\n'));
  return failures > 0 ? 1 : 0;
}

process.exitCode = await main();

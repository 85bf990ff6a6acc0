import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadBot } from '../bot.js';
import { scrubberFor } from '../log/question-log.js';
import { reportOf } from '../report/report.js';
import { readPeriod } from '../review/period.js';
import { daysOption, LOG_OPTIONS, LOG_USAGE, logPath } from './log-option.js';

const USAGE = `Usage: npm run report -- [--log PATH] [--days N] [--out FILE] [--knowledge DIR]

Writes one HTML file in Turkish on what was asked and how the bot did: to be opened in a browser, printed or mailed.
Exit code 1 if there is no log.

${LOG_USAGE}
  --out FILE       where to; rapor.html by default
  --knowledge DIR  another knowledge base`;

async function main(): Promise<number> {
  let values: { log?: string | undefined; days: string; out: string; knowledge?: string | undefined; help: boolean };
  let days: number;
  try {
    const text = { type: 'string' } as const;
    const options = {
      ...LOG_OPTIONS,
      out: { ...text, default: 'rapor.html' },
      knowledge: text,
      help: { type: 'boolean', default: false },
    } as const;
    ({ values } = parseArgs({ options }));
    days = daysOption(values.days);
  } catch (error) {
    console.error(`report: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  try {
    const path = logPath(values.log);
    const { deps, knowledge } = await loadBot({ knowledgeDir: values.knowledge });
    const now = new Date();
    const period = readPeriod({ path, days, now, scrub: scrubberFor(knowledge) });
    writeFileSync(values.out, reportOf(period, deps, now).markup);
    console.log(
      `Rapor yazıldı: ${values.out} (${period.turns.length} ileti${period.broken > 0 ? `, okunamayan ${period.broken} satır` : ''}).`,
    );
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

process.exitCode = await main();

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootPath } from '../../bot/root.js';
import { loadKnowledge } from '../../knowledge/load.js';
import { ended, startProcess } from '../load/server-process.js';
import type { Check } from './check.js';

const FILE = join('faq', 'staj-iptali.yaml');
/** The message has to name the file and a line of it. */
const PLACE = /staj-iptali\.yaml:\d+/;
/** How much of the file was written when the server starts. */
const SHARES = [0, 0.01, 0.03, 0.1, 0.3];
/** So many more cuts, all through the file, are tried in process. */
const CUTS = 100;

/**
 * A file of the knowledge base that is only half written when the server starts: exit code 1, and the message says where. A cut between
 * two variants leaves a file that is right in itself; nobody can tell that it is short.
 */
export const halfWritten: Check = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'soak-knowledge-'));
  try {
    cpSync(rootPath('knowledge'), folder, { recursive: true, filter: (source) => !source.endsWith('.ts') });
    cpSync(rootPath('rules'), join(folder, 'rules'), { recursive: true, filter: (source) => !source.endsWith('.ts') });
    const whole = readFileSync(join(folder, FILE));
    const write = (share: number): void => writeFileSync(join(folder, FILE), whole.subarray(0, Math.floor(whole.length * share)));

    const unsaid: string[] = [];
    let example = '';
    for (const share of SHARES) {
      write(share);
      const server = await startProcess({ waits: false, environment: { KNOWLEDGE_DIR: folder } });
      const code = await ended(server.child);
      example ||= PLACE.exec(server.stderr())?.[0] ?? '';
      if (code !== 1 || !PLACE.test(server.stderr())) unsaid.push(`${share * 100} %: code ${code}, ${server.stderr().slice(0, 200)}`);
    }

    const told = { placed: 0, valid: 0, unplaced: 0 };
    for (let n = 0; n < CUTS; n++) {
      write((n + 0.5) / CUTS);
      told[outcomeOf(folder)] += 1;
    }
    return {
      ok: unsaid.length === 0 && told.unplaced === 0,
      numbers:
        `${SHARES.length - unsaid.length} of ${SHARES.length} starts ended with code 1 and the place (such as ${example}); ` +
        `of ${CUTS} cuts in process ${told.placed} told with place, ${told.valid} left a whole file, ${told.unplaced} told without place` +
        unsaid.map((line) => `; ${line}`).join(''),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function outcomeOf(folder: string): 'placed' | 'valid' | 'unplaced' {
  try {
    loadKnowledge(folder);
    return 'valid';
  } catch (error) {
    return PLACE.test((error as Error).message) ? 'placed' : 'unplaced';
  }
}

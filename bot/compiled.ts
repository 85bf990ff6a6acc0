import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { yamlFiles } from '../knowledge/files.js';
import type { Knowledge } from '../knowledge/load.js';
import type { TrainedMatcher } from '../knowledge/matcher/matcher.js';
import type { LexiconData } from '../rules/reading/lexicon.js';
import type { RuleSet } from '../rules/rules.js';
import { rootPath } from './root.js';

/**
 * The knowledge base after loading, checking and training. `npm run build` stores it beside the compiled code, so that a start
 * neither parses YAML nor trains: `ask` answers in about 0.2 s instead of some seconds. Any change to a YAML file makes it void.
 */
export interface Compiled {
  readonly knowledge: Knowledge;
  readonly rules: RuleSet;
  readonly lexicon: LexiconData;
  readonly trained: TrainedMatcher;
}

const STORED = rootPath('dist', 'compiled.bin');

/** Fingerprint of all YAML files of the given folders: names and contents. */
export function fingerprint(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of folders.flatMap(yamlFiles)) hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

/** What was stored under a fingerprint; null if there is nothing, something else, or something broken. */
export function readCompiled(key: string): Compiled | null {
  try {
    if (runsNewerSources()) return null;
    const stored = deserialize(readFileSync(STORED)) as { key: string; compiled: Compiled };
    return stored.key === key ? stored.compiled : null;
  } catch {
    return null;
  }
}

export function storeCompiled(key: string, compiled: Compiled): void {
  writeFileSync(STORED, serialize({ key, compiled }));
}

/** True where the tests run from TypeScript sources that were changed since the build: what was stored may not be theirs. */
function runsNewerSources(): boolean {
  if (!import.meta.url.endsWith('.ts')) return false;
  const built = statSync(STORED).mtimeMs;
  return ['knowledge', 'rules']
    .map((folder) => rootPath(folder))
    .some((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(
        (name) => name.endsWith('.ts') && statSync(join(folder, name)).mtimeMs > built,
      ),
    );
}

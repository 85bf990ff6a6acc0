import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { yamlFiles } from '../knowledge/files.js';
import type { Knowledge } from '../knowledge/load.js';
import type { TrainedMatcher } from '../knowledge/matcher/matcher.js';
import type { Prediction } from '../knowledge/matcher/training.js';
import type { TrainedStatements } from '../rules/reading/learned/model.js';
import type { LexiconData } from '../rules/reading/lexicon.js';
import type { RuleSet } from '../rules/rules.js';
import { pack, unpack } from './packed.js';
import { rootPath } from './root.js';

/**
 * The knowledge base after loading, checking and training. `npm run build` stores it beside the compiled code, so that a start
 * neither parses YAML nor trains: `ask` answers in about 0.3 s instead of half a minute. Any change to a YAML file makes it void.
 */
export interface Compiled {
  readonly knowledge: Knowledge;
  readonly rules: RuleSet;
  readonly lexicon: LexiconData;
  /** What the reader learned from examples. */
  readonly statements: TrainedStatements;
  readonly trained: TrainedMatcher;
}

const STORED = rootPath('dist', 'compiled.bin');
/** Apart, as only the evaluation and the check want them. */
const PREDICTIONS = rootPath('dist', 'predictions.bin');
/** The code and the YAML files that the stored ones were made by. */
const MADE_BY = rootPath('dist', 'compiled.key');

/** Fingerprint of all YAML files of the given folders: names and contents. */
export function fingerprint(folders: readonly string[]): string {
  return hashOf(folders.flatMap(yamlFiles));
}

/** What was stored under a fingerprint; null if there is nothing, something else, or something broken. */
export function readCompiled(key: string): Compiled | null {
  return readStored<Compiled>(STORED, key);
}

/** As `readCompiled`, for the cross-validated predictions. */
export function readPredictions(key: string): readonly Prediction[] | null {
  return readStored<readonly Prediction[]>(PREDICTIONS, key);
}

export function storeCompiled(key: string, compiled: Compiled, predictions: readonly Prediction[]): void {
  writeFileSync(STORED, pack({ key, content: compiled }));
  writeFileSync(PREDICTIONS, pack({ key, content: predictions }));
  writeFileSync(MADE_BY, `${key} ${codeFingerprint()}`);
}

/** True if what is stored was made from these YAML files by the code as it is: then there is nothing to compile. */
export function isCompiled(key: string): boolean {
  try {
    return [STORED, PREDICTIONS].every(existsSync) && readFileSync(MADE_BY, 'utf8') === `${key} ${codeFingerprint()}`;
  } catch {
    return false;
  }
}

function readStored<T>(path: string, key: string): T | null {
  try {
    if (runsNewerSources()) return null;
    const stored = unpack(readFileSync(path)) as { key: string; content: T };
    return stored.key === key ? stored.content : null;
  } catch {
    return null;
  }
}

function codeFingerprint(): string {
  const folders = ['bot', 'knowledge', 'rules'].map((name) => rootPath('dist', name));
  const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)));
  return hashOf(files.filter((file) => file.endsWith('.js')).sort());
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(relative(rootPath(), path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
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

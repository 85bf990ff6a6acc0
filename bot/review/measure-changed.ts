import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { depsOf } from '../bot.js';
import { compile } from '../compile.js';
import { respond } from '../conversation/respond.js';
import type { Labelled } from '../evaluation/score.js';
import type { Folders } from '../folders.js';
import type { Change } from './diff.js';
import { type Measured, measure } from './figures.js';

export interface MeasureOptions {
  readonly folders: Folders;
  /** The folder that the paths of the changes are relative to. */
  readonly root: string;
  readonly labelled: readonly Labelled[];
  /** The texts that the changes add. */
  readonly fresh: ReadonlySet<string>;
}

/**
 * Measures the bot as changes would make it, on a copy of its knowledge base; nothing is left behind. Trains: takes most of a minute.
 * Throws KnowledgeError where the changed files do not load.
 */
export function measureChanged(changes: readonly Change[], { folders, root, labelled, fresh }: MeasureOptions): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'review-'));
  try {
    const copy = join(folder, 'knowledge');
    cpSync(folders.knowledge, copy, { recursive: true });
    for (const { path, after } of changes) writeFileSync(join(copy, relative(folders.knowledge, join(root, path))), after);
    const { compiled, predictions } = compile({ ...folders, knowledge: copy });
    const deps = depsOf(compiled);
    return measure(
      { respond: (message, memory) => respond(message, memory, deps), knowledge: compiled.knowledge, predictions },
      labelled,
      fresh,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import { join } from 'node:path';
import { rootPath } from './root.js';

/** Where a bot's knowledge and rules stand. */
export interface Folders {
  readonly knowledge: string;
  readonly rules: string;
}

/** The project's own knowledge base, or another folder, whose rules (if it has any) stand in its `rules/`. */
export function foldersOf(knowledgeDir?: string): Folders {
  return knowledgeDir === undefined
    ? { knowledge: rootPath('knowledge'), rules: rootPath('rules') }
    : { knowledge: knowledgeDir, rules: join(knowledgeDir, 'rules') };
}

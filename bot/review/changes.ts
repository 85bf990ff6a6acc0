import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { KnowledgeFiles } from '../../knowledge/load.js';
import type { Change } from './diff.js';
import { insertTexts } from './insert.js';
import type { Target } from './likely.js';
import { additionsOf, type Reviewed } from './reviewed.js';

/** The list in which each kind of target keeps what people type. */
const LISTS = { entry: 'variants', refusal: 'examples' } as const;

/**
 * What the files of a knowledge base would be with the proposed texts, by path.
 * @param root folder that the paths are relative to: where the patch is to be applied
 */
export function changesOf(reviewed: readonly Reviewed[], files: KnowledgeFiles, root: string): Change[] {
  return additionsOf(reviewed)
    .map(({ target, texts }) => {
      const path = fileOf(target, files);
      const before = readFileSync(path, 'utf8');
      return { path: relative(root, path).replaceAll('\\', '/'), before, after: insertTexts(before, LISTS[target.kind], texts) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The file in which a question or subject stands. Throws if there is none. */
function fileOf({ kind, id }: Target, { entries, refusals }: KnowledgeFiles): string {
  const file = (kind === 'entry' ? entries : refusals).find(({ data }) => data.id === id);
  if (!file) throw new Error(`no file of "${id}"`);
  return resolve(file.path);
}

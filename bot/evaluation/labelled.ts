import { isError, KnowledgeError, type Problem } from '../../knowledge/problem.js';
import { readYaml } from '../../knowledge/yaml-file.js';
import { type Labelled, labelledSchema } from './score.js';

/** Reads labelled messages that speak of these official questions. Throws KnowledgeError with every mistake in the file, ids nobody has among them. */
export function readLabelled(path: string, ids: readonly string[]): readonly Labelled[] {
  const problems: Problem[] = [];
  const file = readYaml(path, path, labelledSchema as unknown as Parameters<typeof readYaml<Labelled[]>>[2], problems);
  if (!file) throw new KnowledgeError(problems);
  for (const [n, { accept }] of file.data.entries())
    for (const [at, id] of accept.entries())
      if (!ids.includes(id)) problems.push(file.problemAt([n, 'accept', at], `böyle bir soru yok: "${id}"`));
  if (problems.some(isError)) throw new KnowledgeError(problems);
  return file.data;
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The YAML files of a folder and its subfolders, by name; none where the folder does not exist. */
export function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

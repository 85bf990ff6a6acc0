import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Path of a file of the package, whether the code runs from the sources or from `dist/`.
 * Throws if no package.json stands above this file.
 */
export function rootPath(...segments: string[]): string {
  return join(root, ...segments);
}

const root = nearestPackage(dirname(fileURLToPath(import.meta.url)));

function nearestPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json not found above the code of the bot');
  return nearestPackage(parent);
}

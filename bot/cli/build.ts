import { writeFileSync } from 'node:fs';
import { compile } from '../compile.js';
import { fingerprint, isCompiled, storeCompiled } from '../compiled.js';
import { foldersOf } from '../folders.js';
import { rootPath } from '../root.js';
import { apiSchema } from '../web/api/schema.js';

/** Stores the compiled knowledge base beside the compiled code, unless that was done already, and the schema of the endpoint. Mistakes are printed and end with exit code 1. */
try {
  const folders = foldersOf();
  const key = fingerprint([folders.knowledge, folders.rules]);
  if (!isCompiled(key)) {
    const { compiled, predictions } = compile(folders);
    storeCompiled(key, compiled, predictions);
  }
  writeFileSync(rootPath('dist', 'api-schema.json'), JSON.stringify(apiSchema(), null, 2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

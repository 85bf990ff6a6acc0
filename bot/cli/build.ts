import { compile } from '../compile.js';
import { fingerprint, storeCompiled } from '../compiled.js';
import { foldersOf } from '../folders.js';

/** Stores the compiled knowledge base beside the compiled code. Mistakes are printed and end with exit code 1. */
try {
  const folders = foldersOf();
  storeCompiled(fingerprint([folders.knowledge, folders.rules]), compile(folders));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

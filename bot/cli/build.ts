import { compile } from '../compile.js';
import { fingerprint, isCompiled, storeCompiled } from '../compiled.js';
import { foldersOf } from '../folders.js';

/** Stores the compiled knowledge base beside the compiled code, unless that was done already. Mistakes are printed and end with exit code 1. */
try {
  const folders = foldersOf();
  const key = fingerprint([folders.knowledge, folders.rules]);
  if (!isCompiled(key)) {
    const { compiled, predictions } = compile(folders);
    storeCompiled(key, compiled, predictions);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** `npm run package`: writes the Teams app package. Settings come from the environment or `.env`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadEnvFile } from '../bot/settings.js';
import { nextSteps } from './next-steps.js';
import { PACKAGE_PATH, pack } from './pack.js';

try {
  loadEnvFile();
  const { values, archive } = await pack(process.env);
  mkdirSync(dirname(PACKAGE_PATH), { recursive: true });
  writeFileSync(PACKAGE_PATH, archive);
  console.log(nextSteps(PACKAGE_PATH, values.appId));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

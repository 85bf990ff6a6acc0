import { existsSync, readFileSync } from 'node:fs';
import type { Knowledge } from '../../knowledge/load.js';
import { isError, type Problem } from '../../knowledge/problem.js';
import { buildApp, type TeamsApp } from '../../manifest/app.js';
import { appVersion, PACKAGE_PATH } from '../../manifest/pack.js';
import { SchemasMissing, schemaMistakes } from '../../manifest/validate.js';
import { type AppValues, readValues } from '../../manifest/values.js';
import { unzip } from '../../manifest/zip.js';
import { type Environment, SettingsError } from '../settings.js';

/** The Teams app as it would be packaged now, or why it cannot be built. */
export type AppFacts =
  | { readonly missing: 'settings' | 'knowledge' }
  | { readonly problem: string }
  | {
      readonly values: AppValues;
      readonly built: TeamsApp;
      /** Findings of the schemas; null where they are not installed. */
      readonly mistakes: readonly string[] | null;
    };

/** The files of the package that was made last; null where there is none. */
export type Packaged = Readonly<Record<string, Buffer>> | 'damaged' | null;

export async function gatherApp(
  environment: Environment,
  { knowledge, problems }: { knowledge: Knowledge; problems: readonly Problem[] },
): Promise<AppFacts> {
  if (problems.some(isError)) return { missing: 'knowledge' };
  try {
    const values = readValues(environment, appVersion());
    const built = buildApp(values, knowledge);
    return { values, built, mistakes: await mistakesOf(built) };
  } catch (error) {
    return error instanceof SettingsError ? { missing: 'settings' } : { problem: (error as Error).message };
  }
}

async function mistakesOf(app: TeamsApp): Promise<string[] | null> {
  try {
    return await schemaMistakes(app);
  } catch (error) {
    if (error instanceof SchemasMissing) return null;
    throw error;
  }
}

export function readPackaged(path = PACKAGE_PATH): Packaged {
  if (!existsSync(path)) return null;
  try {
    return unzip(readFileSync(path));
  } catch {
    return 'damaged';
  }
}

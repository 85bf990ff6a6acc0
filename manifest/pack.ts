import { readFileSync } from 'node:fs';
import { foldersOf } from '../bot/folders.js';
import { rootPath } from '../bot/root.js';
import { type Environment, inspectSettings } from '../bot/settings.js';
import { loadKnowledge } from '../knowledge/load.js';
import { buildApp, type TeamsApp } from './app.js';
import { type Icons, iconMistakes, readIcons } from './icons.js';
import { schemaMistakes } from './validate.js';
import { type AppValues, readValues } from './values.js';
import { zip } from './zip.js';

/** Where the package is written. */
export const PACKAGE_PATH = rootPath('dist', 'staj-seferberligi-bot.zip');

/**
 * The Teams app package for these settings and the knowledge base they name.
 * Rejects with what is wrong and what to do: SettingsError, KnowledgeError, or an Error with the findings of the schemas.
 */
export async function pack(environment: Environment): Promise<{ values: AppValues; archive: Buffer }> {
  const values = readValues(environment, appVersion());
  const directory = foldersOf(inspectSettings(environment).settings.knowledgeDir).knowledge;
  const app = buildApp(values, loadKnowledge(directory, { phrasesFrom: rootPath('knowledge') }));
  const icons = readIcons();
  const mistakes = [...(await schemaMistakes(app)), ...iconMistakes(icons)];
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return { values, archive: zip({ ...textFiles(app), ...present(icons) }) };
}

/** The texts of the package by file name. */
export function textFiles({ manifest, english }: TeamsApp): Record<string, Buffer> {
  const text = (content: object): Buffer => Buffer.from(JSON.stringify(content, null, 2));
  return { 'manifest.json': text(manifest), 'en.json': text(english) };
}

/** Version of the app: that of the bot. */
export function appVersion(): string {
  return (JSON.parse(readFileSync(rootPath('package.json'), 'utf8')) as { version: string }).version;
}

function present(icons: Icons): Record<string, Buffer> {
  return Object.fromEntries(Object.entries(icons).filter((icon): icon is [string, Buffer] => icon[1] !== null));
}

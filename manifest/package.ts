/** `npm run manifest`: writes the Teams app package. Settings come from the environment or `.env`. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { rootPath } from '../bot/root.js';
import { fillManifest, readValues } from './fill.js';
import { zip } from './zip.js';

const TARGET = rootPath('dist', 'staj-seferberligi-bot.zip');

process.exitCode = await main();

async function main(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { version } = JSON.parse(await readFile(rootPath('package.json'), 'utf8')) as { version: string };
  const values = readValues(process.env, version);
  if ('problems' in values) return fail(values.problems);

  const manifest = fillManifest(await readFile(rootPath('manifest', 'manifest.json'), 'utf8'), values);
  const mistakes = await AppManifestUtils.validateAgainstSchema(manifest as unknown as TeamsManifest);
  if (mistakes.length > 0) return fail(mistakes.map((mistake) => `manifest.json ${mistake}`));

  const [color, outline] = await Promise.all(['color.png', 'outline.png'].map((icon) => readFile(rootPath('manifest', icon))));
  if (!color || !outline) return fail(['The icons are missing.']);
  await mkdir(dirname(TARGET), { recursive: true });
  await writeFile(
    TARGET,
    zip({ 'manifest.json': Buffer.from(JSON.stringify(manifest, null, 2)), 'color.png': color, 'outline.png': outline }),
  );
  console.log(`${TARGET}\nUpload it in Teams: Apps > Manage your apps > Upload an app.`);
  return 0;
}

function fail(problems: readonly string[]): number {
  for (const problem of problems) console.error(problem);
  return 1;
}

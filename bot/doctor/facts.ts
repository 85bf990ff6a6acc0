import { readFileSync } from 'node:fs';
import { type Icons, readIcons } from '../../manifest/icons.js';
import { inspect } from '../compile.js';
import { foldersOf } from '../folders.js';
import { rootPath } from '../root.js';
import { type Environment, inspectSettings, type Mistake, type Settings } from '../settings.js';
import { type AppFacts, gatherApp, type Packaged, readPackaged } from './app-facts.js';
import type { Probes } from './probes.js';
import { gatherWeb, healthAt, isBot, type Web } from './web.js';

/** All that the checks look at. Only the settings hold the secret. */
export interface Facts {
  readonly environment: Environment;
  readonly settings: Settings;
  readonly mistakes: readonly Mistake[];
  /** Versions: `20.12.1`, and what package.json asks for, `>=20.12`. */
  readonly node: { readonly running: string; readonly needed: string };
  /** `bot`: taken by the bot itself; else the code of the error with which it could not be had. */
  readonly port: 'free' | 'bot' | { readonly code: string };
  readonly inspected: Pick<ReturnType<typeof inspect>, 'knowledge' | 'rules' | 'problems'>;
  readonly app: AppFacts;
  readonly packaged: Packaged;
  readonly icons: Icons;
  readonly web: Web;
}

/** Looks at everything once. Nothing is changed; the probes are the only way to the network. */
export async function gatherFacts(environment: Environment, probes: Probes): Promise<Facts> {
  const { settings, mistakes } = inspectSettings(environment);
  const inspected = inspect(foldersOf(settings.knowledgeDir));
  const { engines } = JSON.parse(readFileSync(rootPath('package.json'), 'utf8')) as { engines: { node: string } };
  const [port, app, web] = await Promise.all([
    gatherPort(settings, probes),
    gatherApp(environment, inspected),
    gatherWeb(settings, probes.fetch),
  ]);
  const node = { running: process.versions.node, needed: engines.node };
  return { environment, settings, mistakes, node, port, inspected, app, packaged: readPackaged(), icons: readIcons(), web };
}

async function gatherPort({ port, host }: Settings, { fetch, listen }: Probes): Promise<Facts['port']> {
  const code = await listen(port, host);
  if (code === null) return 'free';
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return code === 'EADDRINUSE' && isBot(await healthAt(`http://${name}:${port}`, fetch)) ? 'bot' : { code };
}

import type { Manifest } from '../../manifest/app.js';
import { iconMistakes } from '../../manifest/icons.js';
import { textFiles } from '../../manifest/pack.js';
import type { AppValues } from '../../manifest/values.js';
import type { AppFacts } from './app-facts.js';
import type { Facts } from './facts.js';
import { type Check, type Finding, failed, good, skipped, warning } from './finding.js';

/** The Teams app: as it would be packaged now, its icons, and the package that was made last. */
export const APP_CHECKS: readonly Check[] = [
  { name: 'manifest', find: findManifest },
  { name: 'icons', find: findIcons },
  { name: 'app package', find: findPackage },
];

const AGAIN = 'run npm run package and upload the new package.';

function findManifest({ app }: Facts): Finding {
  if (!('built' in app)) return withoutApp(app);
  const { built, values, mistakes } = app;
  if (mistakes === null) return skipped('the schemas of Teams are not installed', 'npm ci installs them.');
  const [first, ...more] = [...mistakes, ...foreignIds(built.manifest, values)];
  if (!first) return good(`valid, with ${built.manifest.bots[0]?.commandLists[0]?.commands.length ?? 0} commands`);
  return failed(more.length > 0 ? `${first} (and ${more.length} more)` : first, 'mend the files in manifest/.');
}

function withoutApp(app: Exclude<AppFacts, { built: unknown }>): Finding {
  if ('problem' in app) return failed(app.problem, 'mend the files in manifest/.');
  return app.missing === 'knowledge'
    ? skipped('the knowledge base has mistakes', 'npm run check shows them.')
    : skipped('needs BOT_ID and BOT_DOMAIN', 'put them into .env where the bot is to run in Teams.');
}

function findIcons({ icons }: Facts): Finding {
  const mistakes = iconMistakes(icons);
  if (mistakes.length === 0) return good('192×192 and 32×32');
  return failed(mistakes.join(', '), 'put PNG files of that size into manifest/.');
}

function findPackage({ app, packaged }: Facts): Finding {
  if (!('built' in app)) return skipped('there is no manifest to compare it with', 'get the manifest right first.');
  if (packaged === null) return skipped('not made yet', 'npm run package makes it.');
  const manifest = packaged === 'damaged' ? null : parse(packaged['manifest.json']);
  if (packaged === 'damaged' || !manifest) return failed('cannot be read', AGAIN);
  const [foreign] = foreignIds(manifest, app.values);
  if (foreign) return failed(foreign, AGAIN);
  const outdated = Object.entries(textFiles(app.built)).some(([name, text]) => !packaged[name]?.equals(text));
  return outdated
    ? warning(
        'was made before the knowledge base or the version changed',
        `${AGAIN} Teams takes it for an update if "version" in package.json is higher.`,
      )
    : good('carries this BOT_ID and BOT_DOMAIN');
}

function foreignIds({ id, bots, composeExtensions = [], validDomains }: Manifest, { appId, domain }: AppValues): string[] {
  const ids = [id, ...bots.map(({ botId }) => botId), ...composeExtensions.map(({ botId }) => botId)];
  return [
    ...(ids.every((one) => one.toLowerCase() === appId.toLowerCase()) ? [] : ['carries another id than BOT_ID']),
    ...(validDomains.includes(domain) ? [] : [`carries another domain than BOT_DOMAIN: ${validDomains.join(', ')}`]),
  ];
}

function parse(file: Buffer | undefined): Manifest | null {
  try {
    return JSON.parse(String(file)) as Manifest;
  } catch {
    return null;
  }
}

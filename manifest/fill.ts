import { isGuid, isHostName } from '../bot/settings.js';

/** What the template leaves open. */
interface AppValues {
  /** Application (client) id of the bot's app registration, a GUID. It names the Teams app as well. */
  readonly appId: string;
  /** Public host name of the bot, without `https://` and path. */
  readonly domain: string;
  /** Semantic version; Teams offers an update when it grows. */
  readonly version: string;
}

/** The manifest as an object, from the text of `manifest.json`. Throws on a placeholder that nothing fills. */
export function fillManifest(template: string, { appId, domain, version }: AppValues): Record<string, unknown> {
  const values: Readonly<Record<string, string>> = { BOT_ID: appId, BOT_DOMAIN: domain, APP_VERSION: version };
  const filled = template.replace(/\$\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`manifest.json: nothing fills the placeholder ${placeholder}.`);
    return value;
  });
  return JSON.parse(filled);
}

/** The values from environment variables, or what is wrong with them, one line for each variable. */
export function readValues(environment: Readonly<Record<string, string | undefined>>, version: string): AppValues | { problems: string[] } {
  const appId = environment.BOT_ID?.trim() ?? '';
  const domain = environment.BOT_DOMAIN?.trim() ?? '';
  const problems: string[] = [];
  if (!isGuid(appId)) {
    problems.push('BOT_ID must be the application (client) id of the bot, such as 11111111-2222-4333-8444-555555555555.');
  }
  if (!isHostName(domain)) {
    problems.push('BOT_DOMAIN must be the public host name of the bot, without https://, such as staj.example.edu.tr.');
  }
  return problems.length > 0 ? { problems } : { appId, domain, version };
}

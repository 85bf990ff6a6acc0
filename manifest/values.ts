import { type Environment, inspectSettings, type Mistake, SettingsError } from '../bot/settings.js';

/** What the manifest leaves open. */
export interface AppValues {
  /** Application (client) id of the bot's app registration, a GUID. It names the Teams app as well. */
  readonly appId: string;
  /** Public host name of the bot, without `https://` and path. */
  readonly domain: string;
  /** Semantic version; Teams offers an update when it grows. */
  readonly version: string;
}

const TODO = {
  BOT_ID: 'put the application (client) id of the bot there (in .env or the environment), such as 11111111-2222-4333-8444-555555555555.',
  BOT_DOMAIN: 'put the public host name of the bot there (in .env or the environment), such as staj.example.edu.tr.',
};

/** The values from environment variables; the secret is not needed. Throws SettingsError with everything that is missing or wrong. */
export function readValues(environment: Environment, version: string): AppValues {
  const { mistakes } = inspectSettings(environment);
  const get = (name: string): string => environment[name]?.trim() ?? '';
  const problems = Object.entries(TODO).flatMap(([variable, todo]): Mistake[] => {
    if (get(variable) === '') return [{ variable, wrong: `${variable} is not set`, todo }];
    return mistakes.filter((mistake) => mistake.variable === variable);
  });
  if (problems.length > 0) throw new SettingsError(problems);
  return { appId: get('BOT_ID'), domain: get('BOT_DOMAIN'), version };
}

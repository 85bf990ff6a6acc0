/** Settings, from the environment or `.env`. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** True where `NODE_ENV=production`: browsers are told to come by https only. */
  readonly production: boolean;
  /** Microsoft Teams credentials; null where the bot is not registered. */
  readonly teams: { readonly appId: string; readonly appPassword: string; readonly tenantId: string } | null;
  /** Public host name of the bot, without `https://`: links to answer pages and the Teams app need it. */
  readonly domain: string | undefined;
  /** Azure Blob Storage for the conversations of Teams; null keeps them in memory, which is enough for one replica. */
  readonly storage: { readonly connection: string; readonly container: string } | null;
  /** Another knowledge base. */
  readonly knowledgeDir: string | undefined;
}

/** Names the variable and says what to put there. */
export class SettingsError extends Error {}

const TEAMS_VARIABLES = ['BOT_ID', 'BOT_PASSWORD', 'TENANT_ID'] as const;
const ID_NAMES = { BOT_ID: 'application (client)', TENANT_ID: 'directory (tenant)' };
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for an id as Azure writes it. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** True for a public host name, such as `staj.example.edu.tr`. */
export function isHostName(text: string): boolean {
  return /^(?!-)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/i.test(text);
}

/** An empty variable counts as not set. Throws SettingsError with every mistake at once. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const get = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const mistakes: string[] = [];

  const port = Number(get('PORT') ?? 3978);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    mistakes.push(`PORT is "${get('PORT')}": put a port number there, such as 3978.`);

  const domain = get('BOT_DOMAIN');
  if (domain && !isHostName(domain)) mistakes.push(`BOT_DOMAIN is "${domain}": put the host name alone there, without https:// and path.`);

  mistakes.push(...teamsMistakes(get));
  if (mistakes.length > 0) throw new SettingsError(mistakes.join('\n'));
  const connection = get('BLOB_CONNECTION');
  const [appId, appPassword, tenantId] = TEAMS_VARIABLES.map(get);
  return {
    host: get('HOST') ?? '0.0.0.0',
    port,
    production: get('NODE_ENV') === 'production',
    teams: appId && appPassword && tenantId ? { appId, appPassword, tenantId } : null,
    domain,
    storage: connection ? { connection, container: get('BLOB_CONTAINER') ?? 'staj-bot' } : null,
    knowledgeDir: get('KNOWLEDGE_DIR'),
  };
}

function teamsMistakes(get: (name: string) => string | undefined): string[] {
  const missing = TEAMS_VARIABLES.filter((name) => get(name) === undefined);
  if (missing.length === TEAMS_VARIABLES.length) return [];
  return [
    ...(missing.length > 0
      ? [
          `${missing.join(' and ')} missing: Teams needs BOT_ID, BOT_PASSWORD and TENANT_ID together (from the app registration in Azure), or none of them.`,
        ]
      : []),
    ...Object.entries(ID_NAMES)
      .filter(([name]) => !missing.includes(name as (typeof TEAMS_VARIABLES)[number]) && !isGuid(get(name) ?? ''))
      .map(
        ([name, what]) =>
          `${name} is not an id: put the ${what} id of the app registration there, such as 00000000-0000-0000-0000-000000000000.`,
      ),
  ];
}

import { isIP } from 'node:net';

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
  /** Sites (`www.ornek.edu.tr`, `*.ornek.edu.tr`, `localhost:8080`) whose pages may carry the widget. */
  readonly embedHosts: readonly string[];
  /** Sites whose pages may call `/api/chat`. */
  readonly apiHosts: readonly string[];
  /** Azure Blob Storage for the conversations of Teams; null keeps them in memory, which is enough for one replica. */
  readonly storage: { readonly connection: string; readonly container: string } | null;
  /** The question log; null keeps nothing of what is asked. */
  readonly questionLog: { readonly to: string; readonly days: number } | null;
  /** Proxies (addresses, networks) whose word on the client's address is taken; empty: none. */
  readonly trustedProxies: readonly string[];
  /** Requests a minute: of one client, and of all together. */
  readonly limits: { readonly client: number; readonly all: number };
  /** Whoever shows it may read `/metrics`; without one nobody may. Secret. */
  readonly metricsToken: string | undefined;
  /** Another knowledge base. */
  readonly knowledgeDir: string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable with a value that cannot be right. Never holds the value of a secret. */
export interface Mistake {
  readonly variable: string;
  /** Without a full stop. */
  readonly wrong: string;
  /** One sentence. */
  readonly todo: string;
}

/** Names the variables and says what to put there. */
export class SettingsError extends Error {
  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(({ wrong, todo }) => `${wrong}: ${todo}`).join('\n'));
  }
}

const DEFAULT_PORT = 3978;
const DEFAULT_DAYS = 90;
/** A whole classroom behind one address, and more than any university asks; requests a minute. */
const DEFAULT_LIMITS = { client: 300, all: 30_000 };
export const TEAMS_VARIABLES = ['BOT_ID', 'BOT_PASSWORD', 'TENANT_ID'] as const;
const EXAMPLE_ID = '11111111-2222-4333-8444-555555555555';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HOST_NAME = /^(?!-)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/i;
/** A host name, with all below it after `*.`, or this machine for a trial; each may have a port. */
const SITE = /^(localhost|127\.0\.0\.1|(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})(:\d{1,5})?$/i;
const QUOTED = /^["'“”‘’].*["'“”‘’]$/s;
/** Spaces, and what looks like none: such characters come along when a value is copied from a page. */
const BLANK = /[\s\u200b-\u200d\u2060]/;

type Get = (name: string) => string | undefined;
/** What is wrong with a value and what to do, or null. */
type Rule = (value: string, get: Get) => Omit<Mistake, 'variable'> | null;

/** Of each variable the first rule that it breaks is told; quotes around a value are wrong everywhere. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  PORT: [portRule],
  BOT_ID: [idRule('BOT_ID', 'application (client)'), otherIdRule],
  BOT_PASSWORD: [secretRule],
  TENANT_ID: [tenantNameRule, idRule('TENANT_ID', 'directory (tenant)')],
  BOT_DOMAIN: [addressRule, hostRule],
  EMBED_HOSTS: [hostsRule('EMBED_HOSTS')],
  API_HOSTS: [hostsRule('API_HOSTS')],
  HOST: [],
  NODE_ENV: [],
  BLOB_CONNECTION: [],
  BLOB_CONTAINER: [],
  KNOWLEDGE_DIR: [],
  QUESTION_LOG: [],
  LOG_DAYS: [numberRule('LOG_DAYS', 3650)],
  TRUSTED_PROXIES: [proxiesRule],
  CLIENT_LIMIT: [numberRule('CLIENT_LIMIT', 1_000_000)],
  TOTAL_LIMIT: [numberRule('TOTAL_LIMIT', 100_000_000)],
  METRICS_TOKEN: [tokenRule],
};

/** Loads `.env` of the current folder, where there is one. What stands in the environment already comes first. */
export function loadEnvFile(): void {
  try {
    // Missing before Node 20.12, which the doctor has to say.
    process.loadEnvFile?.();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** The settings, or throws SettingsError with every mistake at once. An empty variable counts as not set. */
export function readSettings(environment: Environment): Settings {
  const { settings, mistakes } = inspectSettings(environment);
  if (mistakes.length > 0) throw new SettingsError(mistakes);
  return settings;
}

/** As `readSettings`, for those who want to go on: what is wrong counts as not set. */
export function inspectSettings(environment: Environment): { settings: Settings; mistakes: Mistake[] } {
  const get: Get = (name) => environment[name]?.trim() || undefined;
  const mistakes = [...Object.keys(RULES).flatMap((variable) => mistakesOf(variable, get)), ...missingOf(get)];
  const sound: Get = (name) => (mistakes.some(({ variable }) => variable === name) ? undefined : get(name));
  const [appId, appPassword, tenantId] = TEAMS_VARIABLES.map(sound);
  const connection = sound('BLOB_CONNECTION');
  const log = sound('QUESTION_LOG');
  const settings = {
    host: sound('HOST') ?? '0.0.0.0',
    port: Number(sound('PORT') ?? DEFAULT_PORT),
    production: sound('NODE_ENV') === 'production',
    teams: appId && appPassword && tenantId ? { appId, appPassword, tenantId } : null,
    domain: sound('BOT_DOMAIN'),
    embedHosts: listOf(sound('EMBED_HOSTS')),
    apiHosts: listOf(sound('API_HOSTS')),
    storage: connection ? { connection, container: sound('BLOB_CONTAINER') ?? 'staj-bot' } : null,
    questionLog: log ? { to: log, days: Number(sound('LOG_DAYS') ?? DEFAULT_DAYS) } : null,
    trustedProxies: listOf(sound('TRUSTED_PROXIES')),
    limits: { client: Number(sound('CLIENT_LIMIT') ?? DEFAULT_LIMITS.client), all: Number(sound('TOTAL_LIMIT') ?? DEFAULT_LIMITS.all) },
    metricsToken: sound('METRICS_TOKEN'),
    knowledgeDir: sound('KNOWLEDGE_DIR'),
  };
  return { settings, mistakes };
}

function mistakesOf(variable: string, get: Get): Mistake[] {
  const value = get(variable);
  if (value === undefined) return [];
  if (QUOTED.test(value)) return [{ variable, wrong: `${variable} has quotes around its value`, todo: 'remove them.' }];
  for (const rule of RULES[variable] ?? []) {
    const broken = rule(value, get);
    if (broken) return [{ variable, ...broken }];
  }
  return [];
}

function missingOf(get: Get): Mistake[] {
  const missing = TEAMS_VARIABLES.filter((name) => get(name) === undefined);
  if (missing.length === TEAMS_VARIABLES.length) return [];
  const todo = `Teams needs ${TEAMS_VARIABLES.join(', ')} together (from the app registration in Azure), or none of them.`;
  return missing.map((variable) => ({ variable, wrong: `${variable} is missing`, todo }));
}

function portRule(value: string): ReturnType<Rule> {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return null;
  return { wrong: `PORT is "${value}"`, todo: `put a port number there, such as ${DEFAULT_PORT}.` };
}

function idRule(variable: string, what: string): Rule {
  return (value) =>
    GUID.test(value)
      ? null
      : { wrong: `${variable} is not an id`, todo: `put the ${what} id of the app registration there, such as ${EXAMPLE_ID}.` };
}

function otherIdRule(value: string, get: Get): ReturnType<Rule> {
  if (value.toLowerCase() !== get('TENANT_ID')?.toLowerCase()) return null;
  return {
    wrong: 'BOT_ID and TENANT_ID are the same',
    todo: 'put the application (client) id into BOT_ID and the directory (tenant) id into TENANT_ID; both stand on the overview of the app registration.',
  };
}

function secretRule(value: string): ReturnType<Rule> {
  if (GUID.test(value)) {
    return {
      wrong: 'BOT_PASSWORD is the secret ID',
      todo: 'put the "Value" of the client secret there; Azure shows it only once, so make a new secret if it is lost.',
    };
  }
  return BLANK.test(value) ? { wrong: 'BOT_PASSWORD has a space in it', todo: 'copy the "Value" of the client secret once more.' } : null;
}

function tenantNameRule(value: string): ReturnType<Rule> {
  if (!HOST_NAME.test(value)) return null;
  return {
    wrong: `TENANT_ID is the domain name "${value}"`,
    todo: `put the directory (tenant) id of the app registration there, such as ${EXAMPLE_ID}.`,
  };
}

function addressRule(value: string): ReturnType<Rule> {
  if (!/^\w+:\/\//.test(value)) return null;
  const host = URL.canParse(value) ? new URL(value).hostname : 'staj.example.edu.tr';
  return { wrong: `BOT_DOMAIN is the address "${value}"`, todo: `put the host name alone there, without https://: ${host}` };
}

function hostRule(value: string): ReturnType<Rule> {
  if (HOST_NAME.test(value)) return null;
  return {
    wrong: `BOT_DOMAIN is "${value}"`,
    todo: 'put the public host name alone there, without path and port, such as staj.example.edu.tr.',
  };
}

/** A list of sites, split at commas or spaces. */
function listOf(value: string | undefined): string[] {
  return (value ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
}

function hostsRule(variable: string): Rule {
  return (value) => {
    const wrong = listOf(value).find((host) => !SITE.test(host));
    if (wrong === undefined) return null;
    const host = /^\w+:\/\//.test(wrong) && URL.canParse(wrong) ? new URL(wrong).host : 'www.ornek.edu.tr';
    return { wrong: `${variable} holds "${wrong}"`, todo: `put host names there, without https:// and path, with commas between: ${host}` };
  };
}

function numberRule(variable: string, most: number): Rule {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= 1 && number <= most) return null;
    return { wrong: `${variable} is "${value}"`, todo: `put a whole number from 1 to ${most} there.` };
  };
}

function proxiesRule(value: string): ReturnType<Rule> {
  const wrong = listOf(value).find((proxy) => {
    const [address = '', bits, ...rest] = proxy.split('/');
    const version = isIP(address);
    return (
      version === 0 || rest.length > 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
    );
  });
  if (wrong === undefined) return null;
  return {
    wrong: `TRUSTED_PROXIES holds "${wrong}"`,
    todo: 'put the addresses or networks of your proxies there, with commas between: 127.0.0.1, 10.0.0.0/8',
  };
}

/** Shorter ones could be guessed; characters. */
const SHORTEST_TOKEN = 16;

function tokenRule(value: string): ReturnType<Rule> {
  if (value.length >= SHORTEST_TOKEN && !BLANK.test(value)) return null;
  return {
    wrong: 'METRICS_TOKEN is too short or has a space in it',
    todo: `put at least ${SHORTEST_TOKEN} random letters and digits there.`,
  };
}

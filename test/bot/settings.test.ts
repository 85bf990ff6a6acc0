import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectSettings, loadEnvFile, readSettings, SettingsError } from '../../bot/settings.js';

const ID = '12345678-1234-1234-1234-123456789012';
const TENANT = 'abcdefab-1234-1234-1234-123456789012';
const TEAMS = { BOT_ID: ID, BOT_PASSWORD: 'aBc8Q~secret.value', TENANT_ID: TENANT };

describe('settings', () => {
  test('need nothing', () => {
    expect(readSettings({})).toEqual({
      host: '0.0.0.0',
      port: 3978,
      production: false,
      teams: null,
      domain: undefined,
      embedHosts: [],
      apiHosts: [],
      storage: null,
      questionLog: null,
      trustedProxies: [],
      limits: { client: 300, all: 30_000 },
      metricsToken: undefined,
      knowledgeDir: undefined,
    });
  });

  test('an empty variable is one that is not set', () => {
    expect(readSettings({ PORT: '', BOT_ID: ' ', KNOWLEDGE_DIR: '' }).port).toBe(3978);
  });

  test('Teams is configured by three variables together', () => {
    expect(readSettings(TEAMS).teams).toEqual({ appId: ID, appPassword: 'aBc8Q~secret.value', tenantId: TENANT });
  });

  test('sites are listed with commas or spaces between, this machine among them', () => {
    const { embedHosts, apiHosts } = readSettings({
      EMBED_HOSTS: 'WWW.ornek.edu.tr, *.ornek.edu.tr:8443',
      API_HOSTS: ' localhost:8080 127.0.0.1 ',
    });
    expect(embedHosts).toEqual(['www.ornek.edu.tr', '*.ornek.edu.tr:8443']);
    expect(apiHosts).toEqual(['localhost:8080', '127.0.0.1']);
  });

  test('the question log goes to a folder or to standard output, for 90 days where nothing else is said', () => {
    expect(readSettings({ QUESTION_LOG: '/var/lib/staj-bot' }).questionLog).toEqual({ to: '/var/lib/staj-bot', days: 90 });
    expect(readSettings({ QUESTION_LOG: 'stdout', LOG_DAYS: '7' }).questionLog).toEqual({ to: 'stdout', days: 7 });
    expect(readSettings({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8, ::1' }).trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', '::1']);
  });

  test('a wrong secret is never shown', () => {
    const secret = 'geheim';
    const wrong = { METRICS_TOKEN: secret, BOT_ID: ID, TENANT_ID: TENANT, BOT_PASSWORD: `${secret} ${secret}` };
    expect(() => readSettings(wrong)).toThrow(expect.objectContaining({ message: expect.not.stringContaining(secret) }));
  });

  test('spaces around a value are not part of it', () => {
    expect(readSettings({ ...TEAMS, BOT_ID: ` ${ID}\n` }).teams?.appId).toBe(ID);
  });

  test.each([
    [{ PORT: 'http' }, 'PORT is "http"'],
    [{ PORT: '70000' }, 'put a port number there'],
    [{ BOT_DOMAIN: 'https://staj.example.edu.tr/x' }, 'without https://: staj.example.edu.tr'],
    [{ BOT_DOMAIN: 'http://staj.example.edu.tr' }, 'without https://: staj.example.edu.tr'],
    [{ BOT_DOMAIN: 'staj.example.edu.tr/bot' }, 'without path and port'],
    [{ BOT_DOMAIN: 'staj.example.edu.tr:3978' }, 'without path and port'],
    [{ BOT_DOMAIN: 'localhost' }, 'BOT_DOMAIN is "localhost"'],
    [{ EMBED_HOSTS: 'https://www.ornek.edu.tr/staj' }, 'EMBED_HOSTS holds "https://www.ornek.edu.tr/staj"'],
    [{ EMBED_HOSTS: 'https://www.ornek.edu.tr/staj' }, 'with commas between: www.ornek.edu.tr'],
    [{ EMBED_HOSTS: 'www.ornek.edu.tr, *' }, 'EMBED_HOSTS holds "*"'],
    [{ EMBED_HOSTS: "'self'; script-src *" }, 'EMBED_HOSTS holds "'],
    [{ API_HOSTS: 'ornek' }, 'API_HOSTS holds "ornek"'],
    [{ LOG_DAYS: '0' }, 'LOG_DAYS is "0"'],
    [{ CLIENT_LIMIT: 'many' }, 'put a whole number from 1'],
    [{ TRUSTED_PROXIES: '127.0.0.1, proxy' }, 'TRUSTED_PROXIES holds "proxy"'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES holds'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN is too short'],
    [{ BOT_ID: ID }, 'BOT_PASSWORD is missing'],
    [{ BOT_ID: ID }, 'TENANT_ID is missing'],
    [{ NODE_ENV: '"production"' }, 'NODE_ENV has quotes around its value'],
    [{ ...TEAMS, BOT_ID: 'my-bot' }, 'BOT_ID is not an id'],
    [{ ...TEAMS, BOT_ID: `"${ID}"` }, 'BOT_ID has quotes around its value'],
    [{ ...TEAMS, TENANT_ID: 'TENANT' }, 'TENANT_ID is not an id'],
    [{ ...TEAMS, TENANT_ID: 'example.edu.tr' }, 'TENANT_ID is the domain name "example.edu.tr"'],
    [{ ...TEAMS, TENANT_ID: ID.toUpperCase() }, 'BOT_ID and TENANT_ID are the same'],
    [{ ...TEAMS, BOT_PASSWORD: ID }, 'BOT_PASSWORD is the secret ID'],
    [{ ...TEAMS, BOT_PASSWORD: "'aBc8Q~secret'" }, 'BOT_PASSWORD has quotes around its value'],
    [{ ...TEAMS, BOT_PASSWORD: 'aBc8Q~ secret' }, 'BOT_PASSWORD has a space in it'],
    [{ ...TEAMS, BOT_PASSWORD: 'aBc8Q~secret\u200b' }, 'BOT_PASSWORD has a space in it'],
  ])('%j is refused with the name of the variable', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(SettingsError);
    expect(() => readSettings(environment)).toThrow(message);
  });

  test('every mistake is told at once, of each variable the first', () => {
    const { mistakes } = inspectSettings({ PORT: 'x', BOT_DOMAIN: 'https://a.example', BOT_PASSWORD: '"x y"' });
    expect(mistakes.map(({ variable }) => variable)).toEqual(['PORT', 'BOT_PASSWORD', 'BOT_DOMAIN', 'BOT_ID', 'TENANT_ID']);
  });

  test('what is wrong counts as not set, for those who go on', () => {
    expect(inspectSettings({ ...TEAMS, BOT_PASSWORD: ID, PORT: 'x', BOT_DOMAIN: 'a.example' }).settings).toMatchObject({
      port: 3978,
      teams: null,
      domain: 'a.example',
    });
  });

  test.each(['hunter2', '"hunter2"', 'hunter2 hunter2'])('a secret never stands in a message: %s', (secret) => {
    const { mistakes } = inspectSettings({ BOT_ID: 'x', BOT_PASSWORD: secret });
    expect(mistakes.length).toBeGreaterThan(0);
    expect(JSON.stringify(mistakes)).not.toContain('hunter2');
  });
});

describe('the file .env', () => {
  const before = process.cwd();
  afterEach(() => process.chdir(before));

  test('may be absent', () => {
    process.chdir(mkdtempSync(join(tmpdir(), 'settings-')));
    expect(loadEnvFile).not.toThrow();
  });

  test('is told where it is no file', () => {
    process.chdir(mkdtempSync(join(tmpdir(), 'settings-')));
    mkdirSync('.env');
    expect(loadEnvFile).toThrow();
  });
});

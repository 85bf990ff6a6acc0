import { readSettings, SettingsError } from '../../bot/settings.js';

const ID = '12345678-1234-1234-1234-123456789012';

describe('settings', () => {
  test('need nothing', () => {
    expect(readSettings({})).toEqual({
      host: '0.0.0.0',
      port: 3978,
      production: false,
      teams: null,
      domain: undefined,
      storage: null,
      knowledgeDir: undefined,
    });
  });

  test('an empty variable is one that is not set', () => {
    expect(readSettings({ PORT: '', BOT_ID: ' ', KNOWLEDGE_DIR: '' }).port).toBe(3978);
  });

  test('Teams is configured by three variables together', () => {
    expect(readSettings({ BOT_ID: ID, BOT_PASSWORD: 'secret', TENANT_ID: ID }).teams).toEqual({
      appId: ID,
      appPassword: 'secret',
      tenantId: ID,
    });
  });

  test.each([
    [{ PORT: 'http' }, 'PORT is "http"'],
    [{ PORT: '70000' }, 'put a port number there'],
    [{ BOT_DOMAIN: 'https://staj.example.edu.tr' }, 'without https://'],
    [{ BOT_ID: ID }, 'BOT_PASSWORD and TENANT_ID missing'],
    [{ BOT_ID: 'my-bot', BOT_PASSWORD: 'secret', TENANT_ID: ID }, 'BOT_ID is not an id'],
  ])('%j is refused with the name of the variable', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(SettingsError);
    expect(() => readSettings(environment)).toThrow(message);
  });

  test('a secret never stands in a message', () => {
    expect(() => readSettings({ BOT_ID: 'x', BOT_PASSWORD: 'hunter2' })).not.toThrow(/hunter2/);
  });
});

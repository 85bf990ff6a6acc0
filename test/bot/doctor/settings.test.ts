import { SETTINGS_CHECKS } from '../../../bot/doctor/settings.js';
import type { Environment } from '../../../bot/settings.js';
import { ENVIRONMENT, facts, find } from './good-facts.js';

const findVariable = (name: string, environment: Environment) => find(SETTINGS_CHECKS, name, facts({}, environment));

describe('a setting', () => {
  test('that is right is shown, the secret is not', () => {
    expect(findVariable('BOT_ID', ENVIRONMENT)).toEqual({ state: 'good', result: ENVIRONMENT.BOT_ID });
    expect(findVariable('BOT_PASSWORD', ENVIRONMENT)).toEqual({ state: 'good', result: 'set' });
    expect(findVariable('PORT', {})).toEqual({ state: 'good', result: 'not set: 3978' });
  });

  test.each([
    ['BOT_PASSWORD', ENVIRONMENT.BOT_ID, 'secret ID', '"Value"'],
    ['TENANT_ID', 'uni.edu.tr', 'domain name', 'directory (tenant) id'],
    ['BOT_ID', ENVIRONMENT.TENANT_ID, 'the same', 'overview'],
    ['BOT_ID', `"${ENVIRONMENT.BOT_ID}"`, 'quotes', 'remove'],
    ['BOT_DOMAIN', 'https://staj.example.edu.tr/', 'https://', 'staj.example.edu.tr'],
    ['PORT', 'http', 'PORT is "http"', '3978'],
  ])('%s is explained where it is %s', (name, value, result, todo) => {
    expect(findVariable(name, { ...ENVIRONMENT, [name]: value })).toEqual({
      state: 'failed',
      result: expect.stringContaining(result),
      todo: expect.stringContaining(todo),
    });
  });

  test('that is missing beside others fails', () => {
    expect(findVariable('TENANT_ID', { ...ENVIRONMENT, TENANT_ID: '' })).toMatchObject({ state: 'failed', result: 'TENANT_ID is missing' });
  });

  test('with spaces around it is told, though it works', () => {
    expect(findVariable('BOT_ID', { ...ENVIRONMENT, BOT_ID: ` ${ENVIRONMENT.BOT_ID}` })).toMatchObject({ state: 'warning' });
  });

  test('of Teams may be absent where there is no Teams; with it the domain is wanted', () => {
    expect(findVariable('BOT_ID', {})).toMatchObject({ state: 'skipped' });
    expect(findVariable('BOT_DOMAIN', {})).toMatchObject({ state: 'skipped' });
    expect(findVariable('BOT_DOMAIN', { ...ENVIRONMENT, BOT_DOMAIN: '' })).toMatchObject({ state: 'warning' });
  });

  test('of any other name is looked at as well', () => {
    expect(findVariable('other settings', ENVIRONMENT)).toMatchObject({ state: 'good' });
    expect(findVariable('other settings', { NODE_ENV: "'production'", HOST: '"::"' })).toEqual({
      state: 'failed',
      result: 'HOST has quotes around its value, NODE_ENV has quotes around its value',
      todo: 'remove them. remove them.',
    });
  });
});

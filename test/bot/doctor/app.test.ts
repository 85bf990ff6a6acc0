import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APP_CHECKS } from '../../../bot/doctor/app.js';
import { type AppFacts, gatherApp, readPackaged } from '../../../bot/doctor/app-facts.js';
import { zip } from '../../../manifest/zip.js';
import { ENVIRONMENT, facts, find } from './good-facts.js';

jest.mock('strip-bom', () => ({ __esModule: true, default: (text: string) => text }));

const { inspected, app, packaged } = facts();
if (!('built' in app) || packaged === null || packaged === 'damaged') throw new Error('The app of the good facts was not built.');

describe('the manifest', () => {
  const findManifest = (changed: AppFacts) => find(APP_CHECKS, 'manifest', facts({ app: changed }));

  test('is valid', () => {
    expect(findManifest(app)).toEqual({ state: 'good', result: 'valid, with 12 commands' });
  });

  test('fails with the first finding of the schemas', () => {
    expect(findManifest({ ...app, mistakes: ['manifest.json /name/short too long', 'en.json /x'] })).toMatchObject({
      state: 'failed',
      result: 'manifest.json /name/short too long (and 1 more)',
    });
    expect(findManifest({ problem: 'manifest.json: nothing fills the placeholder' })).toMatchObject({ state: 'failed' });
  });

  test('fails where an id in it is not the one of the settings', () => {
    const other = { ...app.built, manifest: { ...app.built.manifest, id: ENVIRONMENT.TENANT_ID } };
    expect(findManifest({ ...app, built: other })).toMatchObject({ state: 'failed', result: 'carries another id than BOT_ID' });
  });

  test('is skipped where it cannot be built or checked', () => {
    expect(findManifest({ missing: 'settings' })).toMatchObject({ state: 'skipped', result: expect.stringContaining('BOT_ID') });
    expect(findManifest({ missing: 'knowledge' })).toMatchObject({ state: 'skipped', result: expect.stringContaining('knowledge') });
    expect(findManifest({ ...app, mistakes: null })).toMatchObject({ state: 'skipped', todo: 'npm ci installs them.' });
  });
});

describe('the icons', () => {
  test('have their sizes, or fail', () => {
    expect(find(APP_CHECKS, 'icons', facts())).toMatchObject({ state: 'good' });
    const icons = { ...facts().icons, 'color.png': null };
    expect(find(APP_CHECKS, 'icons', facts({ icons }))).toMatchObject({ state: 'failed', result: 'color.png is missing' });
  });
});

describe('the package that was made last', () => {
  const findPackage = (changed: Parameters<typeof facts>[0]) => find(APP_CHECKS, 'app package', facts(changed));
  const withManifest = (change: object) => {
    const manifest = { ...app.built.manifest, ...change };
    return findPackage({ packaged: { ...packaged, 'manifest.json': Buffer.from(JSON.stringify(manifest)) } });
  };

  test('carries the ids of the settings', () => {
    expect(findPackage({ packaged })).toMatchObject({ state: 'good' });
  });

  test('fails where it was made for another bot or domain', () => {
    expect(withManifest({ id: ENVIRONMENT.TENANT_ID })).toMatchObject({ state: 'failed', result: 'carries another id than BOT_ID' });
    expect(withManifest({ composeExtensions: [{ botId: ENVIRONMENT.TENANT_ID }] })).toMatchObject({ state: 'failed' });
    expect(withManifest({ validDomains: ['old.example.edu.tr'] })).toMatchObject({
      state: 'failed',
      result: 'carries another domain than BOT_DOMAIN: old.example.edu.tr',
    });
  });

  test('is told where it is older than what it was made from', () => {
    expect(withManifest({ version: '0.0.1' })).toMatchObject({ state: 'warning' });
  });

  test('fails where it cannot be read', () => {
    expect(findPackage({ packaged: 'damaged' })).toMatchObject({ state: 'failed' });
    expect(findPackage({ packaged: { 'manifest.json': Buffer.from('{') } })).toMatchObject({ state: 'failed' });
    expect(findPackage({ packaged: {} })).toMatchObject({ state: 'failed' });
  });

  test('is skipped where there is none, or nothing to compare it with', () => {
    expect(findPackage({ packaged: null })).toMatchObject({ state: 'skipped', todo: 'npm run package makes it.' });
    expect(findPackage({ app: { missing: 'settings' } })).toMatchObject({ state: 'skipped' });
  });

  test('is read from its file', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'doctor-')), 'app.zip');
    expect(readPackaged(path)).toBeNull();
    writeFileSync(path, zip(packaged));
    expect(readPackaged(path)).toEqual(packaged);
    writeFileSync(path, 'no zip');
    expect(readPackaged(path)).toBe('damaged');
  });
});

describe('the app as it would be packaged now', () => {
  test('is built from the settings and the knowledge base', async () => {
    expect(await gatherApp(ENVIRONMENT, inspected)).toMatchObject({ values: { appId: ENVIRONMENT.BOT_ID }, mistakes: [] });
  });

  test('is not built without them', async () => {
    expect(await gatherApp({}, inspected)).toEqual({ missing: 'settings' });
    const problem = { severity: 'error', file: 'a.yaml', line: 0, column: 0, source: '', message: '' } as const;
    expect(await gatherApp(ENVIRONMENT, { ...inspected, problems: [problem] })).toEqual({ missing: 'knowledge' });
  });

  test('tells what keeps it from being built', async () => {
    const knowledge = { ...inspected.knowledge, phrases: {} };
    expect(await gatherApp(ENVIRONMENT, { knowledge, problems: [] })).toEqual({ problem: expect.stringContaining('COMMAND_HELP') });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { fillManifest, readValues } from '../../manifest/fill.js';
import { zip } from '../../manifest/zip.js';
import { readPng } from './png.js';

// An ES module that the validator requires only to read files, which is not what is tested; jest cannot require it.
jest.mock('strip-bom', () => ({ __esModule: true, default: (text: string) => text }));

const { inflateRawSync } = zlib;
/** Missing before Node 20.15. */
const crc32 = (zlib as { crc32?: (content: Buffer) => number }).crc32;

const ENVIRONMENT = { BOT_ID: '11111111-2222-4333-8444-555555555555', BOT_DOMAIN: 'staj.example.edu.tr' };
const file = (name: string) => readFileSync(join(__dirname, '../../manifest', name));
const filled = () =>
  fillManifest(file('manifest.json').toString(), { appId: ENVIRONMENT.BOT_ID, domain: ENVIRONMENT.BOT_DOMAIN, version: '0.1.0' });

describe('the Teams app', () => {
  test('has a manifest that the schema 1.25 accepts', async () => {
    expect(filled().manifestVersion).toBe('1.25');
    expect(await AppManifestUtils.validateAgainstSchema(filled() as unknown as TeamsManifest)).toEqual([]);
  });

  test('is checked: a name too long is found', async () => {
    const manifest = { ...filled(), name: { short: 'a'.repeat(31) } };
    expect((await AppManifestUtils.validateAgainstSchema(manifest as unknown as TeamsManifest)).join()).toContain('/name/short');
  });

  test('carries its bot id, links and domain', () => {
    expect(filled()).toMatchObject({
      id: ENVIRONMENT.BOT_ID,
      localizationInfo: { defaultLanguageTag: 'tr' },
      developer: { privacyUrl: 'https://staj.example.edu.tr/gizlilik', termsOfUseUrl: 'https://staj.example.edu.tr/kosullar' },
      bots: [{ botId: ENVIRONMENT.BOT_ID, scopes: ['personal', 'team', 'groupChat'] }],
      validDomains: ['staj.example.edu.tr'],
    });
  });

  test('a placeholder that nothing fills is an error', () => {
    const values = { appId: 'a', domain: 'b', version: 'c' };
    expect(() => fillManifest(`{"a":"$${'{{NEW_ONE}}'}"}`, values)).toThrow('NEW_ONE');
  });

  test('a setting that is missing or wrong is named', () => {
    expect(readValues({}, '1.0.0')).toMatchObject({ problems: [expect.stringContaining('BOT_ID'), expect.stringContaining('BOT_DOMAIN')] });
    for (const domain of ['https://staj.example.edu.tr', 'staj.example.edu.tr/', 'localhost', '"']) {
      expect(readValues({ ...ENVIRONMENT, BOT_DOMAIN: domain }, '1.0.0')).toMatchObject({
        problems: [expect.stringContaining('BOT_DOMAIN')],
      });
    }
    expect(readValues(ENVIRONMENT, '1.0.0')).toEqual({ appId: ENVIRONMENT.BOT_ID, domain: 'staj.example.edu.tr', version: '1.0.0' });
  });
});

describe('the icons', () => {
  test('the colour icon measures 192×192 and has no hole', () => {
    const { width, height, pixels } = readPng(file('color.png'));
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
    expect(new Set(pixels.map(String)).size).toBeGreaterThan(3);
  });

  test('the outline icon measures 32×32 and is white on transparent', () => {
    const { width, height, pixels } = readPng(file('outline.png'));
    expect([width, height]).toEqual([32, 32]);
    expect(pixels.filter(([, , , alpha]) => alpha > 0).every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(
      true,
    );
    const drawn = pixels.filter(([, , , alpha]) => alpha > 127).length;
    expect(drawn).toBeGreaterThan(100);
    expect(drawn).toBeLessThan(400);
  });
});

describe('the package', () => {
  test('is a zip that gives every file back', () => {
    const content = {
      'manifest.json': Buffer.from('{"ad":"Staj Seferberliği"}'),
      'color.png': file('color.png'),
      'empty.txt': Buffer.alloc(0),
    };
    expect(unzip(zip(content))).toEqual(content);
  });
});

/** Reads a zip from its central directory, as unpackers do. */
function unzip(archive: Buffer): Record<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files: Record<string, Buffer> = {};
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [crc, packed, nameLength, local] = [
      archive.readUInt32LE(at + 16),
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt32LE(at + 42),
    ];
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = inflateRawSync(archive.subarray(start, start + packed));
    expect(content).toHaveLength(archive.readUInt32LE(at + 24));
    if (crc32) expect(crc32(content)).toBe(crc);
    files[archive.toString('utf8', at + 46, at + 46 + nameLength)] = content;
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

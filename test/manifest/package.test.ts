import { rootPath } from '../../bot/root.js';
import { KnowledgeError } from '../../knowledge/problem.js';
import { nextSteps } from '../../manifest/next-steps.js';
import { appVersion, pack } from '../../manifest/pack.js';
import { unzip, zip } from '../../manifest/zip.js';

jest.mock('strip-bom', () => ({ __esModule: true, default: (text: string) => text }));

const ENVIRONMENT = { BOT_ID: '11111111-2222-4333-8444-555555555555', BOT_DOMAIN: 'staj.example.edu.tr' };

describe('the package', () => {
  test('holds the manifest, its English texts and the icons it names', async () => {
    const { archive, values } = await pack(ENVIRONMENT);
    const files = unzip(archive);
    expect(Object.keys(files)).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);
    const manifest = JSON.parse(String(files['manifest.json']));
    expect(manifest).toMatchObject({
      id: ENVIRONMENT.BOT_ID,
      version: appVersion(),
      icons: { color: 'color.png', outline: 'outline.png' },
    });
    expect(manifest.localizationInfo).toEqual({ defaultLanguageTag: 'tr', additionalLanguages: [{ languageTag: 'en', file: 'en.json' }] });
    expect(values).toMatchObject({ appId: ENVIRONMENT.BOT_ID, domain: 'staj.example.edu.tr' });
  });

  test('is the same for the same settings and knowledge', async () => {
    expect((await pack(ENVIRONMENT)).archive.equals((await pack(ENVIRONMENT)).archive)).toBe(true);
  });

  test('is made from the knowledge base that the settings name', async () => {
    const { archive } = await pack({ ...ENVIRONMENT, KNOWLEDGE_DIR: rootPath('test', 'library') });
    const { bots } = JSON.parse(String(unzip(archive)['manifest.json']));
    expect(bots[0].commandLists[0].commands[0].description).toContain('?');
    await expect(pack({ ...ENVIRONMENT, KNOWLEDGE_DIR: rootPath('test', 'manifest') })).rejects.toThrow(KnowledgeError);
  });

  test('is not made where a setting is missing or wrong', async () => {
    await expect(pack({ ...ENVIRONMENT, BOT_ID: '' })).rejects.toThrow('BOT_ID is not set');
  });

  test('comes with the links to share and with what to do next', () => {
    const text = nextSteps('dist/bot.zip', ENVIRONMENT.BOT_ID);
    expect(text).toContain('dist/bot.zip');
    expect(text).toContain('https://teams.microsoft.com/l/app/11111111-2222-4333-8444-555555555555');
    expect(text).toContain('https://teams.microsoft.com/l/chat/0/0?users=28:11111111-2222-4333-8444-555555555555');
    expect(text).toContain('npm run doctor');
  });
});

describe('a zip archive', () => {
  const content = {
    'manifest.json': Buffer.from('{"ad":"Staj Seferberliği"}'),
    'ğ.bin': Buffer.alloc(3000, 7),
    'empty.txt': Buffer.alloc(0),
  };

  test('gives every file back', () => {
    expect(unzip(zip(content))).toEqual(content);
  });

  test('that is none, or damaged, is told', () => {
    expect(() => unzip(Buffer.from('manifest'))).toThrow('no zip archive');
    const archive = zip({ 'a.txt': Buffer.from('a') });
    archive.writeUInt32LE(1, archive.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 16);
    expect(() => unzip(archive)).toThrow('a.txt is damaged');
  });
});

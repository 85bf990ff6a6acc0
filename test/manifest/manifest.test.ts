import { readFileSync } from 'node:fs';
import { rootPath } from '../../bot/root.js';
import { SettingsError } from '../../bot/settings.js';
import { type Knowledge, loadKnowledge } from '../../knowledge/load.js';
import { buildApp, type TeamsApp } from '../../manifest/app.js';
import { fill } from '../../manifest/fill.js';
import { schemaMistakes } from '../../manifest/validate.js';
import { readValues } from '../../manifest/values.js';
import { ask } from '../real-bot.js';

// An ES module that the validator requires only to read files, which is not what is tested; jest cannot require it.
jest.mock('strip-bom', () => ({ __esModule: true, default: (text: string) => text }));

const ENVIRONMENT = { BOT_ID: '11111111-2222-4333-8444-555555555555', BOT_DOMAIN: 'staj.example.edu.tr' };
const VALUES = { appId: ENVIRONMENT.BOT_ID, domain: ENVIRONMENT.BOT_DOMAIN, version: '0.1.0' };
const knowledge = loadKnowledge(rootPath('knowledge'));
const app = buildApp(VALUES, knowledge);
const commandsOf = ({ manifest }: TeamsApp) => manifest.bots[0]?.commandLists[0]?.commands ?? [];

describe('the Teams app', () => {
  test('has texts that the schemas 1.25 accept', async () => {
    expect(app.manifest.manifestVersion).toBe('1.25');
    expect(await schemaMistakes(app)).toEqual([]);
  });

  test('is checked: a name too long is found, in both languages', async () => {
    const long = 'a'.repeat(31);
    const mistakes = await schemaMistakes({
      manifest: { ...app.manifest, name: { short: long } },
      english: { ...app.english, 'name.short': long, 'no.such.text': 'x' },
    });
    expect(mistakes.join('\n')).toContain('manifest.json /name/short');
    expect(mistakes.join('\n')).toContain('en.json /name.short');
    expect(mistakes.join('\n')).toContain('no.such.text');
  });

  test('carries its bot id, links and domain', () => {
    expect(app.manifest).toMatchObject({
      id: ENVIRONMENT.BOT_ID,
      developer: { privacyUrl: 'https://staj.example.edu.tr/gizlilik', termsOfUseUrl: 'https://staj.example.edu.tr/kosullar' },
      bots: [{ botId: ENVIRONMENT.BOT_ID, scopes: ['personal', 'team', 'groupChat'] }],
      validDomains: ['staj.example.edu.tr'],
    });
  });

  test('lets people search the FAQ from the message box, and unfolds links to its pages', () => {
    expect(app.manifest.composeExtensions).toMatchObject([
      {
        botId: ENVIRONMENT.BOT_ID,
        commands: [
          {
            id: 'searchFaq',
            type: 'query',
            context: ['compose', 'commandBox'],
            initialRun: true,
            fetchTask: false,
            parameters: [{ name: 'query' }],
          },
        ],
        messageHandlers: [{ type: 'link', value: { domains: ['staj.example.edu.tr'] } }],
      },
    ]);
  });
});

describe('the commands', () => {
  test('offer questions to students, faculties and career centres, then the words the bot obeys', () => {
    const commands = commandsOf(app);
    expect(commands).toHaveLength(12);
    for (const whom of ['Öğrenciler için', 'Fakülteler için', 'Kariyer merkezleri için'])
      expect(commands.filter(({ description }) => description.startsWith(`${whom}: `)).length).toBeGreaterThanOrEqual(2);
    expect(commands.slice(-4).map(({ title }) => title)).toEqual(['yardım', 'konular', 'e-posta', 'baştan']);
    expect(commands.filter(({ description }) => description.length > 128)).toEqual([]);
  });

  test('are understood by the bot as they stand', async () => {
    const labels = new Map(knowledge.entries.map(({ id, label }) => [label, id]));
    for (const { title } of commandsOf(app)) {
      const { kind, entry } = await ask(title);
      if (labels.has(title)) expect([title, entry]).toEqual([title, labels.get(title)]);
      else expect([title, kind, entry]).toEqual([title, 'smalltalk', null]);
    }
  });

  test('change with the knowledge base', () => {
    const [first, ...rest] = knowledge.entries;
    if (!first) throw new Error('The knowledge base is empty.');
    const renamed = { ...first, label: 'Yeni ad', audience: ['career' as const] };
    const phrases = { ...knowledge.phrases, commands: { ...knowledge.phrases.commands, help: 'imdat|yardım' } };
    const changed = buildApp(VALUES, { entries: [renamed, ...rest], phrases });
    const titles = commandsOf(changed).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Yeni ad', 'imdat']));
    expect(titles).not.toContain('yardım');
    expect(commandsOf(changed).find(({ title }) => title === 'Yeni ad')?.description).toMatch(/^Kariyer merkezleri için: /);
  });

  test('of a small knowledge base are fewer, in any language', async () => {
    const other = loadKnowledge(rootPath('test', 'library'), { phrasesFrom: rootPath('knowledge') });
    const few: Pick<Knowledge, 'entries' | 'phrases'> = { ...other, entries: other.entries.slice(0, 2) };
    const small = buildApp(VALUES, few);
    expect(commandsOf(small).map(({ title }) => title)).toEqual([
      ...few.entries.map(({ label }) => label),
      'yardım',
      'konular',
      'e-posta',
      'baştan',
    ]);
    expect(small.english['bots[0].commandLists[0].commands[2].description']).toBe('Tells what the bot can do');
    expect(await schemaMistakes(small)).toEqual([]);
  });
});

describe('the English texts', () => {
  /** Path → text of everything in the manifest that the localisation schema knows. */
  const translatable = (): Record<string, string> => {
    const schema = JSON.parse(
      readFileSync(
        rootPath('node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json'),
        'utf8',
      ),
    ) as { properties: object; patternProperties: object };
    const patterns = Object.keys(schema.patternProperties).map((pattern) => new RegExp(pattern));
    const paths = Object.entries(flat(app.manifest)).filter(
      ([path]) => path !== '$schema' && (path in schema.properties || patterns.some((pattern) => pattern.test(path))),
    );
    return Object.fromEntries(paths);
  };
  const sentByThePerson = /commands\[\d+\]\.title$/;

  test('are complete: only what is sent to the bot stays Turkish', () => {
    const missing = Object.keys(translatable()).filter((path) => !(path in app.english));
    expect(missing.length).toBe(12);
    expect(missing.filter((path) => !sentByThePerson.test(path) || !path.startsWith('bots'))).toEqual([]);
  });

  test('translate nothing that is not there', () => {
    expect(Object.keys(app.english).filter((path) => path !== '$schema' && !(path in translatable()))).toEqual([]);
  });

  test('stand at the command they speak of', () => {
    const help = commandsOf(app).findIndex(({ title }) => title === 'yardım');
    expect(app.english[`bots[0].commandLists[0].commands[${help}].description`]).toBe('Tells what the bot can do');
    expect(app.english['composeExtensions[0].commands[0].title']).toBe('Search the FAQ');
    expect(app.english['bots[0].commandLists[0].commands[0].description']).toMatch(/^For students/);
  });

  function flat(value: unknown, path = ''): Record<string, string> {
    if (typeof value !== 'object' || value === null) return { [path]: String(value) };
    const step = (key: string): string => (Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
    return Object.assign({}, ...Object.entries(value).map(([key, inner]) => flat(inner, step(key))));
  }
});

describe('what the template leaves open', () => {
  test('is an error where nothing fills it', () => {
    expect(() => fill(`{"a":"$${'{{NEW_ONE}}'}"}`, {})).toThrow('NEW_ONE');
  });

  test('may be filled with quotes', () => {
    expect(fill(`{"a":"$${'{{WORD}}'}"}`, { WORD: 'say "hi" \\' })).toEqual({ a: 'say "hi" \\' });
  });

  test('comes from the settings; the secret is not needed', () => {
    expect(readValues(ENVIRONMENT, '1.0.0')).toEqual({ appId: ENVIRONMENT.BOT_ID, domain: 'staj.example.edu.tr', version: '1.0.0' });
  });

  test.each([
    [{}, 'BOT_ID is not set: put the application (client) id'],
    [{}, 'BOT_DOMAIN is not set: put the public host name'],
    [{ ...ENVIRONMENT, BOT_ID: 'my-bot' }, 'BOT_ID is not an id'],
    [{ ...ENVIRONMENT, BOT_DOMAIN: 'https://staj.example.edu.tr' }, 'without https://'],
    [{ ...ENVIRONMENT, BOT_DOMAIN: 'staj.example.edu.tr/' }, 'BOT_DOMAIN is'],
    [{ ...ENVIRONMENT, BOT_DOMAIN: 'localhost' }, 'BOT_DOMAIN is'],
  ])('is refused with what to do: %j', (environment, message) => {
    expect(() => readValues(environment, '1.0.0')).toThrow(SettingsError);
    expect(() => readValues(environment, '1.0.0')).toThrow(message);
  });
});

import { readFileSync } from 'node:fs';
import { rootPath } from '../bot/root.js';
import { shorten } from '../bot/shorten.js';
import type { Knowledge } from '../knowledge/load.js';
import type { Phrases } from '../knowledge/schema.js';
import { fill } from './fill.js';
import { chooseStarters, type Starter } from './starters.js';
import type { AppValues } from './values.js';

/** The texts of a Teams app, as they stand in the package. */
export interface TeamsApp {
  /** `manifest.json`: Turkish. */
  readonly manifest: Manifest;
  /** `en.json`: path in the manifest → English text. */
  readonly english: Readonly<Record<string, string>>;
}

/** The part of the manifest that the code reads; the rest passes through. */
export interface Manifest extends Record<string, unknown> {
  readonly id: string;
  readonly bots: readonly { readonly botId: string; readonly commandLists: readonly { commands: Command[] }[] }[];
  readonly composeExtensions: readonly { readonly botId: string }[];
  readonly validDomains: readonly string[];
}

interface Command {
  readonly title: string;
  readonly description: string;
}

/** Of one list, in schema 1.25. */
const MAX_COMMANDS = 12;
/** Characters: what every client shows. */
const MAX_DESCRIPTION = 128;
const COMMANDS = 'bots[0].commandLists[0].commands';
const ENGLISH = {
  student: 'For students; answered in Turkish from the official FAQ',
  faculty: 'For faculties; answered in Turkish from the official FAQ',
  career: 'For career centres; answered in Turkish from the official FAQ',
  nobody: 'A question that the FAQ answers',
};

/**
 * The app for a bot that knows this. Its commands are the questions it offers, then the words it obeys. Both are sent to the bot as
 * they stand, so they stay Turkish in every language; what is translated is their description.
 * Throws if the knowledge lacks a word for a command.
 */
export function buildApp({ appId, domain, version }: AppValues, { entries, phrases }: Pick<Knowledge, 'entries' | 'phrases'>): TeamsApp {
  const values = { BOT_ID: appId, BOT_DOMAIN: domain, APP_VERSION: version, ...commandWords(phrases) };
  const manifest = fill(template('manifest.json'), values) as Manifest;
  const list = manifest.bots[0]?.commandLists[0] ?? { commands: [] };
  const starters = chooseStarters(entries, MAX_COMMANDS - list.commands.length);
  list.commands = [...starters.map((starter) => commandFor(starter, phrases)), ...list.commands];
  return { manifest, english: { ...behind(starters.length, JSON.parse(template('en.json'))), ...englishOf(starters) } };
}

function template(name: string): string {
  return readFileSync(rootPath('manifest', name), 'utf8');
}

/** `COMMAND_HELP` → "yardım": of the forms that the bot obeys, the first. */
function commandWords({ commands = {} }: Phrases): Record<string, string> {
  return Object.fromEntries(
    Object.entries(commands).map(([name, forms]) => [`COMMAND_${name.toUpperCase()}`, forms.split('|')[0] ?? forms]),
  );
}

function commandFor({ entry, audience, title }: Starter, phrases: Phrases): Command {
  const whom = audience && phrases.audience?.[audience];
  return { title, description: shorten(whom ? `${whom}: ${entry.question}` : entry.question, MAX_DESCRIPTION) };
}

function englishOf(starters: readonly Starter[]): Record<string, string> {
  return Object.fromEntries(starters.map(({ audience }, at) => [`${COMMANDS}[${at}].description`, ENGLISH[audience ?? 'nobody']]));
}

/** The same texts, those of the commands moved behind so many others. */
function behind(count: number, texts: Readonly<Record<string, string>>): Record<string, string> {
  const moved = (path: string): string =>
    path.startsWith(`${COMMANDS}[`) ? path.replace(/commands\[(\d+)\]/, (_, at: string) => `commands[${Number(at) + count}]`) : path;
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [moved(path), text]));
}

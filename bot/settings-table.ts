import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { rootPath } from './root.js';

interface Setting {
  readonly name: string;
  readonly default?: string;
  readonly says: string;
}

/** The settings as a Markdown table, for the README. */
export function settingsTable(): string {
  const settings = parse(readFileSync(rootPath('bot', 'settings.yaml'), 'utf8')) as readonly Setting[];
  const code = (text: string): string =>
    text
      .split(', ')
      .map((part) => (part === '-' ? part : `\`${part}\``))
      .join(', ');
  const rows = settings.map(({ name, default: value, says }) => `| ${code(name)} | ${value ? code(value) : ''} | ${says} |`);
  return ['| Ayar | Yazılmazsa | Anlamı |', '|---|---|---|', ...rows].join('\n');
}

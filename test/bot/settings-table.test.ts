import { readFileSync } from 'node:fs';
import { rootPath } from '../../bot/root.js';
import { settingsTable } from '../../bot/settings-table.js';

const read = (name: string) => readFileSync(rootPath(name), 'utf8');
const named = (text: string) => [...text.matchAll(/\b[A-Z]+(?:_[A-Z]+)*\b/g)].map(([name]) => name);

test('the README has the table as it is made from the settings', () => {
  expect(read('README.md')).toContain(settingsTable());
});

test('every setting that is read stands in the table and in .env.example, and no other', () => {
  const [, rules = ''] = /const RULES[^{]*\{(.*?)\n\};/s.exec(read('bot/settings.ts')) ?? [];
  const known = [...rules.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name as string).sort();
  expect(known.length).toBeGreaterThan(10);
  const columns = settingsTable()
    .split('\n')
    .slice(2)
    .map((row) => row.split('|')[1] ?? '');
  expect(named(columns.join(' ')).sort()).toEqual(known);
  expect([...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name).sort()).toEqual(known);
});

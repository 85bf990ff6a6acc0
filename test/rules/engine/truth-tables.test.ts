import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootPath } from '../../../bot/root.js';
import { committedGroups } from '../groups.js';
import { tableName, truthTable } from '../truth-table.js';

/** `UPDATE_TABLES=1 npx jest truth-tables` writes the tables anew, for whoever then reads what has changed in them. */
const updates = process.env.UPDATE_TABLES === '1';
const unattended = process.env.CI === 'true';

describe('truth tables', () => {
  const folder = rootPath('test', 'rules', 'tables');

  beforeAll(() => {
    if (!updates || unattended) return;
    mkdirSync(folder, { recursive: true });
    for (const group of committedGroups) writeFileSync(join(folder, tableName(group)), truthTable(group));
  });

  test('are not written anew where nobody reads them', () => {
    expect(updates && unattended).toBe(false);
  });

  test.each(committedGroups)('$goal, each $each: every case is decided as reviewed', (group) => {
    const path = join(folder, tableName(group));
    expect(truthTable(group)).toBe(existsSync(path) ? readFileSync(path, 'utf8') : 'no such table yet: run with UPDATE_TABLES=1');
  });

  test('stand for every goal and all that it is decided for, and for nothing else', () => {
    expect(readdirSync(folder).sort()).toEqual(committedGroups.map(tableName).sort());
  });
});

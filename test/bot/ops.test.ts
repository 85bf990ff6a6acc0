import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootPath } from '../../bot/root.js';

const read = (name: string) => readFileSync(rootPath('bot', 'ops', name), 'utf8');

test('the unit is one that systemd takes, where there is a systemd to ask', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unit-'));
  // The paths of the server are not on this machine.
  const unit = read('staj-bot.service')
    .replace('/usr/bin/node', process.execPath)
    .replaceAll('/opt/staj-bot', rootPath())
    .replace(/^(User|Group)=.*\n/gm, '');
  const path = join(folder, 'staj-bot.service');
  writeFileSync(path, unit);
  const { error, status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', path], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT')
    return console.warn('NOT CHECKED: there is no systemd-analyze here.');
  expect([status, stderr]).toEqual([0, '']);
});

test('unit and image start the same program, as nobody in particular', () => {
  const image = read('Dockerfile');
  expect(read('staj-bot.service')).toMatch(/^ExecStart=\/usr\/bin\/node dist\/bot\/start\.js$/m);
  expect(image).toMatch(/^CMD \["node", "dist\/bot\/start\.js"\]$/m);
  expect(image).toMatch(/^USER node$/m);
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootPath } from '../../bot/root.js';
import { AS_INSTALLED } from '../load/server-process.js';

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

test('unit and image start the same program in the same way, as nobody in particular', () => {
  const image = read('Dockerfile');
  const command = ['node', ...AS_INSTALLED.nodeOptions, 'dist/bundle/start.js'];
  const arenas = `MALLOC_ARENA_MAX=${AS_INSTALLED.environment.MALLOC_ARENA_MAX}`;
  expect(read('staj-bot.service').split('\n')).toEqual(
    expect.arrayContaining([`ExecStart=/usr/bin/${command.join(' ')}`, `Environment=${arenas}`]),
  );
  expect(image).toContain(`CMD [${command.map((word) => `"${word}"`).join(', ')}]`);
  expect(image).toContain(arenas);
  expect(image).toMatch(/^USER node$/m);
});

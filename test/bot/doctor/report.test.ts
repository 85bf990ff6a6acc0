import { createServer } from 'node:net';
import { gatherFacts } from '../../../bot/doctor/facts.js';
import { REAL_PROBES } from '../../../bot/doctor/probes.js';
import { report } from '../../../bot/doctor/report.js';
import { ENVIRONMENT, facts } from './good-facts.js';

jest.mock('strip-bom', () => ({ __esModule: true, default: (text: string) => text }));

describe('the report', () => {
  test('has one line for each check of a bot that runs', () => {
    const { lines, failures } = report(facts());
    expect(failures).toBe(0);
    expect(lines.slice(0, -2).filter((line) => !line.startsWith('✓ '))).toEqual([]);
    expect(lines.at(-1)).toBe('Everything is in order.');
  });

  test('says on a second line what to do, and counts what failed', () => {
    const { lines, failures } = report(facts({ port: { code: 'EADDRINUSE' } }, { ...ENVIRONMENT, BOT_DOMAIN: '' }));
    expect(failures).toBe(1);
    const at = lines.findIndex((line) => line.startsWith('✗ port'));
    expect(lines[at + 1]).toBe('    stop it, or set PORT to another number.');
    expect(lines.filter((line) => line.startsWith('! '))).toHaveLength(1);
    expect(lines.at(-1)).toContain('1 check failed.');
  });

  test('of a bot without Teams fails nothing', () => {
    const web = { health: null, endpoint: null, token: null };
    const { lines, failures } = report(facts({ app: { missing: 'settings' }, packaged: null, web }, {}));
    expect(failures).toBe(0);
    expect(lines.at(-1)).toMatch(/^Nothing failed; \d+ checks were skipped\.$/);
  });

  test.each([
    ['right', ENVIRONMENT.BOT_PASSWORD],
    ['quoted', '"hunter2"'],
    ['with spaces', ' hunter2 hunter2 '],
  ])('never holds the secret: %s', (_case, secret) => {
    const { lines } = report(facts({}, { ...ENVIRONMENT, BOT_PASSWORD: secret }));
    expect(lines.join('\n')).not.toMatch(/hunter2|secret\.value/);
  });
});

describe('the facts', () => {
  const offline = (async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('dns'), { code: 'ENOTFOUND' }) });
  }) as typeof fetch;

  test('of this project, without a network, fail nothing', async () => {
    const gathered = await gatherFacts(ENVIRONMENT, { fetch: offline, listen: async () => null });
    expect(report({ ...gathered, packaged: null }).lines.filter((line) => line.startsWith('✗'))).toEqual([]);
    expect(gathered.inspected.rules.rules.length).toBeGreaterThan(0);
  });

  test('tell the bot on its port from another program', async () => {
    const listen = async () => 'EADDRINUSE';
    const bot = (async () => new Response('{"status":"ok"}')) as typeof fetch;
    expect((await gatherFacts({}, { fetch: bot, listen })).port).toBe('bot');
    expect((await gatherFacts({ HOST: '127.0.0.1' }, { fetch: offline, listen })).port).toEqual({ code: 'EADDRINUSE' });
  });

  test('know whether a port can be had', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    expect(await REAL_PROBES.listen(port, '127.0.0.1')).toBe('EADDRINUSE');
    await new Promise((resolve) => server.close(resolve));
    expect(await REAL_PROBES.listen(port, '127.0.0.1')).toBeNull();
  });
});

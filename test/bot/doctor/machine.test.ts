import type { Facts } from '../../../bot/doctor/facts.js';
import { MACHINE_CHECKS } from '../../../bot/doctor/machine.js';
import { facts, find } from './good-facts.js';

describe('Node.js', () => {
  const findNode = (running: string) => find(MACHINE_CHECKS, 'Node.js', facts({ node: { running, needed: '>=20.12' } }));

  test.each(['20.12.0', '20.20.2', '22.0.0'])('%s is new enough', (running) => {
    expect(findNode(running)).toEqual({ state: 'good', result: running });
  });

  test.each(['20.11.1', '18.20.0', '9.99.0'])('%s is too old', (running) => {
    expect(findNode(running)).toMatchObject({ state: 'failed', todo: expect.stringContaining('20.12') });
  });
});

describe('the port', () => {
  const findPort = (port: Facts['port'], environment = {}) => find(MACHINE_CHECKS, 'port', facts({ port }, environment));

  test('is free, or taken by the bot itself', () => {
    expect(findPort('free')).toMatchObject({ state: 'good', result: expect.stringContaining('3978 is free') });
    expect(findPort('bot', { PORT: '4000' })).toMatchObject({ state: 'good', result: expect.stringContaining('4000: the bot is running') });
  });

  test.each([
    ['EADDRINUSE', 'another program'],
    ['EACCES', 'not allowed'],
    ['EADDRNOTAVAIL', 'no address of this machine'],
    ['EUNKNOWN', 'EUNKNOWN'],
  ])('that cannot be had is explained: %s', (code, result) => {
    expect(findPort({ code })).toMatchObject({ state: 'failed', result: expect.stringContaining(result) });
  });
});

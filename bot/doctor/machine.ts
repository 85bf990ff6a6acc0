import type { Facts } from './facts.js';
import { type Check, type Finding, failed, good } from './finding.js';

/** The machine that the bot runs on. */
export const MACHINE_CHECKS: readonly Check[] = [
  { name: 'Node.js', find: findNode },
  { name: 'port', find: findPort },
];

function findNode({ node: { running, needed } }: Facts): Finding {
  const least = needed.replace(/^\D+/, '');
  if (compare(running, least) >= 0) return good(running);
  return failed(`${running} is too old`, `install Node.js ${least} or newer from https://nodejs.org/, then run npm ci.`);
}

/** Below zero where the first version is the older one. */
function compare(one: string, other: string): number {
  const [numbers, others] = [one, other].map((version) => version.split('.').map(Number));
  const differs = (numbers ?? []).findIndex((number, at) => number !== (others?.[at] ?? 0));
  return differs < 0 ? 0 : (numbers?.[differs] ?? 0) - (others?.[differs] ?? 0);
}

function findPort({ port, settings }: Facts): Finding {
  if (port === 'free') return good(`${settings.port} is free: the bot is not running here`);
  if (port === 'bot') return good(`${settings.port}: the bot is running here`);
  switch (port.code) {
    case 'EADDRINUSE':
      return failed(`${settings.port} is taken by another program`, 'stop it, or set PORT to another number.');
    case 'EACCES':
      return failed(
        `${settings.port} is not allowed to you`,
        'set PORT to a number above 1023; https belongs to the proxy before the bot.',
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return failed(`HOST=${settings.host} is no address of this machine`, 'leave HOST empty.');
    default:
      return failed(`${settings.port} cannot be listened on (${port.code})`, 'set PORT to another number.');
  }
}

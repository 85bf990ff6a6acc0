import { isIPv4 } from 'node:net';

/** Where the Bot Framework and Teams receive replies. A leading dot means any host below it. */
const MICROSOFT_HOSTS = [
  'smba.trafficmanager.net',
  '.botframework.com',
  '.botframework.us',
  '.teams.microsoft.com',
  '.teams.microsoft.us',
  '.botapi.skype.com',
];

/** Whether a socket address belongs to this machine. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (!address) return false;
  if (address === '::1') return true;
  const plain = address.replace(/^::ffff:/i, '');
  return isIPv4(plain) && plain.startsWith('127.');
}

/** Whether replies sent to this address stay on this machine. */
export function isLoopbackUrl(value: string): boolean {
  const url = parsed(value);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return false;
  return url.hostname === 'localhost' || isLoopbackAddress(url.hostname.replace(/^\[|\]$/g, ''));
}

/** Whether replies sent to this address go to Microsoft, encrypted. */
export function isMicrosoftUrl(value: string): boolean {
  const url = parsed(value);
  if (url?.protocol !== 'https:' || url.port !== '') return false;
  return MICROSOFT_HOSTS.some((host) => (host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host));
}

/** The URL, unless it cannot be read or carries a user name or password. */
function parsed(value: string): URL | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url && url.username === '' && url.password === '' ? url : null;
}

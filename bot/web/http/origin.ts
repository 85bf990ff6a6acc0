import type { FastifyRequest } from 'fastify';

const HOST = /^(\[[0-9a-f:]{2,39}\]|[a-z0-9.-]{1,253})(:\d{1,5})?$/i;

/**
 * The address the world knows the bot by, without a path: `https://` and the host name of the settings; where none is set (a trial on
 * one's own machine) the one that was asked for. What a request claims is believed only if it looks like a host name.
 */
export function publicOrigin(domain: string | undefined, { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  if (domain) return `https://${domain}`;
  return `${protocol}://${HOST.test(host) ? host : 'localhost'}`;
}

/** The origin of a site of the settings; only this machine is trusted without TLS. */
export function originOfSite(site: string): string {
  // A port that goes without saying is not said by browsers either.
  return new URL(`${/^(localhost|127\.0\.0\.1)(:|$)/.test(site) ? 'http' : 'https'}://${site}`).origin;
}

/** True if a page of `origin` belongs to one of the sites; `*.ornek.edu.tr` means every host below it. */
export function isOfSites(origin: string, sites: readonly string[]): boolean {
  return sites.some((site) => {
    const allowed = originOfSite(site);
    if (!allowed.includes('*.')) return origin === allowed;
    const [scheme = '', below = ''] = allowed.split('*');
    return (
      origin.startsWith(scheme) && origin.endsWith(below) && /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(origin.slice(scheme.length, -below.length))
    );
  });
}

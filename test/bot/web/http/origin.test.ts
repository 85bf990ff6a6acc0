import { isOfSites, originOfSite, publicOrigin } from '../../../../bot/web/http/origin.js';

describe('the address the world knows the bot by', () => {
  const asked = (host: string) => ({ protocol: 'http' as const, host });

  test('is the one of the settings, whatever a request claims', () => {
    expect(publicOrigin('staj.ornek.edu.tr', asked('boese.example'))).toBe('https://staj.ornek.edu.tr');
  });

  test('is the one that was asked for where none is set', () => {
    expect(publicOrigin(undefined, asked('localhost:3978'))).toBe('http://localhost:3978');
    expect(publicOrigin(undefined, asked('[::1]:3978'))).toBe('http://[::1]:3978');
  });

  test.each(['"><script>', 'a b', 'x/y', '', 'host:99999999', 'a'.repeat(5000)])('is this machine where the request claims %j', (host) => {
    expect(publicOrigin(undefined, asked(host))).toBe('http://localhost');
  });
});

describe('a site of the settings', () => {
  const sites = ['www.ornek.edu.tr', '*.muh.ornek.edu.tr', 'localhost:8080'];

  test('is reached by https, only this machine without', () => {
    expect(sites.map(originOfSite)).toEqual(['https://www.ornek.edu.tr', 'https://*.muh.ornek.edu.tr', 'http://localhost:8080']);
  });

  test('needs no port that goes without saying', () => {
    expect(isOfSites('https://www.ornek.edu.tr', ['www.ornek.edu.tr:443'])).toBe(true);
    expect(isOfSites('https://a.ornek.edu.tr', ['*.ornek.edu.tr:443'])).toBe(true);
  });

  test.each(['https://www.ornek.edu.tr', 'https://a.muh.ornek.edu.tr', 'https://a.b.muh.ornek.edu.tr', 'http://localhost:8080'])(
    'is what the page of %s belongs to',
    (origin) => {
      expect(isOfSites(origin, sites)).toBe(true);
    },
  );

  test.each([
    'http://www.ornek.edu.tr',
    'https://ornek.edu.tr',
    'https://muh.ornek.edu.tr',
    'https://evil.example',
    'https://www.ornek.edu.tr.evil.example',
    'https://evil.example/.muh.ornek.edu.tr',
    'https://evil.example#.muh.ornek.edu.tr',
    'http://localhost:8081',
    'null',
    '',
  ])('is not what %j belongs to', (origin) => {
    expect(isOfSites(origin, sites)).toBe(false);
  });
});

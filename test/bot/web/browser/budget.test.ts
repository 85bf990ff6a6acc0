import type { Page } from 'playwright-core';
import { realBot } from '../../../real-bot.js';
import { inBrowser, serve } from './harness.js';
import { ask, turns } from './visitor.js';

const PAGES = ['/', '/s', '/s/staj-iptali', '/paylas', '/paylas/afis', '/gizlilik', '/kosullar', '/gomulu', '/yok'];

const site = serve(realBot);

inBrowser('the chat comes in at most 4 requests and 30 kB', { at: null }, async (page) => {
  const traffic = await trafficOf(page);
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(traffic.requests.length).toBeLessThanOrEqual(4);
  expect(traffic.requests).toContain(`${site.address}/`);
  expect(traffic.bytes).toBeGreaterThan(10_000);
  expect(traffic.bytes).toBeLessThanOrEqual(30_000);
});

inBrowser('a second page of the site fetches no style again', { at: '/s' }, async (page) => {
  await page.goto('/');
  const sizes = await page.evaluate<[string, number][]>(
    "performance.getEntriesByType('resource').map(({ name, transferSize }) => [new URL(name).pathname, transferSize])",
  );
  expect(sizes.filter(([path]) => path.endsWith('.css')).map(([, bytes]) => bytes)).toEqual([0]);
});

inBrowser('a reply is no more than 8 kB', { at: null }, async (page) => {
  const traffic = await trafficOf(page);
  await page.goto('/', { waitUntil: 'networkidle' });
  const before = traffic.bytes;
  await ask(page, '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var');
  await page.waitForLoadState('networkidle');
  expect(traffic.bytes - before).toBeGreaterThan(500);
  expect(traffic.bytes - before).toBeLessThanOrEqual(8_000);
});

inBrowser('nothing but the style is waited for before the page can be read and typed into', { at: null }, async (page) => {
  await page.route('**/*.js', () => undefined);
  await page.goto('/', { waitUntil: 'commit' });
  await page.fill('#text', 'staj');
  expect(await page.locator('.welcome').isVisible()).toBe(true);
  const blocking = await page.evaluate<string[]>(
    "performance.getEntriesByType('resource').filter((entry) => entry.renderBlockingStatus === 'blocking').map((entry) => entry.name)",
  );
  expect(blocking.map((url) => new URL(url).pathname)).toEqual([expect.stringMatching(/^\/assets\/site\.[0-9a-f]+\.css$/)]);
});

// The harness holds that no page breaks its own policy: a breach is an error in the console.
inBrowser(
  'no page asks another host, sets a cookie or holds code of its own',
  { at: null, expectedErrors: /404.*\/yok/ },
  async (page, context) => {
    const traffic = await trafficOf(page);
    for (const path of PAGES) {
      const before = traffic.requests.length;
      const response = await page.goto(path);
      expect(traffic.requests.length).toBeGreaterThan(before);
      const policy = response?.headers()['content-security-policy'];
      expect({ path, policy }).toEqual({ path, policy: expect.stringMatching(/^default-src 'none';/) });
      expect({ path, policy }).toEqual({ path, policy: expect.not.stringContaining('unsafe') });
      expect({ path, inline: await inlineCode(page) }).toEqual({ path, inline: [] });
    }
    expect(traffic.requests.filter((url) => !url.startsWith(`${site.address}/`))).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  },
);

inBrowser('nothing but the conversation of the tab is stored in the browser', {}, async (page) => {
  await ask(page, 'kabul ettiğim stajı iptal etmek istiyorum');
  await page.fill('#text', 'yarım');
  expect(await page.evaluate('Object.keys(sessionStorage).sort()')).toEqual(['conversation /', 'draft']);
  expect(await page.evaluate('localStorage.length')).toBe(0);
  expect(await page.evaluate('indexedDB.databases()')).toEqual([]);
  expect(await page.evaluate('caches.keys()')).toEqual([]);
  expect(await page.evaluate('document.cookie')).toBe('');
  expect(await turns(page).count()).toBe(1);
});

async function trafficOf(page: Page): Promise<{ readonly requests: string[]; bytes: number }> {
  const traffic = { requests: [] as string[], bytes: 0 };
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  cdp.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) traffic.requests.push(request.url);
  });
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
  });
  return traffic;
}

/** Scripts, styles and handlers that stand in the markup itself; data for search engines is no code. */
function inlineCode(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('*')]
    .filter((element) => element.matches('style, [style], script:not([src]):not([type="application/ld+json"])')
      || [...element.attributes].some(({ name, value }) => name.startsWith('on') || value.trim().startsWith('javascript:')))
    .map((element) => element.outerHTML.slice(0, 100))`);
}

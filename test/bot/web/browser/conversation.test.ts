import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createWebServer } from '../../../bot/web/server.js';
import { launchBrowser } from '../../browser.js';
import { fakeBot } from './fake-bot.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const QUESTIONS = ['stajı iptal', 'iki staj', 'ağustos', 'staj', 'merhaba', 'ücret'];
let server: FastifyInstance | undefined;
let browser: Browser | null;
let address: string;

beforeAll(async () => {
  server = await createWebServer({ bot: fakeBot(), production: false });
  address = await server.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A claim about the page in a real browser; it also holds that the page logs no error, such as a breach of its own policy. */
function inBrowser(claim: string, options: BrowserContextOptions, check: (page: Page) => Promise<void>): void {
  test(claim, async () => {
    if (!browser) return;
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    try {
      await page.goto(address);
      await check(page);
      expect(errors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    } finally {
      await context.close();
    }
  }, 30_000);
}

async function ask(page: Page, text: string): Promise<void> {
  await page.fill('#text', text);
  await page.press('#text', 'Enter');
  await page.locator('.turn', { hasText: text }).last().locator('.reply').waitFor();
}

const turns = (page: Page) => page.locator('.turn').count();
const focusedId = 'document.activeElement.id';
const focusInTurn = 'document.activeElement.closest(".turn") !== null';
const sidewaysScroll = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

inBrowser('with script the conversation grows without a reload', {}, async (page) => {
  await page.evaluate('window.stayed = true');
  for (const question of QUESTIONS) await ask(page, question);
  expect(await turns(page)).toBe(QUESTIONS.length);
  expect(await page.evaluate('window.stayed')).toBe(true);
  expect(await page.inputValue('#text')).toBe('');
  expect(await page.evaluate(focusedId)).toBe('text');
});

inBrowser('the conversation outlives a reload, and "Yeni konuşma" ends it', {}, async (page) => {
  await ask(page, 'stajı iptal');
  await ask(page, 'iki staj');
  await page.reload();
  expect(await turns(page)).toBe(2);
  await ask(page, 'merhaba');
  expect(await turns(page)).toBe(3);
  await page.click('[data-restart]');
  await page.waitForSelector('.welcome');
  expect(await turns(page)).toBe(0);
});

inBrowser('dates are sent with the facts known so far, and said in words', {}, async (page) => {
  await ask(page, 'stajı iptal');
  await page.click('button:has-text("Evet, kabul ettim")');
  await page.locator('.turn:nth-of-type(2) .reply').waitFor();
  await ask(page, 'iki staj');
  const inputs = page.locator('.turn:last-child input[type=date]');
  for (const [index, value] of ['2020-08-03', '2020-08-28', '2020-08-24'].entries()) await inputs.nth(index).fill(value);
  await page.click('.turn:last-child button:has-text("Bilmiyorum")');
  await page.locator('.turn:nth-of-type(4) .reply').waitFor();
  expect(await page.locator('.turn:last-child .words').textContent()).toMatch(/^1\. stajın ilk günü: .*2020, .*Bilmiyorum$/);
  const memory = await page.locator('.turn:last-child').getAttribute('data-memory');
  expect(JSON.parse(memory ?? '').facts).toEqual({
    'internship1.stage': 'accepted',
    'internship1.from': '2020-08-03',
    'internship1.to': '2020-08-28',
    'internship2.from': '2020-08-24',
    'internship2.to': 'unknown',
  });
});

inBrowser('after a button the keyboard goes on into the new turn', {}, async (page) => {
  await page.locator('.welcome button').first().press('Enter');
  await page.locator('.turn .reply').waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(focusInTurn)).toBe(true);
});

inBrowser('without a network nothing typed is lost, and its return brings the answer', {}, async (page) => {
  await page.context().setOffline(true);
  await page.fill('#text', 'stajı iptal');
  await page.press('#text', 'Enter');
  await page.locator('.failure').waitFor();
  expect(await page.inputValue('#text')).toBe('stajı iptal');
  await page.context().setOffline(false);
  await page.locator('.turn .reply').waitFor();
  expect(await turns(page)).toBe(1);
  expect(await page.inputValue('#text')).toBe('');
});

inBrowser('each reply is put once into one live region', {}, async (page) => {
  expect(await page.locator('[role=log], [aria-live=polite]').count()).toBe(1);
  await ask(page, 'merhaba');
  expect(await page.locator('[role=log] .reply').count()).toBe(1);
  expect(await page.locator('[role=log] .said').getAttribute('aria-live')).toBe('off');
});

inBrowser('markup in a question stays text', {}, async (page) => {
  await ask(page, '<b id="pwned">x</b>');
  expect(await page.locator('#pwned').count()).toBe(0);
  await page.reload();
  expect(await page.locator('#pwned').count()).toBe(0);
  expect(await page.locator('.words').textContent()).toBe('<b id="pwned">x</b>');
});

inBrowser('without script the forms answer, and the memory travels with them', { ...PHONE, javaScriptEnabled: false }, async (page) => {
  await page.fill('#text', 'stajı iptal');
  await page.click('#composer button');
  await page.locator('.official').waitFor();
  await page.click('button:has-text("Evet, kabul ettim")');
  await page.locator('.verdict').first().waitFor();
  expect(await page.locator('.turn').getAttribute('data-memory')).toContain('accepted');
  await page.fill('#text', 'iki staj');
  await page.click('#composer button');
  await page.locator('input[type=date]').first().waitFor();
  await page.click('button:has-text("Bilmiyorum")');
  await page.locator('.verdict').first().waitFor();
  expect(JSON.parse((await page.locator('.turn').getAttribute('data-memory')) ?? '').facts).toMatchObject({
    'internship1.stage': 'accepted',
    'internship2.to': 'unknown',
  });
});

inBrowser('a link with a question opens answered, and goes on after a reload', {}, async (page) => {
  await page.goto(`${address}/?soru=${encodeURIComponent('stajı iptal')}`);
  expect(await turns(page)).toBe(1);
  await ask(page, 'iki staj');
  await page.reload();
  expect(await turns(page)).toBe(2);
});

for (const width of [320, 390, 1280]) {
  inBrowser(
    `nothing scrolls sideways and every target is big enough at ${width} px`,
    { viewport: { width, height: 800 } },
    async (page) => {
      expect(await page.evaluate(sidewaysScroll)).toBe(0);
      for (const question of [...QUESTIONS, 'x'.repeat(300)]) await ask(page, question);
      for (const fold of await page.locator('summary').all()) await fold.click();
      expect(await page.evaluate(sidewaysScroll)).toBe(0);
      const heights = await page
        .locator('button:visible, summary:visible, input:visible, textarea:visible')
        .evaluateAll((targets) => targets.map((target) => target.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    },
  );
}

inBrowser('the page comes in at most 4 requests and 30 kB, all from its own host', {}, async (page) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  let bytes = 0;
  const requests: string[] = [];
  cdp.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) requests.push(request.url);
  });
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.reload({ waitUntil: 'networkidle' });
  expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
  expect(requests.length).toBeLessThanOrEqual(4);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(30_000);
  expect(await page.context().cookies()).toEqual([]);
});

const colourPairs: readonly (readonly [string, string, number])[] = [
  ['--ink', '--ground', 7],
  ['--ink', '--paper', 7],
  ['--ink', '--tint', 7],
  ['--ink', '--said', 7],
  ['--ink', '--own-tint', 7],
  ['--muted', '--ground', 4.5],
  ['--muted', '--surface', 4.5],
  ['--muted', '--paper', 4.5],
  ['--muted', '--tint', 4.5],
  ['--accent', '--surface', 4.5],
  ['--accent', '--paper', 4.5],
  ['--accent', '--own-tint', 4.5],
  ['--accent', '--tint', 4.5],
  ['--accent-strong', '--tint', 4.5],
  ['--on-accent', '--accent', 4.5],
  ['--on-accent', '--accent-strong', 4.5],
  ['--own', '--own-tint', 4.5],
  ['--warn', '--warn-tint', 4.5],
];

for (const colorScheme of ['light', 'dark'] as const) {
  inBrowser(`every pair of colours can be read, ${colorScheme}`, { colorScheme }, async (page) => {
    for (const [front, back, least] of colourPairs) {
      const enough = contrast(await colour(page, front), await colour(page, back)) >= least;
      expect({ front, back, enough }).toEqual({ front, back, enough: true });
    }
  });
}

function colour(page: Page, name: string): Promise<string> {
  return page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('${name}').trim()`);
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of `#rrggbb` as WCAG defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

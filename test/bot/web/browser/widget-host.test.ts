import type { Locator, Page } from 'playwright-core';
import { fakeBot } from '../fake-bot.js';
import { faults } from './axe.js';
import { inBrowser, PHONE, serve } from './harness.js';
import { serveHost } from './host-site.js';

const host = serveHost(() => bot.address);
const stranger = serveHost(() => bot.address);
const bot = serve(fakeBot, { embedHosts: host.hosts });

const SIDE = 60;
const GAP = 16;

const bubbleOf = (page: Page): Locator => page.locator('staj-bot .bubble');

async function opened(page: Page) {
  await bubbleOf(page).click();
  const frame = await (await page.locator('staj-bot iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('The widget has no frame.');
  return frame;
}

/** How far the bubble stands from the lower right corner, and how big it is. */
async function placeOf(page: Page): Promise<object> {
  const { x, y, width, height } = (await bubbleOf(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [right, bottom] = await page.evaluate<[number, number]>('[document.documentElement.clientWidth, innerHeight]');
  return { width, height, right: right - x - width, bottom: bottom - y - height };
}
const AT_THE_CORNER = { width: SIDE, height: SIDE, right: GAP, bottom: GAP };

inBrowser('the bubble stays at the corner while the page scrolls', { at: null }, async (page) => {
  await page.goto(host.page('/long'));
  expect(await placeOf(page)).toEqual(AT_THE_CORNER);
  await page.evaluate('scrollTo(0, 1000)');
  expect(await page.evaluate('scrollY')).toBe(1000);
  expect(await placeOf(page)).toEqual(AT_THE_CORNER);
});

inBrowser('styles that spare nothing do not reach it', { at: null }, async (page) => {
  await page.goto(host.page('/hostile'));
  expect(await page.locator('main button').boundingBox()).toMatchObject({ width: 300 });
  expect(await placeOf(page)).toEqual(AT_THE_CORNER);
  expect(await page.locator('staj-bot .panel').isVisible()).toBe(false);
  const frame = await opened(page);
  expect(await page.locator('staj-bot iframe').boundingBox()).toMatchObject({ width: 398 });
  expect(await page.locator('staj-bot .bar').evaluate((bar) => bar.computedStyleMap().get('font-size').toString())).toBe('16px');
  await frame.locator('.welcome').waitFor();
});

/** All that a page shows of itself: computed styles, places, sheets, and where one can scroll to. */
const LOOKS = `({
  styles: [...document.querySelectorAll('html, body, main, main *')].map((element) => {
    const style = getComputedStyle(element);
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.tagName, x, y, width, height, ...[...style].map((name) => style.getPropertyValue(name))].join();
  }),
  sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
  scroll: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
})`;

inBrowser('the page around it looks the same with it, open or closed', { at: null }, async (page) => {
  await page.goto(host.page('/without'));
  const before = await page.evaluate(LOOKS);
  await page.goto(host.page('/'));
  await bubbleOf(page).waitFor();
  expect(await page.evaluate(LOOKS)).toEqual(before);
  await opened(page);
  expect(await page.evaluate(LOOKS)).toEqual(before);
});

inBrowser('it adds no name to the page around it', { at: null }, async (page) => {
  await page.goto(host.page('/without'));
  const names = 'Object.getOwnPropertyNames(window).sort()';
  const before = await page.evaluate<string[]>(names);
  await page.goto(host.page('/'));
  await opened(page);
  const after = await page.evaluate<string[]>(names);
  expect(after.filter((name) => !before.includes(name))).toEqual([]);
});

inBrowser('the line twice on a page brings one bubble', { at: null }, async (page) => {
  await page.goto(host.page('/twice'));
  await bubbleOf(page).first().waitFor();
  expect(await page.locator('script[src$="/widget.js"]').count()).toBe(2);
  expect(await page.locator('staj-bot').count()).toBe(1);
});

inBrowser('the line works in the head too, where there is no page yet', { at: null }, async (page) => {
  await page.goto(host.page('/in-head'));
  const frame = await opened(page);
  await frame.locator('.welcome').waitFor();
});

inBrowser(
  'a site that is not in the settings gets the bubble, but no chat',
  { at: null, expectedErrors: /frame-ancestors/ },
  async (page) => {
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(stranger.page('/'));
    const frame = await opened(page);
    await refused;
    expect(await frame.locator('#text').count()).toBe(0);
  },
);

inBrowser('axe finds nothing in it, closed or open, light or dark', { at: null }, async (page) => {
  await page.goto(host.page('/'));
  await bubbleOf(page).waitFor();
  const found = await faults(page);
  const frame = await opened(page);
  await frame.locator('.welcome').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await faults(page)), ...(await faults(frame)));
  }
  expect(found).toEqual([]);
});

inBrowser('its bubble is named by what it does, and says whether it is open', { at: null }, async (page) => {
  await page.goto(host.page('/'));
  await page.getByRole('button', { name: 'Staj Seferberliği sorularınız için botu aç', expanded: false }).click();
  await page.locator('staj-bot').getByRole('button', { name: 'Botu kapat', expanded: true }).waitFor();
  expect(await page.locator('staj-bot iframe').getAttribute('title')).toBe('Staj Seferberliği soruları');
});

const transitions = (page: Page): Promise<string> =>
  bubbleOf(page).evaluate((bubble) => bubble.computedStyleMap().get('transition-duration').toString());

inBrowser('it does not move for whoever wants less motion', { at: null, reducedMotion: 'reduce' }, async (page) => {
  await page.goto(host.page('/'));
  expect(await transitions(page)).toBe('0s');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await transitions(page)).not.toBe('0s');
});

inBrowser('it is not printed', { at: null }, async (page) => {
  await page.goto(host.page('/'));
  await opened(page);
  await page.emulateMedia({ media: 'print' });
  expect(await bubbleOf(page).isVisible()).toBe(false);
  expect(await page.locator('staj-bot .panel').isVisible()).toBe(false);
  expect(await page.locator('main').isVisible()).toBe(true);
});

inBrowser('in forced colours the bubble and the panel have an edge', { at: null, forcedColors: 'active' }, async (page) => {
  await page.goto(host.page('/'));
  await opened(page);
  const edges = await page
    .locator('staj-bot')
    .evaluate(({ shadowRoot }) =>
      ['.bubble', '.panel'].map((name) => shadowRoot.querySelector(name).computedStyleMap().get('border-top-width').value > 0),
    );
  expect(edges).toEqual([true, true]);
});

const ZOOMED = { viewport: { width: 320, height: 256 } };

inBrowser('at 400 % it fills the window and leaves room to type', { ...ZOOMED, at: null }, async (page) => {
  await page.goto(host.page('/'));
  const frame = await opened(page);
  await frame.locator('.welcome').waitFor();
  expect(await page.locator('staj-bot .panel').boundingBox()).toEqual({ x: 0, y: 0, ...ZOOMED.viewport });
  expect(await frame.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  await frame.locator('#text').click();
});

/** What has the focus and is covered by something else; null if one sees it. */
const HIDDEN_FOCUS = `(() => {
  let focused = document.activeElement;
  while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const { x, y, width, height } = focused.getBoundingClientRect();
  const above = focused.getRootNode().elementFromPoint(x + width / 2, y + height / 2);
  return focused === document.body || focused.contains(above) ? null : focused.cloneNode(false).outerHTML;
})()`;

inBrowser('where it fills the window, the keyboard does not lead behind it', { ...ZOOMED, at: null }, async (page) => {
  await page.goto(host.page('/'));
  await opened(page);
  await page.locator('staj-bot .bar button').focus();
  const hidden: unknown[] = [];
  for (let presses = 0; presses < 3; presses += 1) {
    await page.keyboard.press('Shift+Tab');
    hidden.push(await page.evaluate(HIDDEN_FOCUS));
  }
  expect(hidden).toEqual([null, null, null]);
});

inBrowser('on a phone the page behind it does not lie over it', { ...PHONE, at: null }, async (page) => {
  await page.goto(host.page('/long'));
  await opened(page);
  const above = await page.evaluate('[[20, 20], [200, 400], [370, 820]].map(([x, y]) => document.elementFromPoint(x, y).tagName)');
  expect(above).toEqual(['STAJ-BOT', 'STAJ-BOT', 'STAJ-BOT']);
});

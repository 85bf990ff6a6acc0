import type { Page } from 'playwright-core';
import { fakeBot } from '../fake-bot.js';
import { inBrowser, PHONE, serve } from './harness.js';
import { restyle } from './restyle.js';
import { tabThrough } from './stops.js';
import { ask } from './visitor.js';

/** What is left of 1280 × 1024 at 400 %. WCAG 1.4.10. */
const ZOOMED = { viewport: { width: 320, height: 256 } };
/** WCAG 1.4.12. */
const SPACED = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;
const PAGES = ['/s', '/s/iki-staj', '/paylas', '/paylas/afis', '/gizlilik', '/yok', '/gomulu', '/?soru=a%C4%9Fustos'];
const QUESTIONS = ['stajı iptal', 'iki staj', 'ağustos', 'staj'];

serve(fakeBot);

async function wholeConversation(page: Page): Promise<void> {
  for (const question of QUESTIONS) await ask(page, question);
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.open = true;
  });
}

const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Elements whose text is cut off: they hide what overflows, and something does. */
const CUT = `[...document.querySelectorAll('body *')].filter((element) => {
  const { overflowX, overflowY } = getComputedStyle(element);
  if (!element.checkVisibility() || element.matches('.unseen, svg, iframe, textarea, input, select')) return false;
  const cutBelow = ['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 1;
  const cutBeside = ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
  return cutBelow || cutBeside;
}).map((element) => element.cloneNode(false).outerHTML)`;

/** Texts that stand outside the window's width. */
const OUTSIDE = `[...document.querySelectorAll('body *')].filter((element) => {
  if (element.childElementCount > 0 || !element.textContent.trim() || !element.checkVisibility() || element.closest('.unseen, .skip, svg')) return false;
  const { left, right } = element.getBoundingClientRect();
  return left < -1 || right > document.documentElement.clientWidth + 1;
}).map((element) => element.outerHTML.slice(0, 100))`;

/** What does not fit the width or is cut off; nothing, if all is well. */
async function misfits(page: Page): Promise<string[]> {
  const width = await page.evaluate<number>(SIDEWAYS);
  const [cut, outside] = [await page.evaluate<string[]>(CUT), await page.evaluate<string[]>(OUTSIDE)];
  const { pathname, search } = new URL(page.url());
  const found = [...(width > 0 ? [`scrolls ${width} px sideways`] : []), ...cut.map((what) => `cut: ${what}`), ...outside];
  return found.map((what) => `${pathname}${search} ${what}`);
}

inBrowser('at 400 % a conversation fits the width, and the box to type in leaves most of the window to it', ZOOMED, async (page) => {
  await wholeConversation(page);
  expect(await misfits(page)).toEqual([]);
  const box = await page.locator('#composer').boundingBox();
  expect(box?.height).toBeLessThan(ZOOMED.viewport.height / 2);
});

inBrowser('at 400 % everything is reached with Tab and seen there', ZOOMED, async (page) => {
  await wholeConversation(page);
  const stops = await tabThrough(page);
  expect(stops.length).toBeGreaterThan(30);
  expect(stops.filter(({ shown }) => shown < 0.5)).toEqual([]);
});

inBrowser('at 400 % a long question leaves the conversation in sight', ZOOMED, async (page) => {
  await ask(page, 'stajı iptal');
  await page.fill('#text', 'iki stajım var '.repeat(40));
  const box = await page.locator('#composer').boundingBox();
  expect(box?.height).toBeLessThan(ZOOMED.viewport.height * 0.75);
});

inBrowser('at 400 % suggestions are told only where they are seen', ZOOMED, async (page) => {
  const searched = page.waitForResponse('**/ara');
  await page.locator('#text').pressSequentially('staj');
  await searched;
  await page.locator('#found button').first().waitFor({ state: 'attached' });
  const told = (await page.locator('#found-status').textContent()) !== '';
  expect({ told }).toEqual({ told: await page.locator('#found').isVisible() });
});

inBrowser('at 400 % every other page fits the width', { ...ZOOMED, at: null, expectedErrors: /404/ }, async (page) => {
  const found: string[] = [];
  for (const path of PAGES) {
    await page.goto(path);
    found.push(...(await misfits(page)));
  }
  expect(found).toEqual([]);
});

inBrowser('text set wider cuts nothing off, on any page', { ...PHONE, expectedErrors: /404/ }, async (page) => {
  await wholeConversation(page);
  await restyle(page, SPACED);
  const found = await misfits(page);
  for (const path of PAGES) {
    await page.goto(path);
    await restyle(page, SPACED);
    found.push(...(await misfits(page)));
  }
  expect(found).toEqual([]);
});

inBrowser('letters twice as large fit the width of a phone', PHONE, async (page) => {
  await restyle(page, 'html { font-size: 200% !important; }');
  await wholeConversation(page);
  expect(await misfits(page)).toEqual([]);
});

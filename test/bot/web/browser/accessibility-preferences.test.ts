import type { Page } from 'playwright-core';
import { fakeBot } from '../fake-bot.js';
import { inBrowser, PHONE, serve } from './harness.js';
import { ask } from './visitor.js';

serve(fakeBot);

/** Notes how each jump to a new turn was asked for. */
const NOTE_SCROLLS = `{
  window.scrolls = [];
  const { scrollIntoView } = Element.prototype;
  Element.prototype.scrollIntoView = function (options) {
    window.scrolls.push(options?.behavior ?? 'auto');
    return scrollIntoView.call(this, options);
  };
}`;

const MOVING = `[...document.querySelectorAll('*')].flatMap((element) => ['', '::before', '::after'].map((part) => getComputedStyle(element, part || null)))
  .filter(({ animationName, transitionDuration, scrollBehavior }) => animationName !== 'none' || !/^(0s(, )?)+$/.test(transitionDuration) || scrollBehavior === 'smooth').length`;

async function moving(page: Page): Promise<{ styles: number; scrolls: string[] }> {
  await page.addInitScript(NOTE_SCROLLS);
  await page.goto('/');
  await ask(page, 'stajı iptal');
  let styles = 0;
  await page.route('**/turn', async (route) => {
    await page.locator('.waiting').waitFor();
    styles = await page.evaluate(MOVING);
    await route.continue();
  });
  await ask(page, 'ağustos');
  return { styles, scrolls: [...new Set(await page.evaluate<string[]>('window.scrolls'))] };
}

inBrowser('nothing moves for whoever wants less motion', { at: null, reducedMotion: 'reduce' }, async (page) => {
  expect(await moving(page)).toEqual({ styles: 0, scrolls: ['auto'] });
});

inBrowser('for all others the dots breathe and the page glides', { at: null, reducedMotion: 'no-preference' }, async (page) => {
  const { styles, scrolls } = await moving(page);
  expect(styles).toBeGreaterThan(0);
  expect(scrolls).toEqual(['smooth']);
});

/** What cannot be told from the page around it once the browser chooses the colours: without a border of its own or around the row it is. */
const BORDERLESS = `[...document.querySelectorAll('button, .button, textarea, select, input:not([type=hidden])')].filter((target) => {
  if (!target.checkVisibility()) return false;
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const bordered = (element) => {
    const style = getComputedStyle(element);
    return ['Top', 'Bottom'].some((side) => parseFloat(style['border' + side + 'Width']) > 0 && style['border' + side + 'Style'] !== 'none' && style['border' + side + 'Color'] !== ground);
  };
  return !bordered(target) && !bordered(target.closest('li') ?? target) && !target.closest('.groups section, #found');
}).map((target) => target.outerHTML.slice(0, 100))`;

const forced = { ...PHONE, forcedColors: 'active' } as const;

inBrowser('in forced colours every button and field has a border', { ...forced, expectedErrors: /404/ }, async (page) => {
  for (const question of ['stajı iptal', 'iki staj', 'ağustos']) await ask(page, question);
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.open = true;
  });
  await page.locator('.thumb-no').first().click();
  await page.locator('.comment').waitFor();
  expect(await page.evaluate(BORDERLESS)).toEqual([]);
  for (const path of ['/s', '/s/iki-staj', '/paylas', '/yok']) {
    await page.goto(path);
    expect({ path, borderless: await page.evaluate(BORDERLESS) }).toEqual({ path, borderless: [] });
  }
});

inBrowser('in forced colours one sees that an answer is on its way', forced, async (page) => {
  let shown = { dot: '', ground: '' };
  await page.route('**/turn', async (route) => {
    await page.locator('.waiting i').first().waitFor();
    shown = await page.evaluate(`({
      dot: getComputedStyle(document.querySelector('.waiting i')).backgroundColor,
      ground: getComputedStyle(document.documentElement).backgroundColor,
    })`);
    await route.continue();
  });
  await ask(page, 'ağustos');
  expect(shown.dot).not.toBe('');
  expect(shown.dot).not.toBe(shown.ground);
});

inBrowser('in forced colours the keyboard is seen', forced, async (page) => {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const { outline, ground } = await page.evaluate<{ outline: string; ground: string }>(`({
    outline: getComputedStyle(document.activeElement).outlineColor,
    ground: getComputedStyle(document.documentElement).backgroundColor,
  })`);
  expect(outline).not.toBe(ground);
});

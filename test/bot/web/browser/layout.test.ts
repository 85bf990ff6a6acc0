import type { Page } from 'playwright-core';
import { fakeBot } from '../fake-bot.js';
import { inBrowser, SMALL_PHONE, serve } from './harness.js';
import { ask } from './visitor.js';

const WIDTHS = [320, 390, 1280];
const QUESTIONS = ['stajı iptal', 'iki staj', 'ağustos', 'staj', 'merhaba', 'ücret', 'x'.repeat(300)];
const PAGES = [
  '/s',
  '/s?ara=staj',
  '/s?ara=zzqx',
  '/s/staj-iptali',
  '/paylas',
  '/paylas/afis',
  '/gizlilik',
  '/kosullar',
  '/gomulu',
  '/yok',
];
const CONTROLS = 'button:visible, .button:visible, summary:visible, input:visible, textarea:visible, select:visible';

serve(fakeBot, { embedHosts: ['www.cok-uzun-adli-bir-universitenin-kariyer-merkezi.example.edu.tr'] });

for (const width of WIDTHS) {
  const options = { viewport: { width, height: 800 } };

  inBrowser(`no reply scrolls sideways, and every target is big enough, at ${width} px`, options, async (page) => {
    expect(await sidewaysScroll(page)).toBe(0);
    for (const question of QUESTIONS) await ask(page, question);
    for (const fold of await page.locator('summary').all()) await fold.click();
    await page.locator('.thumb-no').first().click();
    await page.locator('.comment').waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await smallTargets(page)).toEqual([]);
  });

  inBrowser(
    `no page scrolls sideways, and every target is big enough, at ${width} px`,
    { ...options, at: null, expectedErrors: /404.*\/yok/ },
    async (page) => {
      const found: object[] = [];
      for (const path of PAGES) {
        await page.goto(path);
        found.push({ path, scroll: await sidewaysScroll(page), small: await smallTargets(page) });
      }
      expect(found).toEqual(PAGES.map((path) => ({ path, scroll: 0, small: [] })));
    },
  );
}

inBrowser('the questions found fit above the box on a small phone', SMALL_PHONE, async (page) => {
  await page.locator('#text').pressSequentially('staj');
  await page.locator('#found button').first().waitFor();
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await smallTargets(page)).toEqual([]);
  expect((await page.locator('#found').boundingBox())?.y).toBeGreaterThanOrEqual(0);
});

inBrowser('letters twice as big scroll nothing sideways', { viewport: { width: 640, height: 800 } }, async (page) => {
  await page.evaluate("document.styleSheets[0].insertRule('html { font-size: 200% !important }', document.styleSheets[0].cssRules.length)");
  for (const question of QUESTIONS) await ask(page, question);
  expect(await sidewaysScroll(page)).toBe(0);
});

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Controls lower than a fingertip (44 px). */
function smallTargets(page: Page): Promise<string[]> {
  return page
    .locator(CONTROLS)
    .evaluateAll((targets) =>
      targets.filter((target) => target.getBoundingClientRect().height < 44).map((target) => target.outerHTML.slice(0, 120)),
    );
}

import type { Page } from 'playwright-core';
import { realBot } from '../../../real-bot.js';
import { inBrowser, onPhoneAndDesktop, serve } from './harness.js';
import { pagesOf } from './pdf.js';
import { ask, turns } from './visitor.js';

const QUESTION = 'bölümümüzde zorunlu staj yok, sigortayı biz mi yapacağız';
const LINK = `/?soru=${encodeURIComponent(QUESTION)}`;
const PRESSED = 'button:visible, input:visible, textarea:visible, select:visible';

serve(realBot);

onPhoneAndDesktop(
  'a faculty reads the answer it was sent, looks at the official question, and comes back to it',
  { at: LINK },
  async (page) => {
    expect(await turns(page).locator('.words').allTextContents()).toEqual([QUESTION]);
    expect(await turns(page).locator('.verdict .sentence').first().textContent()).toContain('üniversite tarafından ödenmelidir');
    await ask(page, 'liste nerede');

    await page.getByRole('link', { name: 'Bütün sorular' }).click();
    await page.getByRole('link', { name: 'Bölümde zorunlu staj yoksa sigorta' }).click();
    await page.waitForURL('**/s/zorunlu-staj-yok');
    expect(await page.locator('.document').textContent()).toContain('3308 sayılı Mesleki Eğitim Kanunu');
    expect(await page.locator('.source').textContent()).toContain('4. soru');

    await page.goBack();
    await page.goBack();
    await replies(page);
    expect(await turns(page).locator('.words').allTextContents()).toEqual([QUESTION, 'liste nerede']);
  },
);

inBrowser(
  'from the page of an official question the way leads to the bot, which answers it',
  { at: '/s/zorunlu-staj-yok' },
  async (page) => {
    const asked = await page.locator('.asked').textContent();
    await page.getByRole('link', { name: 'Bu soruyu bota sor' }).click();
    await replies(page);
    expect(await turns(page).locator('.words').allTextContents()).toEqual([asked]);
    expect(await turns(page).locator('.document').first().textContent()).toContain('3308 sayılı');
  },
);

inBrowser('on paper a conversation has nothing to press, and the official text stands open', { at: LINK }, async (page) => {
  await ask(page, 'kabul ettiğim stajı iptal etmek istiyorum');
  expect(await page.locator('.official .document').last().isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator(PRESSED).count()).toBe(0);
  expect(
    await page.locator('#composer:visible, .tools:visible, .fix:visible, .mail:visible, .restart:visible, .skip:visible').count(),
  ).toBe(0);
  expect(await page.locator('.official .document').last().isVisible()).toBe(true);
  expect(await page.locator('.words:visible').count()).toBe(2);
  expect(pagesOf(await page.pdf()).length).toBeGreaterThan(0);
});

inBrowser('on paper the page of an official question is its words and their source', { at: '/s/zorunlu-staj-yok' }, async (page) => {
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator(PRESSED).count()).toBe(0);
  expect(await page.locator('.ways:visible, .related:visible, nav:visible').count()).toBe(0);
  expect(await page.locator('h1').isVisible()).toBe(true);
  expect(await page.locator('.document').isVisible()).toBe(true);
  expect(await page.locator('.source').isVisible()).toBe(true);
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toHaveLength(1);
});

inBrowser('the button to print prints', { at: '/s/zorunlu-staj-yok' }, async (page) => {
  await page.evaluate('window.print = () => { window.printed = true; }');
  await page.getByRole('button', { name: 'Yazdır' }).click();
  expect(await page.evaluate('window.printed')).toBe(true);
});

/** A page that was gone back to has brought its conversation back. */
function replies(page: Page): Promise<void> {
  return turns(page).locator('.reply').first().waitFor();
}

import type { Page } from 'playwright-core';
import { realBot } from '../../../real-bot.js';
import { DESKTOP, inBrowser, onPhoneAndDesktop, PHONE, serve } from './harness.js';
import { turns } from './visitor.js';

const NO_SCRIPT = { javaScriptEnabled: false };

const site = serve(realBot);

onPhoneAndDesktop('without script a topic, a question and a button are answered, and the memory travels along', NO_SCRIPT, async (page) => {
  await page.locator('.welcome').getByRole('button', { name: 'İki ayrı staj' }).click();
  await said(page, 'İki ayrı staj');
  await send(page, 'kabul ettiğim stajı iptal etmek istiyorum');
  await said(page, 'kabul ettiğim stajı iptal etmek istiyorum');
  expect(await page.locator('.source').textContent()).toContain('9. soru');
  await page.locator('.official summary').click();
  expect(await page.locator('.official .document').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Mücbir sebep yok' }).click();
  await page.locator('.verdict').first().waitFor();
  expect((await memory(page)).facts).toMatchObject({ 'internship1.stage': 'accepted', 'internship1.reason': 'other' });
});

inBrowser('without script dates are asked for, sent and corrected', { ...PHONE, ...NO_SCRIPT }, async (page) => {
  await send(page, 'iki staj yapacağım, ilki 3-28 Ağustos');
  await page.getByLabel('2. staj, başlangıç').fill('2020-08-24');
  await page.getByLabel('2. staj, bitiş').fill('2020-09-18');
  await page.getByRole('button', { name: 'Gönder', exact: true }).first().click();
  await page.locator('.verdict-dates-overlap').waitFor();
  expect((await memory(page)).facts).toMatchObject({ 'internship1.from': '2020-08-03', 'internship2.to': '2020-09-18' });
  await page.locator('summary', { hasText: 'Düzelt 2. staj, tarihler' }).click();
  await page.getByLabel('2. staj, başlangıç').fill('2020-08-29');
  await page.locator('form:visible').getByRole('button', { name: 'Düzelt ve yeniden değerlendir' }).click();
  await page.locator('.verdict').first().waitFor();
  expect(await page.locator('.verdict-dates-overlap').count()).toBe(0);
});

inBrowser('without script a thumb and a word more are taken', { ...PHONE, ...NO_SCRIPT }, async (page) => {
  await send(page, 'kabul ettiğim stajı iptal etmek istiyorum');
  await page.getByRole('button', { name: 'Bu yanıt işinize yaradı mı? Hayır' }).click();
  await page.getByLabel('Neyi daha iyi yapabilirdik?').fill('Örnek eksik');
  await page.getByRole('button', { name: 'Notu gönder' }).click();
  await page.getByText('Notunuz alındı').waitFor();
  const question = 'kabul ettiğim stajı iptal etmek istiyorum';
  const rated = { channel: 'web', liked: false, question, reply: { kind: 'answer', entry: 'staj-iptali', outcomes: [] } };
  expect(site.feedback).toEqual([
    { ...rated, comment: '' },
    { ...rated, comment: 'Örnek eksik', addition: true },
  ]);
});

inBrowser('without script the link of an answer opens its page', { ...DESKTOP, ...NO_SCRIPT }, async (page) => {
  await send(page, 'kabul ettiğim stajı iptal etmek istiyorum');
  await page.getByRole('link', { name: 'Paylaş' }).first().click();
  await page.waitForURL('**/s/staj-iptali');
});

inBrowser('without script the search finds questions', { ...NO_SCRIPT, at: '/s' }, async (page) => {
  await page.getByRole('searchbox').fill('iptal');
  await page.getByRole('searchbox').press('Enter');
  await page.locator('.question-list a').first().click();
  await page.waitForURL('**/s/staj-iptali');
});

inBrowser(
  'without script the page to share from shows a topic, and no button that would do nothing',
  { ...NO_SCRIPT, at: '/paylas' },
  async (page) => {
    await page.getByLabel('Ne paylaşılacak?').selectOption('Kabul edilen stajın iptali');
    await page.getByRole('button', { name: 'Göster' }).click();
    expect(await page.locator('.piece pre').first().textContent()).toBe(`${site.address}/s/staj-iptali`);
    expect(await page.locator('button:visible').allTextContents()).toEqual(['Göster']);
    await page.getByRole('link', { name: 'Afişi aç' }).click();
    await page.locator('.sheet .qr').waitFor();
    expect(await page.locator('button:visible').count()).toBe(0);
  },
);

inBrowser('without script "Yeni konuşma" begins a new one', NO_SCRIPT, async (page) => {
  await send(page, 'liste nerede');
  await page.getByRole('link', { name: 'Yeni konuşma' }).click();
  await page.locator('.welcome').waitFor();
  expect(await turns(page).count()).toBe(0);
});

async function send(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Sorunuz' }).fill(text);
  await page.locator('#composer').getByRole('button', { name: 'Gönder' }).click();
}

async function said(page: Page, words: string): Promise<void> {
  await page.locator('.words', { hasText: words }).waitFor();
}

async function memory(page: Page): Promise<{ facts: Record<string, string> }> {
  return JSON.parse((await turns(page).getAttribute('data-memory')) ?? '');
}

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { realBot } from '../../../real-bot.js';
import { CLIPBOARD, copied } from './clipboard.js';
import { DESKTOP, inBrowser, onPhoneAndDesktop, serve } from './harness.js';
import { pagesOf } from './pdf.js';
import { readQrCode } from './qr-code.js';

const site = serve(realBot);
const TOPIC = 'Kabul edilen stajın iptali';
const ADDRESS = '/s/staj-iptali';
/** In the sandbox of jest a PNG takes its time. */
const PATIENCE_MS = 25_000;

onPhoneAndDesktop('a career centre takes along the link and the texts of a topic', { ...CLIPBOARD, at: '/paylas' }, async (page) => {
  await page.getByLabel('Ne paylaşılacak?').selectOption(TOPIC);
  await page.getByRole('button', { name: 'Göster' }).click();
  await page.waitForURL('**/paylas?konu=staj-iptali');
  const texts: string[] = [];
  for (const piece of await page.locator('.piece', { has: page.locator('[data-copy]') }).all()) {
    await piece.getByRole('button', { name: 'Kopyala' }).click();
    await piece.getByRole('button', { name: 'Kopyalandı' }).waitFor();
    texts.push(await copied(page));
    expect(texts.at(-1)).toBe(await piece.locator('pre').textContent());
  }
  const [link, ...others] = texts;
  expect(link).toBe(site.address + ADDRESS);
  const [mail, whatsapp, teams, widget] = others;
  for (const text of [mail, whatsapp, teams]) expect(text).toContain(site.address + ADDRESS);
  expect(widget).toBe(`<script src="${site.address}/widget.js" defer></script>`);
});

inBrowser('the links that open the texts elsewhere carry them', { at: `/paylas?konu=staj-iptali` }, async (page) => {
  const texts = await page.locator('.piece pre').allTextContents();
  const addresses = await page.locator('.piece a[rel=noopener]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const [mail, whatsapp, teams] = addresses.map((address) => new URL(address ?? ''));
  expect(mail?.protocol).toBe('mailto:');
  expect(mail?.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(texts[1]);
  expect(mail?.searchParams.get('subject')).toContain(TOPIC);
  expect(whatsapp?.searchParams.get('text')).toBe(texts[2]);
  expect(teams?.searchParams.get('href')).toBe(site.address + ADDRESS);
  expect(teams?.searchParams.get('msgText')).toBe(texts[3]);
});

inBrowser('the QR code comes as SVG, and leads to the topic', { ...DESKTOP, at: '/paylas?konu=staj-iptali' }, async (page) => {
  expect(readQrCode(await page.locator('.qr').screenshot())).toBe(site.address + ADDRESS);
  const { name, content } = await downloaded(page, page.getByRole('link', { name: 'SVG indir' }));
  expect(name).toBe('karekod-staj-iptali.svg');
  await page.setViewportSize({ width: 400, height: 400 });
  await page.setContent(content.toString());
  expect(readQrCode(await page.locator('svg').screenshot())).toBe(site.address + ADDRESS);
});

inBrowser('the QR code comes as PNG, and leads to the topic', { ...DESKTOP, at: '/paylas?konu=staj-iptali' }, async (page) => {
  const { name, content } = await downloaded(page, page.getByRole('link', { name: 'PNG indir' }));
  expect(name).toBe('karekod-staj-iptali.png');
  expect(readQrCode(content)).toBe(site.address + ADDRESS);
});

inBrowser('the poster of the topic opens, and its QR code leads there', { ...DESKTOP, at: '/paylas?konu=staj-iptali' }, async (page) => {
  await page.getByRole('link', { name: 'Afişi aç' }).click();
  await page.waitForURL('**/paylas/afis?konu=staj-iptali');
  expect(await page.locator('.sheet h1').textContent()).toBe(TOPIC);
  expect(await page.locator('.sheet-address').textContent()).toBe(site.address.replace('http://', '') + ADDRESS);
  expect(readQrCode(await page.locator('.sheet .qr').screenshot())).toBe(site.address + ADDRESS);
});

inBrowser('every poster fits one sheet of A4, and nothing of it is cut off', { at: null }, async (page) => {
  const topics = (await realBot()).knowledge.entries.map(({ id }) => `?konu=${id}`);
  for (const topic of ['', ...topics]) {
    await page.goto(`/paylas/afis${topic}`);
    const pages = pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect({ topic, pages: pages.map((sides) => sides.map(Math.round)) }).toEqual({ topic, pages: [[595, 842]] });
    await page.emulateMedia({ media: 'print' });
    const { content, sheet } = await page
      .locator('.sheet')
      .evaluate(({ scrollHeight, clientHeight }) => ({ content: scrollHeight, sheet: clientHeight }));
    expect({ topic, cut: content > sheet }).toEqual({ topic, cut: false });
    await page.emulateMedia({ media: null });
  }
});

onPhoneAndDesktop('all official questions are listed, and the search finds the one that is meant', { at: '/s' }, async (page) => {
  const { entries } = (await realBot()).knowledge;
  expect(await page.locator('.question-list a').count()).toBe(entries.length);
  await search(page, 'iptal etmek');
  expect(await page.locator('h2').textContent()).toBe('“\u2068iptal etmek\u2069” için bulunanlar');
  expect(await page.getByRole('searchbox').inputValue()).toBe('iptal etmek');
  await page.locator('.question-list a').first().click();
  await page.waitForURL(`**${ADDRESS}`);
});

inBrowser('a search that finds nothing says so, and leads to the list and to the bot', { at: '/s' }, async (page) => {
  await search(page, 'zzqx <b>');
  expect(await page.locator('h2').textContent()).toContain('“\u2068zzqx <b>\u2069” sözleriyle bir soru bulunamadı');
  expect(await page.locator('.question-list').count()).toBe(0);
  await page.getByRole('link', { name: 'Bu soruyu bota sor' }).click();
  expect(await page.locator('.turn .words').textContent()).toBe('zzqx <b>');
  await page.goBack();
  await page.getByRole('link', { name: 'Bütün soruları göster' }).click();
  await page.locator('.question-list').first().waitFor();
});

inBrowser('a page that is not there offers a search that works', { at: '/s/yok', expectedErrors: /404.*\/s\/yok/ }, async (page) => {
  expect(await page.locator('h1').textContent()).toBe('Sayfa bulunamadı');
  await search(page, 'liste');
  expect(await page.locator('.question-list a').first().textContent()).toContain('Staja kabul edilenlerin listesi');
});

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await page.getByRole('button', { name: 'Ara' }).click();
  await page.waitForURL('**/s?ara=*');
}

async function downloaded(page: Page, link: Locator): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE_MS }), link.click()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

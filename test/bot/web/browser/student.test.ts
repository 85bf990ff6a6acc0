import type { FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { loadBot } from '../../../bot/bot.js';
import { createWebServer } from '../../../bot/web/server.js';
import { launchBrowser } from '../../browser.js';

let server: FastifyInstance | undefined;
let browser: Browser | null;
let address: string;

beforeAll(async () => {
  server = await createWebServer({ bot: await loadBot(), production: false });
  address = await server.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('a student types a question on a phone and sees the answer with its source', async () => {
  if (!browser) return;
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  expect(await page.locator('.welcome button').count()).toBeGreaterThan(0);

  await page.fill('#text', 'kabul ettiğim stajı iptal etmek istiyorum');
  await page.press('#text', 'Enter');
  await page.locator('.turn .reply .official').first().waitFor();
  expect(await page.locator('.turn .source').first().textContent()).toContain('Sıkça Sorulan Sorular');
  await page.locator('.turn summary').first().click();
  expect(await page.locator('.turn .document').first().textContent()).toContain('Mücbir bir sebep olmadıkça');

  await page.fill('#text', '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var');
  await page.press('#text', 'Enter');
  const verdict = page.locator('.turn:nth-of-type(2) .verdict-dates-overlap');
  await verdict.waitFor();
  expect(await verdict.locator('.sentence').textContent()).toMatch(/24\D+28 Ağustos/);
  expect(await verdict.locator('blockquote').first().textContent()).toContain('en fazla 2 staj');
}, 60_000);

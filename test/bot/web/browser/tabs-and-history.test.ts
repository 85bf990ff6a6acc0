import type { Page } from 'playwright-core';
import { realBot } from '../../../real-bot.js';
import { inBrowser, serve } from './harness.js';
import { ask, replied, turns } from './visitor.js';

const LIST = 'kabul edilenlerin listesi nerede';
const CANCEL = 'kabul ettiğim stajı iptal etmek istiyorum';
const LINK = `/?soru=${encodeURIComponent(CANCEL)}`;
const MARKUP = '<b id="pwned">x</b><img src=x onerror="window.pwned=1">';

serve(realBot);

inBrowser('two tabs hold two conversations', {}, async (page, context) => {
  const other = await context.newPage();
  await other.goto('/');
  await ask(page, LIST);
  await ask(other, CANCEL);
  await other.fill('#text', 'yarım');
  await Promise.all([page.reload(), other.reload()]);
  expect(await said(page)).toEqual([LIST]);
  expect(await said(other)).toEqual([CANCEL]);
  expect(await page.inputValue('#text')).toBe('');
  await other.getByRole('link', { name: 'Yeni konuşma' }).click();
  await page.reload();
  expect(await said(page)).toEqual([LIST]);
});

inBrowser('a link with a question opens answered, goes on, and stands after a reload', { at: LINK }, async (page) => {
  expect(await said(page)).toEqual([CANCEL]);
  await ask(page, LIST);
  await page.reload();
  expect(await said(page)).toEqual([CANCEL, LIST]);
});

inBrowser('back and forward between a conversation and a link each shows its own', {}, async (page) => {
  await ask(page, LIST);
  await page.goto(LINK);
  await replied(page, 1);
  expect(await said(page)).toEqual([CANCEL]);
  await page.goBack();
  await replied(page, 1);
  expect(await said(page)).toEqual([LIST]);
  await page.goForward();
  await replied(page, 1);
  expect(await said(page)).toEqual([CANCEL]);
});

inBrowser('a link is answered afresh where nothing was asked before, whatever the tab talked about', {}, async (page) => {
  await ask(page, '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var');
  await page.goto(LINK);
  const turn = await replied(page, 1);
  expect(JSON.parse((await turn.getAttribute('data-memory')) ?? '').facts).toEqual({ 'internship1.stage': 'accepted' });
});

inBrowser('"Yeni konuşma" begins a new one also where a link was opened after another conversation', {}, async (page) => {
  await ask(page, LIST);
  await page.goto(LINK);
  await page.getByRole('link', { name: 'Yeni konuşma' }).click();
  await page.waitForURL((url) => url.search === '');
  await page.locator('.welcome').waitFor();
  expect(await said(page)).toEqual([]);
});

inBrowser('after "Yeni konuşma" the back button brings nothing back', {}, async (page) => {
  await page.goto('/s');
  await page.goto('/');
  await ask(page, CANCEL);
  await page.getByRole('link', { name: 'Yeni konuşma' }).click();
  await page.locator('.welcome').waitFor();
  expect(await said(page)).toEqual([]);
  await page.goBack();
  expect(await said(page)).toEqual([]);
});

inBrowser('what the conversation knows is still known after a reload', {}, async (page) => {
  await ask(page, '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var');
  await page.reload();
  const turn = await ask(page, 'ikincisi 29 ağustosta başlarsa');
  expect(await turn.locator('.verdict').first().textContent()).toContain('çakışmıyor');
});

inBrowser('a correction opened before a reload still works after it', {}, async (page) => {
  await ask(page, '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var');
  await page.reload();
  await page.locator('summary', { hasText: 'Düzelt 2. staj, tarihler' }).click();
  await page.getByLabel('2. staj, başlangıç').fill('2020-08-29');
  await page.locator('.fix form:visible button').click();
  const turn = await replied(page, 2);
  expect(await turn.locator('.verdict').first().textContent()).toContain('çakışmıyor');
});

inBrowser('a thumb given stays given after a reload', {}, async (page) => {
  await ask(page, CANCEL);
  await page.locator('.thumb-yes').click();
  await page.locator('.comment').waitFor();
  await page.reload();
  expect(await page.locator('.thumb').count()).toBe(0);
});

inBrowser('markup in a question stays text, in the log, after a reload and in a link', {}, async (page) => {
  await ask(page, MARKUP);
  expect(await said(page)).toEqual([MARKUP]);
  await page.reload();
  expect(await said(page)).toEqual([MARKUP]);
  await page.goto(`/?soru=${encodeURIComponent(MARKUP)}`);
  expect(await said(page)).toEqual([MARKUP]);
  await page.goto(`/s?ara=${encodeURIComponent(MARKUP)}`);
  expect(await page.getByRole('searchbox').inputValue()).toBe(MARKUP);
  expect(await page.locator('#pwned').count()).toBe(0);
  expect(await page.evaluate('window.pwned')).toBeUndefined();
});

function said(page: Page): Promise<string[]> {
  return turns(page).locator('.words').allTextContents();
}

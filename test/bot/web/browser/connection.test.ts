import type { Page } from 'playwright-core';
import { fakeBot } from '../fake-bot.js';
import { inBrowser, PHONE, serve } from './harness.js';
import { ask, replied, turns } from './visitor.js';

const OFFLINE = { expectedErrors: /ERR_INTERNET_DISCONNECTED/ };
const SCRIPT = '**/assets/chat.*.js';

const site = serve(fakeBot);

inBrowser('without a network nothing typed is lost, and its return brings the answer', { ...PHONE, ...OFFLINE }, async (page, context) => {
  await ask(page, 'merhaba');
  await context.setOffline(true);
  await send(page, 'stajı iptal');
  await page.getByRole('alert').waitFor();
  expect(await page.inputValue('#text')).toBe('stajı iptal');
  await context.setOffline(false);
  await replied(page, 2);
  expect(await turns(page).locator('.words').allTextContents()).toEqual(['merhaba', 'stajı iptal']);
  expect(await page.inputValue('#text')).toBe('');
  expect(await page.getByRole('alert').count()).toBe(0);
});

inBrowser('what is typed while the network is away stays when its return brings the answer', OFFLINE, async (page, context) => {
  await context.setOffline(true);
  await send(page, 'stajı iptal');
  await page.getByRole('alert').waitFor();
  await page.fill('#text', 'iki st');
  await context.setOffline(false);
  await replied(page, 1);
  expect(await page.inputValue('#text')).toBe('iki st');
});

inBrowser('a question that got no answer is still in the box after a reload', { expectedErrors: /500/ }, async (page) => {
  await page.route('**/turn', (route) => route.fulfill({ status: 500 }), { times: 1 });
  await send(page, 'stajı iptal');
  await page.getByRole('alert').waitFor();
  await page.reload();
  expect(await page.inputValue('#text')).toBe('stajı iptal');
});

inBrowser('after an error of the server the button to try again brings the answer, once', { expectedErrors: /500/ }, async (page) => {
  await page.route('**/turn', (route) => route.fulfill({ status: 500 }), { times: 2 });
  await send(page, 'stajı iptal');
  const again = page.getByRole('button', { name: 'Yeniden dene' });
  await again.click();
  await page.locator('.failed').waitFor();
  await again.click();
  await replied(page, 1);
  expect(await turns(page).count()).toBe(1);
  expect(await again.count()).toBe(0);
});

inBrowser('a reply that is no turn is an error like any other', {}, async (page) => {
  await page.route('**/turn', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Oturum açın</h1>' }), { times: 1 });
  await send(page, 'stajı iptal');
  await page.getByRole('button', { name: 'Yeniden dene' }).click();
  await replied(page, 1);
});

inBrowser('a button whose answer failed is pressed again with what it said', { expectedErrors: /500/ }, async (page) => {
  const asked = await ask(page, 'stajı iptal');
  await page.route('**/turn', (route) => route.fulfill({ status: 500 }), { times: 1 });
  await asked.getByRole('button', { name: 'Evet, kabul ettim' }).click();
  await page.getByRole('button', { name: 'Yeniden dene' }).click();
  const turn = await replied(page, 2);
  expect(await turn.locator('.words').textContent()).toBe('Evet, kabul ettim');
  expect(await turn.getAttribute('data-memory')).toContain('"internship1.stage":"accepted"');
});

inBrowser('a thumb that did not arrive stays, and can be pressed again', { expectedErrors: /500/ }, async (page) => {
  const turn = await ask(page, 'stajı iptal');
  await page.route('**/geri-bildirim', (route) => route.fulfill({ status: 500 }), { times: 1 });
  const thumb = turn.getByRole('button', { name: 'Bu yanıt işinize yaradı mı? Evet' });
  await thumb.click();
  await turn.getByRole('alert').waitFor();
  expect(site.feedback).toEqual([]);
  await thumb.click();
  await turn.getByText('Teşekkürler').waitFor();
  expect(site.feedback.map(({ liked }) => liked)).toEqual([true]);
});

inBrowser('on a slow network dots tell that the answer is on its way', PHONE, async (page, context) => {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 700,
    downloadThroughput: 20_000,
    uploadThroughput: 20_000,
  });
  await send(page, 'stajı iptal');
  await page.locator('.turn .waiting').waitFor();
  expect(await page.locator('.waiting').textContent()).toContain('Yanıt hazırlanıyor');
  await replied(page, 1);
  expect(await page.locator('.waiting').count()).toBe(0);
});

inBrowser('on a fast network there are no dots to flicker', { at: null }, async (page) => {
  await page.addInitScript(`document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(() => { window.dots ||= document.querySelector('.turn .waiting') !== null; })
      .observe(document.getElementById('log'), { childList: true, subtree: true });
  })`);
  await page.goto('/');
  await ask(page, 'stajı iptal');
  expect(await page.evaluate('window.dots')).toBe(false);
});

inBrowser('before its script arrives the page answers, and the script takes over what is there', { ...PHONE, at: null }, async (page) => {
  const arrive = await holdScript(page);
  await page.goto('/', { waitUntil: 'commit' });
  await page.fill('#text', 'stajı iptal');
  await page.locator('#composer').getByRole('button', { name: 'Gönder' }).click();
  await replied(page, 1);
  arrive();
  await page.waitForLoadState('load');
  await page.evaluate('window.stayed = true');
  await ask(page, 'iki staj');
  expect(await page.evaluate('window.stayed')).toBe(true);
  expect(await turns(page).locator('.words').allTextContents()).toEqual(['stajı iptal', 'iki staj']);
});

inBrowser('what was typed before the script arrived is still there afterwards', { at: null }, async (page) => {
  const arrive = await holdScript(page);
  await page.goto('/', { waitUntil: 'commit' });
  await page.fill('#text', 'stajı ip');
  arrive();
  await page.waitForLoadState('load');
  expect(await page.inputValue('#text')).toBe('stajı ip');
});

inBrowser('if the script never arrives the page still answers', { at: null, expectedErrors: /ERR_FAILED/ }, async (page) => {
  await page.route(SCRIPT, (route) => route.abort());
  await page.goto('/');
  await page.fill('#text', 'stajı iptal');
  await page.locator('#composer').getByRole('button', { name: 'Gönder' }).click();
  await replied(page, 1);
  await page.getByRole('button', { name: 'Evet, kabul ettim' }).click();
  await page.locator('.verdict').first().waitFor();
});

inBrowser('a question half typed outlives a reload, and one that was sent does not come back', {}, async (page) => {
  await page.fill('#text', 'stajı ip');
  await page.reload();
  expect(await page.inputValue('#text')).toBe('stajı ip');
  await page.press('#text', 'Enter');
  await replied(page, 1);
  await page.reload();
  expect(await page.inputValue('#text')).toBe('');
});

async function send(page: Page, text: string): Promise<void> {
  await page.fill('#text', text);
  await page.press('#text', 'Enter');
}

/** Lets the script wait on the way; gives what lets it through. */
async function holdScript(page: Page): Promise<() => void> {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(SCRIPT, async (route) => {
    await arrived;
    await route.continue();
  });
  return arrive;
}

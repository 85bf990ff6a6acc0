import type { Page, Request } from 'playwright-core';
import { realBot } from '../../../real-bot.js';
import { inBrowser, onPhoneAndDesktop, serve } from './harness.js';
import { replied, turns } from './visitor.js';

const LONG = 'stajımı iptal etmek istiyorum çünkü işveren tarihleri değiştirdi ve yeni tarihler derslerime denk geliyor';

serve(realBot);

onPhoneAndDesktop('questions that fit come while somebody types, and choosing one asks it', {}, async (page) => {
  await type(page, 'iptal');
  const offered = found(page).getByRole('button');
  await offered.first().waitFor();
  expect(await offered.count()).toBeLessThanOrEqual(3);
  expect(await found(page).getByRole('status').or(page.locator('#found-status')).textContent()).toContain('uyan sorular bulundu');
  await offered.filter({ hasText: 'Kabul edilen stajın iptali' }).click();
  const turn = await replied(page, 1);
  expect(await turn.locator('.words').textContent()).toBe('Kabul edilen stajın iptali');
  expect(await turn.locator('.source').textContent()).toContain('9. soru');
  expect(await page.inputValue('#text')).toBe('');
  expect(await found(page).isVisible()).toBe(false);
});

inBrowser('they lie over the page, so that the box does not move', {}, async (page) => {
  await type(page, 'ip');
  const before = await page.locator('#text').boundingBox();
  await type(page, 'tal');
  await found(page).waitFor();
  expect(await page.locator('#text').boundingBox()).toEqual(before);
});

inBrowser('they vanish when the question is sent', {}, async (page) => {
  await type(page, 'iptal');
  await found(page).waitFor();
  await page.press('#text', 'Enter');
  await found(page).waitFor({ state: 'hidden' });
  const turn = await replied(page, 1);
  expect(await turn.locator('.words').textContent()).toBe('iptal');
});

inBrowser('they vanish with Escape, and what was typed stays', {}, async (page) => {
  await type(page, 'iptal');
  await found(page).waitFor();
  await page.press('#text', 'Escape');
  await found(page).waitFor({ state: 'hidden' });
  expect(await page.inputValue('#text')).toBe('iptal');
  expect(await page.locator('#found-status').textContent()).toBe('');
});

inBrowser('they vanish when nothing fits any more', {}, async (page) => {
  await type(page, 'iptal');
  await found(page).waitFor();
  await type(page, ' zzqx wwqk');
  await page.fill('#text', 'zzqx wwqk');
  await found(page).waitFor({ state: 'hidden' });
});

inBrowser('two letters say nothing yet, and a long text tells a case: neither is looked for', {}, async (page) => {
  const searches: (string | null)[] = [];
  page.on('request', (request) => request.url().endsWith('/ara') && searches.push(request.postData()));
  await type(page, 'ip');
  await page.fill('#text', LONG);
  await page.fill('#text', 'staj');
  await found(page).waitFor();
  expect(searches).toEqual(['text=staj']);
  await page.fill('#text', LONG);
  await found(page).waitFor({ state: 'hidden' });
});

inBrowser('what comes back for an older text does not replace what fits the newer one', {}, async (page) => {
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/ara', async (route) => {
    if (route.request().postData() === 'text=iptal') await held;
    await route.continue().catch(() => undefined);
  });
  await Promise.all([page.waitForRequest('**/ara'), type(page, 'iptal')]);
  const over = searchOver(page, 'text=iptal');
  await page.fill('#text', 'liste');
  await found(page).getByRole('button', { name: 'Staja kabul edilenlerin listesi' }).waitFor();
  const offered = await found(page).textContent();
  answer();
  await over;
  expect(await found(page).textContent()).toBe(offered);
});

inBrowser('what comes back after the question was sent does not open', {}, async (page) => {
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/ara', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await Promise.all([page.waitForRequest('**/ara'), type(page, 'iptal')]);
  const over = searchOver(page, 'text=iptal');
  await page.press('#text', 'Enter');
  await replied(page, 1);
  answer();
  await over;
  expect(await found(page).isVisible()).toBe(false);
});

inBrowser('no address that is asked for holds what was typed', {}, async (page) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  await type(page, 'gizlim iptal');
  await found(page).waitFor();
  await page.press('#text', 'Enter');
  await replied(page, 1);
  expect(addresses.some((address) => address.endsWith('/ara'))).toBe(true);
  expect(addresses.filter((address) => /gizlim|iptal/.test(address))).toEqual([]);
  expect(decodeURIComponent(page.url())).not.toMatch(/gizlim|iptal/);
});

inBrowser('a search that fails is not missed', { expectedErrors: /500/ }, async (page) => {
  await page.route('**/ara', (route) => route.fulfill({ status: 500 }), { times: 1 });
  await Promise.all([page.waitForResponse('**/ara'), type(page, 'iptal')]);
  expect(await page.getByRole('alert').count()).toBe(0);
  await type(page, ' e');
  await found(page).waitFor();
  expect(await turns(page).count()).toBe(0);
});

/** When a search has been given up or its answer has been dealt with. */
async function searchOver(page: Page, typed: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = (request: Request): void => {
      if (request.postData() === typed) resolve();
    };
    page.on('requestfinished', end);
    page.on('requestfailed', end);
  });
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 50))');
}

/** Types at the end of what stands in the box, key by key. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator('#text').pressSequentially(text);
}

function found(page: Page) {
  return page.locator('#found');
}

import type { Page } from 'playwright-core';
import { realBot } from '../../../real-bot.js';
import { faults } from './axe.js';
import { DESKTOP, inBrowser, PHONE, serve } from './harness.js';
import { ask, turns } from './visitor.js';

const CANCEL = 'kabul ettiğim stajı iptal etmek istiyorum';
const OVERLAP = '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var';
const UNDATED = 'iki stajım var tarihleri çakışıyor mu acaba';
const VAGUE = 'işveren';
const UNANSWERED = 'staj ücreti ne kadar';

serve(realBot);

/** How a page is looked at. */
const BY_DAY = { ...PHONE, colorScheme: 'light' } as const;
const BY_NIGHT = { ...DESKTOP, colorScheme: 'dark' } as const;
const VIEWS = [BY_DAY, BY_NIGHT];

/** Looks at a page in each state it comes into; each fault is told once, with the first state that had it. */
function observer(page: Page) {
  const seen = new Map<string, string>();
  const look = async (state: string, views: readonly (typeof VIEWS)[number][] = VIEWS): Promise<void> => {
    for (const { viewport, colorScheme } of views) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      for (const fault of await faults(page)) if (!seen.has(fault)) seen.set(fault, `${state}, ${colorScheme}`);
    }
  };
  return { look, found: () => [...seen].map(([fault, state]) => `${state}: ${fault}`) };
}

async function unfold(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.open = true;
  });
}

inBrowser('axe finds nothing on the chat page, from the welcome to an answer that did not help', {}, async (page) => {
  const { look, found } = observer(page);
  await look('welcome');
  await page.locator('#text').pressSequentially('staj ipt');
  await page.locator('#found').waitFor();
  await look('suggestions while typing');
  const answer = await ask(page, CANCEL);
  await unfold(page);
  await look('answer');
  await answer.locator('.thumb-no').click();
  await answer.locator('.comment').waitFor();
  await look('after a thumb');
  await answer.locator('.comment textarea').fill('kısa olsun');
  await answer.locator('.comment button').click();
  await answer.locator('p.feedback').waitFor();
  await look('after a word more');
  expect(found()).toEqual([]);
});

inBrowser('axe finds nothing in a decided case with everything open, and in a question for dates', {}, async (page) => {
  const { look, found } = observer(page);
  await ask(page, UNDATED);
  expect(await page.locator('.turn:last-child .question input[type=date]').count()).toBe(4);
  await look('dates');
  const decided = await ask(page, OVERLAP);
  await unfold(page);
  expect(await decided.locator('.verdict, .fix[open], .mail[open]').count()).toBeGreaterThanOrEqual(3);
  await look('verdict');
  expect(found()).toEqual([]);
});

const offline = { expectedErrors: /ERR_INTERNET_DISCONNECTED/ };
inBrowser('axe finds nothing where there is no one answer, while waiting and without a network', offline, async (page, context) => {
  const { look, found } = observer(page);
  await ask(page, VAGUE);
  await page.locator('.reply-suggestions').waitFor();
  await look('short list');
  await ask(page, UNANSWERED);
  await page.locator('.reply-none').waitFor();
  await look('no answer');
  let release = (): void => undefined;
  await page.route('**/turn', async (route) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    await route.continue();
  });
  await page.fill('#text', CANCEL);
  await page.press('#text', 'Enter');
  await page.locator('.waiting').waitFor();
  await look('waiting');
  release();
  await turns(page).nth(2).locator('.reply').waitFor();
  await page.unroute('**/turn');
  await context.setOffline(true);
  await page.fill('#text', CANCEL);
  await page.press('#text', 'Enter');
  await page.locator('.failure').waitFor();
  await look('failed');
  expect(found()).toEqual([]);
});

/** What a form brings without script. */
async function post(page: Page, path: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(`(() => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: '${path}' });
    for (const [name, value] of Object.entries(${JSON.stringify(fields)}))
      form.append(Object.assign(document.createElement('input'), { name, value }));
    document.body.append(form);
    form.submit();
  })()`);
}

inBrowser('axe finds nothing on the pages that forms bring without script', {}, async (page) => {
  const { look, found } = observer(page);
  await post(page, '/', { text: OVERLAP });
  await page.locator('.verdict').first().waitFor();
  await unfold(page);
  await look('answered by a form');
  await post(page, '/geri-bildirim', { liked: 'yes' });
  await page.locator('.reading .comment').waitFor();
  await look('thanks for a thumb');
  await post(page, '/geri-bildirim', { liked: 'yes', comment: 'kısa olsun' });
  await page.locator('.reading p.feedback').waitFor();
  await look('thanks for a word more');
  expect(found()).toEqual([]);
});

inBrowser('axe finds nothing in the list of questions and in a search', { at: null }, async (page) => {
  const { look, found } = observer(page);
  for (const path of ['/s', '/s?ara=sigorta', '/s?ara=zzz']) {
    await page.goto(path);
    await look(path);
  }
  expect(found()).toEqual([]);
});

inBrowser('axe finds nothing on the page of any question', { at: null }, async (page) => {
  const { look, found } = observer(page);
  const { knowledge } = await realBot();
  for (const [index, { id }] of knowledge.entries.entries()) {
    await page.goto(`/s/${id}`);
    await look(id, [index % 2 === 0 ? BY_DAY : BY_NIGHT]);
  }
  expect(found()).toEqual([]);
});

inBrowser('axe finds nothing on the pages to share from', { at: null }, async (page) => {
  const { look, found } = observer(page);
  for (const path of ['/paylas', '/paylas?konu=iki-staj', '/paylas/afis', '/paylas/afis?konu=iki-staj', '/paylas/onizleme']) {
    await page.goto(path);
    await look(path);
  }
  expect(found()).toEqual([]);
});

inBrowser('axe finds nothing on any other page', { at: null, expectedErrors: /404/ }, async (page) => {
  const { look, found } = observer(page);
  for (const path of ['/gizlilik', '/kosullar', '/yok', '/gomulu', `/?soru=${encodeURIComponent(CANCEL)}`]) {
    await page.goto(path);
    await look(path);
  }
  expect(found()).toEqual([]);
});

inBrowser('axe does find what is wrong, so that its silence means something', { at: '/gizlilik' }, async (page) => {
  const { look, found } = observer(page);
  await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend', '<h4>x</h4><button></button><img src="data:,">')`);
  await look('spoiled');
  expect(found().map((fault) => fault.split(': ')[1])).toEqual(expect.arrayContaining(['heading-order', 'button-name', 'image-alt']));
});

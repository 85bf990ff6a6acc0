import type { Page } from 'playwright-core';
import { fakeBot } from '../fake-bot.js';
import { inBrowser, serve } from './harness.js';
import { ask, turns } from './visitor.js';

const known = fakeBot().knowledge.entries.map(({ id }) => `/s/${id}`);
const PAGES = [
  '/',
  '/gomulu',
  '/?soru=a%C4%9Fustos',
  '/s',
  '/s?ara=staj',
  ...known,
  '/paylas',
  '/paylas/afis',
  '/gizlilik',
  '/kosullar',
  '/yok',
];

serve(fakeBot);

interface Structure {
  readonly language: string;
  readonly title: string;
  /** Levels of its headings, in order. */
  readonly headings: readonly number[];
}

/** Every page as the server sends it, read in one go. */
function structures(page: Page): Promise<Structure[]> {
  return page.evaluate(`Promise.all(${JSON.stringify(PAGES)}.map(async (path) => {
    const response = await fetch(path, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const headings = [...page.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) => Number(tagName[1]));
    return { language: page.documentElement.lang, title: page.title, headings };
  }))`);
}

const missing = { expectedErrors: /404/ };

inBrowser('every page says that it is Turkish, and what it is', missing, async (page) => {
  const all = await structures(page);
  expect(all.map(({ language }) => language)).toEqual(PAGES.map(() => 'tr'));
  expect(all.filter(({ title }) => title.trim() === '')).toEqual([]);
  const reading = all.filter((_, index) => PAGES[index]?.startsWith('/s/'));
  expect(new Set(reading.map(({ title }) => title)).size).toBe(known.length);
});

inBrowser('every page has one heading of the first level, and none that skips a level', missing, async (page) => {
  const wrong = (await structures(page)).flatMap(({ headings }, index) => {
    const tops = headings.filter((level) => level === 1).length;
    const skips = headings.filter((level, at) => level > (headings[at - 1] ?? 0) + 1);
    return tops === 1 && skips.length === 0 ? [] : [`${PAGES[index]}: ${headings.join(' ')}`];
  });
  expect(wrong).toEqual([]);
});

/**
 * What a screen reader is given to say: text put into the log while it is polite, without what is silenced inside it. Each addition is
 * one entry, in order.
 */
const LISTEN = `{
  window.heard = [];
  const silent = '[aria-live=off], [hidden], style, script';
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target.nodeType !== 1 || target.closest('[aria-live]')?.ariaLive !== 'polite') continue;
      for (const node of addedNodes) {
        if (node.nodeType !== 1 || node.matches(silent)) continue;
        const said = node.cloneNode(true);
        for (const part of said.querySelectorAll(silent)) part.remove();
        if (said.textContent.trim()) window.heard.push(said.textContent.trim());
      }
    }
  }).observe(document, { childList: true, subtree: true });
}`;

const heard = (page: Page): Promise<string[]> => page.evaluate('window.heard');

async function listening(page: Page): Promise<void> {
  await page.addInitScript(LISTEN);
  await page.goto('/');
}

inBrowser('there is one polite log, and a status of its own for the suggestions', {}, async (page) => {
  expect(await page.locator('[aria-live=polite], [role=log]').count()).toBe(1);
  expect(await page.locator('#log').getAttribute('aria-label')).toBe('Konuşma');
  expect(await page.locator('#log [role=status], #log #found').count()).toBe(0);
  await page.locator('#text').pressSequentially('staj');
  await page.locator('#found').waitFor();
  expect(await page.locator('[role=status]').textContent()).toMatch(/^Sorunuza uyan sorular bulundu/);
});

inBrowser('each reply is read once, and never what the person said', { at: null }, async (page) => {
  await listening(page);
  for (const question of ['merhaba', 'ağustos', 'ücret']) await ask(page, question);
  const said = await heard(page);
  for (const lead of ['Merhaba! Staj Seferberliği', 'Tarihler çakışıyor', 'Bu sorunun yanıtı SSS’de yok.'])
    expect(said.filter((text) => text.includes(lead))).toHaveLength(1);
  expect(said.filter((text) => /^(Siz|ağustos|ücret)/.test(text))).toEqual([]);
});

inBrowser('a wait is told once, before the reply', { at: null }, async (page) => {
  await listening(page);
  await page.route('**/turn', async (route) => {
    await page.locator('.waiting').waitFor();
    await route.continue();
  });
  await ask(page, 'merhaba');
  const said = await heard(page);
  expect(said[0]).toBe('Yanıt hazırlanıyor');
  expect(said.filter((text) => text === 'Yanıt hazırlanıyor')).toHaveLength(1);
});

inBrowser('after a reload what was read before is not read again, what comes then is', { at: null }, async (page) => {
  await listening(page);
  await ask(page, 'ağustos');
  await page.reload();
  expect(await turns(page).count()).toBe(1);
  expect(await heard(page)).toEqual([]);
  await page.locator('#log[aria-live=polite]').waitFor();
  await ask(page, 'merhaba');
  expect(await heard(page)).toEqual([expect.stringContaining('Merhaba!')]);
});

inBrowser('a failure is an alert, with a button to try again', { expectedErrors: /ERR_INTERNET_DISCONNECTED/ }, async (page, context) => {
  await context.setOffline(true);
  await page.fill('#text', 'merhaba');
  await page.press('#text', 'Enter');
  await page.getByRole('alert').getByRole('button', { name: 'Yeniden dene' }).waitFor();
});

inBrowser('no two things to unfold in a decided case have the same name', {}, async (page) => {
  const decided = await ask(page, 'ağustos');
  const names = await decided.locator('summary').allTextContents();
  expect(names.length).toBeGreaterThan(3);
  expect(new Set(names).size).toBe(names.length);
});

import type { Page } from 'playwright-core';
import { fakeBot } from '../fake-bot.js';
import { DESKTOP, inBrowser, onPhoneAndDesktop, PHONE, serve } from './harness.js';
import { type Stop, tabThrough, targets } from './stops.js';
import { ask } from './visitor.js';

const QUESTIONS = ['stajı iptal', 'iki staj', 'ağustos', 'staj'];
/** Pages to read, with the least number of stops they must have. */
const READING = [
  ['/s', 15],
  ['/s/iki-staj', 8],
  ['/paylas', 15],
  ['/paylas/afis', 2],
  ['/yok', 8],
] as const;
const OUTLINE = 2;
const SHOWN = 0.5;

serve(fakeBot);

async function wholeConversation(page: Page): Promise<void> {
  for (const question of QUESTIONS) await ask(page, question);
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.open = true;
  });
}

/** What has the focus inside a frame shows it there. */
const unseen = (stops: readonly Stop[]): Stop[] =>
  stops.filter(({ what, outline, shown }) => !what.startsWith('<iframe') && (outline < OUTLINE || shown < SHOWN));

inBrowser('Tab stops at everything that can be pressed, once and in order, and then leaves', DESKTOP, async (page) => {
  await wholeConversation(page);
  const stops = await tabThrough(page);
  expect(stops.map(({ what }) => what)).toEqual(await targets(page));
});

onPhoneAndDesktop('one sees where Tab stops in a conversation; the box to type in never lies over it', {}, async (page) => {
  await wholeConversation(page);
  const stops = await tabThrough(page);
  expect(stops.length).toBeGreaterThan(30);
  expect(unseen(stops)).toEqual([]);
});

inBrowser('one sees where Tab stops on the pages to read', { ...DESKTOP, at: null, expectedErrors: /404/ }, async (page) => {
  for (const [path, least] of READING) {
    await page.goto(path);
    const stops = await tabThrough(page);
    expect({ path, enough: stops.length >= least }).toEqual({ path, enough: true });
    expect({ path, unseen: unseen(stops) }).toEqual({ path, unseen: [] });
  }
});

inBrowser('the first Tab leads to a link that skips to the box to type in', DESKTOP, async (page) => {
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.getBoundingClientRect().top >= 0')).toBe(true);
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('text');
});

/** Targets of too few pixels; a link inside a sentence may be as high as its line. */
const SMALL = `[...document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary')]
  .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.matches('.skip'))
  .map((target) => {
    const { width, height } = target.getBoundingClientRect();
    const link = target.matches('a:not(.button)');
    const inSentence = link && target.parentElement.matches('p, blockquote') && target.parentElement.textContent.trim() !== target.textContent.trim();
    return { what: target.outerHTML.slice(0, 100), width, height, least: inSentence ? 0 : link ? 24 : 44 };
  })
  .filter(({ width, height, least }) => width < least || height < least)`;

inBrowser('every button, field and fold is 44 pixels wide and high, every link 24', { ...PHONE, expectedErrors: /404/ }, async (page) => {
  await wholeConversation(page);
  await page.locator('.thumb-yes').first().click();
  await page.locator('.comment').waitFor();
  await page.locator('#text').pressSequentially('staj');
  await page.locator('#found').waitFor();
  expect(await page.evaluate(SMALL)).toEqual([]);
  for (const path of [...READING.map(([path]) => path), '/gizlilik', '/gomulu', '/?soru=zzz']) {
    await page.goto(path);
    expect({ path, small: await page.evaluate(SMALL) }).toEqual({ path, small: [] });
  }
});

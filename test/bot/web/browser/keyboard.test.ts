import type { Locator, Page } from 'playwright-core';
import { realBot } from '../../../real-bot.js';
import { inBrowser, serve } from './harness.js';
import { ask, focused, isFocused, replied, turns } from './visitor.js';

const CASE = '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var';
const FOUND = '#found button';

serve(realBot);

inBrowser('the first Tab leads to a link past the head, and it leads to the box', {}, async (page) => {
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Soru kutusuna geç' });
  expect(await isFocused(page, '.skip')).toBe(true);
  expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('text');
});

inBrowser('on a page to read the first link leads to the content', { at: '/s/staj-iptali' }, async (page) => {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true);
});

inBrowser('Enter sends, Shift and Enter begin a new line', {}, async (page) => {
  await page.focus('#text');
  await page.keyboard.type('stajım');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('iptal');
  expect(await page.inputValue('#text')).toBe('stajım\niptal');
  await page.keyboard.press('Enter');
  const turn = await replied(page, 1);
  expect(await turn.locator('.words').textContent()).toBe('stajım\niptal');
  expect(await focused(page)).toBe('text');
});

inBrowser('ArrowUp leads into the questions found, ArrowDown back, Enter asks one', {}, async (page) => {
  await page.focus('#text');
  await page.keyboard.type('staj');
  await page.locator(FOUND).nth(1).waitFor();
  const count = await page.locator(FOUND).count();
  await page.keyboard.press('ArrowUp');
  expect(await isFocused(page, `#found li:nth-child(${count}) button`)).toBe(true);
  await page.keyboard.press('ArrowUp');
  expect(await isFocused(page, `#found li:nth-child(${count - 1}) button`)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('text');
  await page.keyboard.press('ArrowUp');
  const chosen = await page.locator(':focus').textContent();
  await page.keyboard.press('Enter');
  const turn = await replied(page, 1);
  expect(await turn.locator('.words').textContent()).toBe(chosen);
});

inBrowser('Escape leads from a question found back to the box, with what was typed', {}, async (page) => {
  await page.focus('#text');
  await page.keyboard.type('iptal');
  await page.locator(FOUND).first().waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('text');
  expect(await page.inputValue('#text')).toBe('iptal');
  expect(await page.locator('#found').isVisible()).toBe(false);
});

inBrowser('in a text of several lines ArrowUp moves the caret, not the focus', {}, async (page) => {
  await page.focus('#text');
  await page.keyboard.type('iptal');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('staj');
  await page.locator(FOUND).first().waitFor();
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toBe('text');
});

inBrowser('after a button Tab goes on into the reply', {}, async (page) => {
  await page.locator('.welcome button').first().focus();
  await page.keyboard.press('Enter');
  await replied(page, 1);
  await page.keyboard.press('Tab');
  expect(await isFocused(page, '.turn:nth-of-type(1) .reply *')).toBe(true);
});

inBrowser('a case is asked, looked into and corrected without a mouse', {}, async (page) => {
  await page.focus('#text');
  await page.keyboard.type(CASE);
  await page.keyboard.press('Enter');
  await replied(page, 1);
  await tabBackTo(page, '.fix summary', 'Düzelt 2. staj, tarihler');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('fact.internship2.from');
  await raiseDay(page, page.locator(':focus'), '2020-08-29');
  await page.keyboard.press('Enter');
  const corrected = await replied(page, 2);
  expect(await corrected.locator('.verdict-dates-overlap').count()).toBe(0);
  await page.keyboard.press('Tab');
  expect(await isFocused(page, '.turn:nth-of-type(2) .reply *')).toBe(true);
});

inBrowser('after a thumb the keyboard goes on with the thanks', {}, async (page) => {
  await ask(page, 'kabul ettiğim stajı iptal etmek istiyorum');
  await page.locator('.thumb-no').focus();
  await page.keyboard.press('Enter');
  await page.locator('.comment').waitFor();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('comment');
  await page.keyboard.type('örnek');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('p.feedback').waitFor();
  expect(await isFocused(page, 'p.feedback')).toBe(true);
});

inBrowser('the focus can always be seen', {}, async (page) => {
  await ask(page, 'kabul ettiğim stajı iptal etmek istiyorum');
  await page.reload();
  const seen = new Set<string>();
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<{ name: string; outline: number; inside: boolean }>(`(() => {
      const stop = document.activeElement;
      const { top, bottom } = stop.getBoundingClientRect();
      const style = getComputedStyle(stop);
      return {
        name: stop.localName + ' ' + (stop.name || stop.textContent.slice(0, 30)),
        outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
        inside: bottom > 0 && top < innerHeight,
      };
    })()`);
    if (stop.name.startsWith('body')) break;
    seen.add(stop.name);
    expect(stop).toMatchObject({ inside: true });
    expect({ ...stop, outline: stop.outline >= 2 }).toMatchObject({ outline: true });
  }
  expect(seen.size).toBeGreaterThan(10);
  expect(await turns(page).count()).toBe(1);
});

/** Raises the day of a date by keys; it stands first or second in the field, as the browser's own language has it. */
async function raiseDay(page: Page, field: Locator, wanted: string): Promise<void> {
  const month = (await field.inputValue()).slice(0, 7);
  await page.keyboard.press('ArrowUp');
  if (!(await field.inputValue()).startsWith(month)) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
  }
  for (let step = 0; step < 31 && (await field.inputValue()) !== wanted; step += 1) await page.keyboard.press('ArrowUp');
  expect(await field.inputValue()).toBe(wanted);
}

/** Presses Shift and Tab until what has the focus fits. */
async function tabBackTo(page: Page, selector: string, words: string): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Shift+Tab');
    if ((await isFocused(page, selector)) && (await page.locator(':focus').textContent()) === words) return;
  }
  throw new Error(`no way back to "${words}"`);
}

inBrowser('typing moves nothing but the letters', {}, async (page) => {
  const scrolled = () => page.evaluate<number>('scrollY');
  await page.getByRole('textbox').click();
  await page.keyboard.type('iki stajım');
  expect(await scrolled()).toBe(0);
});

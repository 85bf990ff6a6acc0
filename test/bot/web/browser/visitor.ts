import type { Locator, Page } from 'playwright-core';

/** What somebody does on the chat page. */

/** Types a question, sends it, and waits for the reply; gives the turn. */
export async function ask(page: Page, text: string): Promise<Locator> {
  const before = await turns(page).count();
  await page.fill('#text', text);
  await page.press('#text', 'Enter');
  return replied(page, before + 1);
}

/** Presses a button that asks or answers, and waits for the reply; gives the turn. */
export async function choose(page: Page, button: Locator): Promise<Locator> {
  const before = await turns(page).count();
  await button.click();
  return replied(page, before + 1);
}

export function turns(page: Page): Locator {
  return page.locator('#log .turn');
}

/** The turn with this number, once its reply is there. */
export async function replied(page: Page, number: number): Promise<Locator> {
  const turn = turns(page).nth(number - 1);
  await turn.locator('.reply').waitFor();
  return turn;
}

/** Id or name of what has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.id || document.activeElement.name || document.activeElement.localName');
}

/** True if what has the focus fits a selector. */
export function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`);
}

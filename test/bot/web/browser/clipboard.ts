import type { Page } from 'playwright-core';

/** The permissions with which a page may be copied from, and a test may see what was copied. */
export const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

export function copied(page: Page): Promise<string> {
  return page.evaluate('navigator.clipboard.readText()');
}

import type { Page } from 'playwright-core';

/** A place where Tab stops. */
export interface Stop {
  /** Its markup, shortened. */
  readonly what: string;
  /** Width of the outline in pixels, 0 if there is none. */
  readonly outline: number;
  /** Share of its height that nothing covers and that is inside the window, 0–1. */
  readonly shown: number;
}

const MOST = 200;

/** Names of all that can take the focus and is shown, in the order of the page. */
const TARGETS = `[...document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary,iframe,[tabindex="0"]')]
  .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.disabled)`;
const NAME = '(target) => target.cloneNode(false).outerHTML.slice(0, 90) + target.textContent.trim().slice(0, 40)';

export function targets(page: Page): Promise<string[]> {
  return page.evaluate(`${TARGETS}.map(${NAME})`);
}

/** Goes through the page from its top with Tab until it leaves; a date with three parts is one stop. */
export async function tabThrough(page: Page): Promise<Stop[]> {
  await page.evaluate(`(() => {
    window.passed = new Set();
    const start = document.createElement('span');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
  })()`);
  const stops: Stop[] = [];
  for (let presses = 0; presses < MOST; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop | 'same' | null>(LOOK);
    if (!stop) return stops;
    if (stop !== 'same') stops.push(stop);
  }
  throw new Error(`Tab does not leave the page after ${MOST} presses.`);
}

/** What stands at several heights of the element is either it (or inside it) or covers it. */
const LOOK = `(() => {
  const target = document.activeElement;
  if (!target || target === document.body) return null;
  if (window.passed.has(target)) return window.last === target ? 'same' : null;
  window.passed.add(target);
  window.last = target;
  const { outlineStyle, outlineWidth } = getComputedStyle(target);
  const box = target.getBoundingClientRect();
  const heights = [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => box.top + box.height * share);
  const seen = heights.filter((y) => {
    const hit = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), y);
    return hit && (target.contains(hit) || hit.contains(target));
  });
  return {
    what: (${NAME})(target),
    outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
    shown: seen.length / heights.length,
  };
})()`;

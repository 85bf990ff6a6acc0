import axe, { type Result, type RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { restyle } from './restyle.js';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const CONTRAST = 'color-contrast';

/** The two ends of the page's gradient. */
export type Ground = '--ground' | '--tint';

/** What axe finds on a page or in a frame (not in frames inside it), one line for each element. */
export function faults(place: Page | Frame, ground: Ground = '--ground'): Promise<string[]> {
  return run(place, ground, { runOnly: STANDARDS });
}

/** Text whose contrast is too low, or of which axe cannot say. */
export function unreadable(place: Page | Frame, ground: Ground): Promise<string[]> {
  return run(place, ground, { runOnly: { type: 'rule', values: [CONTRAST] } });
}

async function run(place: Page | Frame, ground: Ground, options: RunOptions): Promise<string[]> {
  // Axe can weigh text neither on a gradient nor below what lies over it just now.
  const restore = await restyle(
    place,
    `html:has(> body:not(.preview)){background:var(${ground})!important} #composer,#found{position:static!important}`,
  );
  // A script tag would be refused by the policy of the page.
  if (!(await place.evaluate('"axe" in window'))) await place.evaluate(axe.source);
  const result = `axe.run(document, ${JSON.stringify({ ...options, iframes: false, resultTypes: ['violations', 'incomplete'] })})`;
  const { violations, incomplete } = await place.evaluate<{ violations: Result[]; incomplete: Result[] }>(result);
  await restore();
  return [...violations, ...incomplete.filter(({ id }) => id === CONTRAST)].flatMap(lines);
}

function lines({ id, nodes }: Result): string[] {
  return nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`.trim());
}

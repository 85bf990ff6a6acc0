import type { Page } from 'playwright-core';
import { fakeBot } from '../fake-bot.js';
import { inBrowser, serve } from './harness.js';

serve(fakeBot);

const colourPairs: readonly (readonly [string, string, number])[] = [
  ['--ink', '--ground', 7],
  ['--ink', '--paper', 7],
  ['--ink', '--tint', 7],
  ['--ink', '--said', 7],
  ['--ink', '--own-tint', 7],
  ['--muted', '--ground', 4.5],
  ['--muted', '--surface', 4.5],
  ['--muted', '--paper', 4.5],
  ['--muted', '--tint', 4.5],
  ['--accent', '--surface', 4.5],
  ['--accent', '--paper', 4.5],
  ['--accent', '--own-tint', 4.5],
  ['--accent', '--tint', 4.5],
  ['--accent-strong', '--tint', 4.5],
  ['--on-accent', '--accent', 4.5],
  ['--on-accent', '--accent-strong', 4.5],
  ['--own', '--own-tint', 4.5],
  ['--warn', '--warn-tint', 4.5],
];

for (const colorScheme of ['light', 'dark'] as const) {
  inBrowser(`every pair of colours can be read, ${colorScheme}`, { colorScheme }, async (page) => {
    for (const [front, back, least] of colourPairs) {
      const enough = contrast(await colour(page, front), await colour(page, back)) >= least;
      expect({ front, back, enough }).toEqual({ front, back, enough: true });
    }
  });
}

function colour(page: Page, name: string): Promise<string> {
  return page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('${name}').trim()`);
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of `#rrggbb` as WCAG defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

import type { Browser } from 'playwright-core';
import type { Deps } from '../../../bot/conversation/deps.js';
import { reportOf } from '../../../bot/report/report.js';
import { rootPath } from '../../../bot/root.js';
import { loadKnowledge } from '../../../knowledge/load.js';
import { NO_MATCH } from '../../../knowledge/matcher/matcher.js';
import { NO_RULES } from '../../../rules/rules.js';
import { launchBrowser } from '../../browser.js';
import { period, thumb, turn } from '../review/lines.js';
import { faults } from '../web/browser/axe.js';

const whole = loadKnowledge(rootPath('knowledge'));
const deps = {
  knowledge: { ...whole, entries: whole.entries.map((entry) => ({ ...entry, variants: [] })), refusals: [], smalltalk: [] },
  rules: NO_RULES,
  matcher: { match: () => NO_MATCH },
  read: () => ({ facts: [], goals: [] }),
} as unknown as Deps;
const LINES = [
  turn('x', { kind: 'verdict', entry: 'iki-staj', outcomes: ['dates-overlap'], confidence: 1 }),
  turn('x', { kind: 'answer', entry: 'staj-iptali', confidence: 0.9, channel: 'teams', time: '2026-11-02T09:00Z' }),
  turn('birbirinden uzun sözcüklerle yazılmış ve hiç bitmeyen bir soru '.repeat(6)),
  turn(`${'bosluksuz'.repeat(30)}`, { kind: 'suggestions' }),
  thumb('x', { comment: 'uzunyorum'.repeat(40) }),
  thumb('', { liked: true, comment: 'sağ olun' }),
];
const { markup } = reportOf(period(LINES), deps, new Date('2026-11-30T12:00Z'));

describe('the report in a browser', () => {
  let browser: Browser | null;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test.each([
    ['light', 1100],
    ['dark', 1100],
    ['light', 360],
    ['dark', 360],
  ] as const)('can be read by everybody, %s, %i pixels wide', async (colorScheme, width) => {
    if (!browser) return;
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(markup);
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) details.open = true;
    });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    // Axe cannot weigh text in a drawing; it has the colour of the notes, which axe can.
    expect((await faults(page)).filter((fault) => !fault.includes('class="tick"'))).toEqual([]);
    expect(asked).toEqual([]);
    await context.close();
  });

  test('fits on A4', async () => {
    if (!browser) return;
    const page = await browser.newPage();
    await page.setContent(markup);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(3);
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    await page.close();
  });
});

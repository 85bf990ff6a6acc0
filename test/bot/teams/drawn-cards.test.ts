import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { Reply, UnderstoodBlock } from '../../../bot/conversation/reply.js';
import { type AdaptiveCard, correctionCard, wholeCard } from '../../../bot/teams/card.js';
import type { TeamsPhrases } from '../../../bot/teams/phrases.js';
import { launchBrowser } from '../../browser.js';
import { conversation, realBot } from '../../real-bot.js';

const LIBRARY = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.js'), 'utf8');
const SAID = [
  'kabul ettiğim stajı iptal etmek istiyorum',
  'iki stajım var ikisini de yapabilir miyim',
  '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var',
  'konular',
];
/** The narrowest phone, and a wide window; px. */
const WIDTHS = [320, 900];

describe('cards drawn in a browser', () => {
  let browser: Browser | null;
  let cards: AdaptiveCard[];

  beforeAll(async () => {
    browser = await launchBrowser();
    const { knowledge } = await realBot();
    const context = { phrases: knowledge.phrases.teams as TeamsPhrases, domain: 'staj.example.edu.tr', form: 'form-1' };
    const replies = await Promise.all(SAID.map(async (text) => (await conversation(text))[0] as Reply));
    const understood = replies.flatMap(({ blocks }) => blocks.filter((block): block is UnderstoodBlock => block.type === 'understood'));
    cards = [...replies.map((reply) => wholeCard(reply, context)), ...understood.map((block) => correctionCard(block, context))];
  }, 120_000);
  afterAll(() => browser?.close());

  /** All cards under each other, as the library draws them. */
  async function drawn(width: number): Promise<Page | null> {
    const page = await browser?.newPage({ viewport: { width, height: 800 } });
    if (!page) return null;
    await page.setContent('<!doctype html><html lang="tr"><body></body></html>');
    await page.addScriptTag({ content: LIBRARY });
    await page.evaluate((all) => {
      // biome-ignore lint/suspicious/noExplicitAny: a global of the page
      const { AdaptiveCard: Card } = (globalThis as any).AdaptiveCards;
      Card.onProcessMarkdown = (text: string, result: { outputHtml: string; didProcess: boolean }) => {
        result.outputHtml = text;
        result.didProcess = true;
      };
      for (const json of all) {
        const card = new Card();
        card.parse(json);
        // biome-ignore lint/suspicious/noExplicitAny: as above
        (globalThis as any).document.body.append(card.render());
      }
    }, cards);
    return page;
  }

  test.each(WIDTHS)('fit a width of %i px', async (width) => {
    const page = await drawn(width);
    if (!page) return;
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });

  test('fold the official text out by its button', async () => {
    const page = await drawn(320);
    if (!page) return;
    const official = page.getByText('İşverenler ilk olarak uygun gördükleri adaylara');
    expect(await official.isVisible()).toBe(false);
    await page.getByRole('button', { name: "SSS'nin tam yanıtı" }).first().click();
    expect(await official.isVisible()).toBe(true);
    await page.close();
  });

  test('name every button and every field', async () => {
    const page = await drawn(900);
    if (!page) return;
    const unnamed = await page.evaluate(`[...document.querySelectorAll('button, input, select')].filter((one) =>
      !(one.textContent.trim() || one.getAttribute('aria-label') || one.getAttribute('aria-labelledby') || one.labels?.length)).length`);
    expect(unnamed).toBe(0);
    await page.close();
  });
});

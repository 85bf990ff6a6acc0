import { basename, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Bot } from '../../../../bot/bot.js';
import type { Feedback } from '../../../../bot/feedback.js';
import { rootPath } from '../../../../bot/root.js';
import { createWebServer } from '../../../../bot/web/server.js';
import type { WebSettings } from '../../../../bot/web/site.js';
import { launchBrowser } from '../../../browser.js';

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const SMALL_PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
export const DESKTOP = { viewport: { width: 1280, height: 800 } };

const TIMEOUT_MS = 10_000;

/** The web as the tests of a file see it. */
export interface Served {
  readonly address: string;
  /** What was handed on as feedback, in order. */
  readonly feedback: Feedback[];
}

let browser: Browser | null;
let server: FastifyInstance | undefined;
const served = { address: '', feedback: [] as Feedback[] };

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(() => {
  served.feedback.length = 0;
});

/** Starts the web with a bot, on a free port, for all tests of the file; with the question log on, so that it asks for all it ever asks for. */
export function serve(bot: () => Bot | Promise<Bot>, settings: WebSettings = {}): Served {
  beforeAll(async () => {
    server = await createWebServer({
      bot: await bot(),
      production: false,
      settings: { keptDays: 90, ...settings },
      onFeedback: (feedback) => served.feedback.push(feedback),
    });
    served.address = await server.listen({ port: 0, host: '127.0.0.1' });
  }, 120_000);
  return served;
}

export interface ClaimOptions extends BrowserContextOptions {
  /** Where it begins; the chat page if nothing is said, an empty tab if null. */
  readonly at?: string | null;
  /** Errors in the console that belong to the claim, such as a network that is cut on purpose. */
  readonly expectedErrors?: RegExp;
}

/** A claim about the page in a real browser; it also holds that the page logs no error, such as a breach of its own policy. */
export function inBrowser(claim: string, options: ClaimOptions, check: (page: Page, context: BrowserContext) => Promise<void>): void {
  const { at = '/', expectedErrors, ...contextOptions } = options;
  test(claim, async () => {
    if (!browser) return;
    const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'tr-TR', baseURL: served.address, ...contextOptions });
    context.setDefaultTimeout(TIMEOUT_MS);
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(String(error.error())));
    context.on('console', (message) => message.type() === 'error' && errors.push(`${message.text()} ${message.location().url}`));
    const page = await context.newPage();
    try {
      if (at !== null) await page.goto(at);
      await check(page, context);
      expect(errors.filter((error) => !expectedErrors?.test(error))).toEqual([]);
    } catch (error) {
      throw await pictured(error, page, claim);
    } finally {
      await context.close();
    }
  }, 30_000);
}

/** The same claim on a phone and on a desktop. */
export function onPhoneAndDesktop(
  claim: string,
  options: ClaimOptions,
  check: (page: Page, context: BrowserContext) => Promise<void>,
): void {
  inBrowser(`${claim}, on a phone`, { ...PHONE, ...options }, check);
  inBrowser(`${claim}, on a desktop`, { ...DESKTOP, ...options }, check);
}

/** The error, with the address of a picture of what the page looked like when it happened. */
async function pictured(error: unknown, page: Page, claim: string): Promise<unknown> {
  const file = basename(expect.getState().testPath ?? '', '.test.ts');
  const name = claim.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 150);
  const path = join(rootPath('test-results'), `${file}--${name}.png`);
  const taken = await page.screenshot({ path, fullPage: true }).then(
    () => `Picture of the page: ${path}`,
    (reason) => `No picture of the page: ${String(reason).split('\n')[0]}`,
  );
  const failure = error as Error;
  const message = `${failure.message}\n\n${taken}`;
  failure.stack = failure.stack?.replace(failure.message, () => message) ?? message;
  failure.message = message;
  return failure;
}

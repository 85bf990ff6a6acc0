import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { createWebServer } from '../../../../bot/web/server.js';
import { fakeBot } from '../fake-bot.js';
import { type Ground, unreadable } from './axe.js';
import { inBrowser, PHONE } from './harness.js';
import { ask } from './visitor.js';

/** Bright, signal red, navy, and the bot's own. */
const ACCENTS = ['#ffcc00', '#c8102e', '#1f3a93', '#0c6b5e'];
const servers: FastifyInstance[] = [];

afterAll(() => Promise.all(servers.map((server) => server.close())));

/** The web of a university with an accent of its own; gives the address. */
async function universityWith(accent: string): Promise<string> {
  const university = { name: 'Örnek Üniversitesi', units: [], terms: [], accent };
  const server = await createWebServer({ bot: fakeBot({ university }), production: false });
  servers.push(server);
  return server.listen({ port: 0, host: '127.0.0.1' });
}

/** What cannot be read, in both schemes and on the given ends of the gradient. */
async function hardToRead(page: Page, grounds: readonly Ground[]): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const ground of grounds) {
      const faults = await unreadable(page, ground);
      found.push(...faults.map((fault) => `${colorScheme}, ${ground}: ${fault}`));
    }
  }
  return found;
}

for (const accent of ACCENTS) {
  const options = { ...PHONE, at: null, expectedErrors: /ERR_INTERNET_DISCONNECTED/ };
  inBrowser(`everything can be read with ${accent} as the colour of the university`, options, async (page, context) => {
    const address = await universityWith(accent);
    await page.goto(address);
    for (const question of ['stajı iptal', 'iki staj', 'ağustos']) await ask(page, question);
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) details.open = true;
    });
    await context.setOffline(true);
    await page.fill('#text', 'merhaba');
    await page.press('#text', 'Enter');
    await page.locator('.failure').waitFor();
    const found = await hardToRead(page, ['--ground', '--tint']);
    await context.setOffline(false);
    await page.goto(`${address}/paylas/afis`);
    found.push(...(await hardToRead(page, ['--ground'])));
    expect(found).toEqual([]);
  });
}

inBrowser('a colour that cannot be read would be found', { ...PHONE, at: null }, async (page) => {
  await page.goto(await universityWith('#0c6b5e'));
  await page.evaluate('document.documentElement.style.setProperty("--accent", "#ffcc00")');
  expect(await unreadable(page, '--ground')).not.toEqual([]);
});

import type { Frame, Locator, Page } from 'playwright-core';
import { fakeBot } from '../fake-bot.js';
import { inBrowser, PHONE, serve } from './harness.js';
import { serveHost } from './host-site.js';

const host = serveHost(() => bot.address);
const bot = serve(fakeBot, { embedHosts: host.hosts });

const bubbleOf = (page: Page): Locator => page.locator('staj-bot .bubble');
const panelOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Staj Seferberliği soruları' });

/** Opens the widget and gives the chat inside it, once it is ready. */
async function open(page: Page): Promise<Frame> {
  await bubbleOf(page).click();
  const frame = await (await page.locator('staj-bot iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('The widget has no frame.');
  await frame.waitForURL('**/gomulu', { waitUntil: 'load' });
  return frame;
}

async function askInside(frame: Frame, text: string): Promise<void> {
  await frame.fill('#text', text);
  await frame.press('#text', 'Enter');
  await frame.locator('.turn', { hasText: text }).locator('.reply').waitFor();
}

const bubbleFocused = (page: Page): Promise<boolean> =>
  page.evaluate('document.activeElement.shadowRoot?.activeElement?.className === "bubble"');

for (const [name, number] of [
  ['an address', 0],
  ['a name', 1],
] as const) {
  inBrowser(
    `on a site under ${name} of its own, one line brings a closed bubble, which answers once it is opened`,
    { at: null },
    async (page) => {
      await page.goto(host.page('/', number));
      expect(await bubbleOf(page).getAttribute('aria-expanded')).toBe('false');
      expect(await panelOf(page).isVisible()).toBe(false);
      const frame = await open(page);
      expect(await bubbleOf(page).getAttribute('aria-expanded')).toBe('true');
      await askInside(frame, 'stajı iptal');
      expect(await frame.locator('.lead').last().textContent()).toContain('mücbir bir sebeple');
    },
  );
}

inBrowser(
  'before it is opened nothing but the script is asked of the bot, and never is a cookie set',
  { at: null },
  async (page, context) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin === bot.address) asked.push(pathname);
    });
    await page.goto(host.page('/'), { waitUntil: 'networkidle' });
    await bubbleOf(page).hover();
    expect(asked).toEqual(['/widget.js']);
    const frame = await open(page);
    await askInside(frame, 'stajı iptal');
    expect(asked).toContain('/gomulu');
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  },
);

inBrowser('opened with the keyboard, the box inside has the focus, and Escape gives it back to the bubble', { at: null }, async (page) => {
  await page.goto(host.page('/'));
  await bubbleOf(page).focus();
  await page.keyboard.press('Enter');
  const frame = page.frameLocator('staj-bot iframe');
  await frame.locator('#text:focus').waitFor({ timeout: 3000 });
  await page.keyboard.press('Escape');
  await panelOf(page).waitFor({ state: 'hidden' });
  expect(await bubbleFocused(page)).toBe(true);
});

inBrowser('Escape closes from its bar too, and so does the cross', { at: null }, async (page) => {
  await page.goto(host.page('/'));
  await open(page);
  const cross = panelOf(page).getByRole('button', { name: 'Botu kapat' });
  await cross.focus();
  await page.keyboard.press('Escape');
  expect(await panelOf(page).isVisible()).toBe(false);
  await bubbleOf(page).click();
  await cross.click();
  expect(await panelOf(page).isVisible()).toBe(false);
  expect(await bubbleFocused(page)).toBe(true);
});

inBrowser('Escape puts suggestions away before it closes', { at: null }, async (page) => {
  await page.goto(host.page('/'));
  const frame = await open(page);
  await frame.locator('#text').pressSequentially('staj');
  await frame.locator('#found').waitFor();
  await page.keyboard.press('Escape');
  await frame.locator('#found').waitFor({ state: 'hidden' });
  expect(await panelOf(page).isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await panelOf(page).waitFor({ state: 'hidden' });
});

inBrowser('opened again, it goes on where it was left, also on the next page', { at: null }, async (page) => {
  await page.goto(host.page('/'));
  let frame = await open(page);
  await askInside(frame, 'stajı iptal');
  await page.keyboard.press('Escape');
  await panelOf(page).waitFor({ state: 'hidden' });
  await bubbleOf(page).click();
  await frame.locator('#text:focus').waitFor();
  expect(await frame.locator('.turn').count()).toBe(1);
  await page.goto(host.page('/long'));
  frame = await open(page);
  expect(await frame.locator('.turn').count()).toBe(1);
});

inBrowser('no other window closes it', { at: null }, async (page) => {
  await page.goto(host.page('/'));
  const frame = await open(page);
  await page.evaluate(`(() => {
    const data = { stajBot: 'close' };
    window.postMessage(data, '*');
    window.dispatchEvent(new MessageEvent('message', { data, origin: '${bot.address}', source: window }));
    window.dispatchEvent(new MessageEvent('message', { data, origin: location.origin, source: document.querySelector('staj-bot').shadowRoot.querySelector('iframe').contentWindow }));
  })()`);
  await page.evaluate('new Promise((resolve) => setTimeout(resolve))');
  expect(await panelOf(page).isVisible()).toBe(true);
  await frame.evaluate('parent.postMessage({ stajBot: "close" }, "*")');
  await panelOf(page).waitFor({ state: 'hidden' });
});

inBrowser('what is linked inside opens in a tab of its own', { at: null }, async (page, context) => {
  await context.route('https://kariyerkapisi.cbiko.gov.tr/**', (route) => route.fulfill({ body: 'Kariyer Kapısı' }));
  await page.goto(host.page('/'));
  const frame = await open(page);
  await askInside(frame, 'stajı iptal');
  await frame.locator('summary').first().click();
  const opened = context.waitForEvent('page');
  await frame.locator('.document a').first().click();
  expect((await opened).url()).toContain('kariyerkapisi.cbiko.gov.tr');
  expect(await panelOf(page).isVisible()).toBe(true);
  expect(frame.url()).toContain('/gomulu');
});

inBrowser('a new conversation begins inside the frame, not in a tab', { at: null }, async (page, context) => {
  await page.goto(host.page('/'));
  const frame = await open(page);
  await askInside(frame, 'stajı iptal');
  await frame.locator('[data-restart]').click();
  await frame.locator('.turn').waitFor({ state: 'detached' });
  expect(await frame.locator('.welcome').count()).toBe(1);
  expect(context.pages()).toHaveLength(1);
});

inBrowser('on a phone it fills the screen and can be closed', { ...PHONE, at: null }, async (page) => {
  await page.goto(host.page('/'));
  await open(page);
  expect(await panelOf(page).boundingBox()).toEqual({ x: 0, y: 0, ...PHONE.viewport });
  const cross = panelOf(page).getByRole('button', { name: 'Botu kapat' });
  const { width, height } = (await cross.boundingBox()) ?? { width: 0, height: 0 };
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  await cross.tap();
  expect(await panelOf(page).isVisible()).toBe(false);
});

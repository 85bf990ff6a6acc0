import { fakeBot } from '../fake-bot.js';
import { inBrowser, onPhoneAndDesktop, PHONE, serve } from './harness.js';
import { ask, choose, focused, isFocused, replied, turns } from './visitor.js';

const QUESTIONS = ['stajı iptal', 'iki staj', 'ağustos', 'staj', 'merhaba', 'ücret'];

serve(fakeBot);

inBrowser('with script the conversation grows without a reload', {}, async (page) => {
  await page.evaluate('window.stayed = true');
  for (const question of QUESTIONS) await ask(page, question);
  expect(await turns(page).locator('.words').allTextContents()).toEqual(QUESTIONS);
  expect(await page.evaluate('window.stayed')).toBe(true);
  expect(await page.inputValue('#text')).toBe('');
  expect(await focused(page)).toBe('text');
});

inBrowser('the conversation outlives a reload, and "Yeni konuşma" ends it', {}, async (page) => {
  await ask(page, 'stajı iptal');
  await ask(page, 'iki staj');
  await page.reload();
  expect(await turns(page).count()).toBe(2);
  await ask(page, 'merhaba');
  await page.getByRole('link', { name: 'Yeni konuşma' }).click();
  await page.locator('.welcome').waitFor();
  expect(await turns(page).count()).toBe(0);
  await page.reload();
  expect(await turns(page).count()).toBe(0);
});

inBrowser('before anything is asked there is no "Yeni konuşma"', {}, async (page) => {
  expect(await page.getByRole('link', { name: 'Yeni konuşma' }).count()).toBe(0);
});

inBrowser('dates are sent with the facts known so far, and said in words', {}, async (page) => {
  await ask(page, 'stajı iptal');
  await choose(page, page.getByRole('button', { name: 'Evet, kabul ettim' }));
  const asked = await ask(page, 'iki staj');
  const inputs = asked.locator('input[type=date]');
  for (const [index, value] of ['2020-08-03', '2020-08-28', '2020-08-24'].entries()) await inputs.nth(index).fill(value);
  const turn = await choose(page, asked.getByRole('button', { name: 'Bilmiyorum' }));
  expect(await turn.locator('.words').textContent()).toMatch(/^1\. stajın ilk günü: 3 Ağustos 2020, .*, Bilmiyorum$/);
  const memory = await turn.getAttribute('data-memory');
  expect(JSON.parse(memory ?? '').facts).toEqual({
    'internship1.stage': 'accepted',
    'internship1.from': '2020-08-03',
    'internship1.to': '2020-08-28',
    'internship2.from': '2020-08-24',
    'internship2.to': 'unknown',
  });
});

inBrowser('dates that are not all filled in are not sent', {}, async (page) => {
  const asked = await ask(page, 'iki staj');
  await asked.locator('input[type=date]').first().fill('2020-08-03');
  await asked.getByRole('button', { name: 'Tarihleri gönder' }).click();
  expect(await focused(page)).toBe('fact.internship1.to');
  expect(await turns(page).count()).toBe(1);
});

inBrowser('an empty box asks nothing', {}, async (page) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  for (const nothing of ['', '   ', '\n']) {
    await page.fill('#text', nothing);
    await page.press('#text', 'Enter');
  }
  expect(await turns(page).count()).toBe(0);
  expect(sent).toEqual([]);
});

inBrowser('what is sent while a reply is awaited stays in the box, and can be sent after it', { at: null }, async (page) => {
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/turn', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  await page.fill('#text', 'stajı iptal');
  await page.press('#text', 'Enter');
  await page.fill('#text', 'merhaba');
  await page.press('#text', 'Enter');
  expect(await turns(page).count()).toBe(1);
  answer();
  await replied(page, 1);
  expect(await page.inputValue('#text')).toBe('merhaba');
  await page.press('#text', 'Enter');
  await replied(page, 2);
  expect(await turns(page).locator('.words').allTextContents()).toEqual(['stajı iptal', 'merhaba']);
});

onPhoneAndDesktop('each new turn begins where it can be read', {}, async (page) => {
  for (const question of QUESTIONS) {
    const turn = await ask(page, question);
    const said = await turn.locator('.said').boundingBox();
    const box = await page.locator('#composer').boundingBox();
    expect(said?.y).toBeGreaterThanOrEqual(0);
    expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
  }
});

inBrowser('on a phone the box gives the focus away, so that no keyboard covers the reply', PHONE, async (page) => {
  await ask(page, 'stajı iptal');
  expect(await isFocused(page, '.turn .said')).toBe(true);
});

inBrowser('each reply is put once into one live region', {}, async (page) => {
  expect(await page.locator('[role=log], [aria-live=polite]').count()).toBe(1);
  await ask(page, 'merhaba');
  expect(await page.locator('[role=log] .reply').count()).toBe(1);
  expect(await page.locator('[role=log] .said').getAttribute('aria-live')).toBe('off');
});

inBrowser('what was read before a reload is put back in silence', {}, async (page) => {
  await ask(page, 'merhaba');
  await page.reload();
  expect(await page.locator('#log').getAttribute('aria-live')).toBe('off');
  await page.locator('#log[aria-live=polite]').waitFor();
});

import type { Locator, Page } from 'playwright-core';
import { realBot } from '../../../real-bot.js';
import { CLIPBOARD, copied } from './clipboard.js';
import { inBrowser, onPhoneAndDesktop, PHONE, serve } from './harness.js';
import { ask, choose, replied, turns } from './visitor.js';

const site = serve(realBot);
const TYPED = 'kabul ettigim stajı iptl etmek istiyom';
const CASE = '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var';

onPhoneAndDesktop(
  'a student finds an answer with its source, says what it lacks, and has a case of their own decided',
  CLIPBOARD,
  async (page) => {
    const topic = await choose(page, page.locator('.welcome').getByRole('button', { name: 'İki ayrı staj' }));
    expect(await topic.locator('.words').textContent()).toBe('İki ayrı staj');

    const answer = await ask(page, TYPED);
    expect(await answer.locator('.lead').textContent()).toContain('mücbir bir sebep olmadıkça iptal edilmemesi önerilir');
    expect(await answer.locator('.source').textContent()).toContain('Sıkça Sorulan Sorular (2020), 9. soru');
    await opensTheOfficialText(answer);
    await saysWhatItLacks(answer);

    const decided = await ask(page, CASE);
    expect(await decided.locator('.verdict-dates-overlap .sentence').textContent()).toContain('24–28 Ağustos 2020');
    expect(await decided.locator('blockquote').first().textContent()).toContain('tarihleri çakışmamak koşuluyla en fazla 2 staj');
    const corrected = await correctsTheStart(page, decided);
    expect(await corrected.locator('.verdict-dates-overlap').count()).toBe(0);
    expect(await corrected.locator('.verdict .sentence').first().textContent()).toContain('çakışmıyor');
    await takesTheMailAlong(page, corrected);
    await sharesTheAnswer(page, answer);

    await page.getByRole('link', { name: 'Yeni konuşma' }).click();
    await page.locator('.welcome').waitFor();
    expect(await turns(page).count()).toBe(0);
  },
);

async function opensTheOfficialText(answer: Locator): Promise<void> {
  const text = answer.locator('.official .document');
  expect(await text.isVisible()).toBe(false);
  await answer.locator('.official summary').click();
  expect(await text.isVisible()).toBe(true);
  expect(await text.textContent()).toContain('Mücbir bir sebep olmadıkça');
}

async function saysWhatItLacks(answer: Locator): Promise<void> {
  const rated = {
    channel: 'web',
    liked: false,
    question: 'kabul ettigim stajı iptl etmek istiyom',
    reply: { kind: 'answer', entry: 'staj-iptali', outcomes: [] },
  };
  await answer.getByRole('button', { name: 'Bu yanıt işinize yaradı mı? Hayır' }).click();
  await answer.getByRole('status').filter({ hasText: 'Teşekkürler' }).waitFor();
  expect(site.feedback).toEqual([{ ...rated, comment: '' }]);
  await answer.getByLabel('Neyi daha iyi yapabilirdik?').fill('Kime yazacağımı bulamadım');
  await answer.getByRole('button', { name: 'Notu gönder' }).click();
  await answer.getByText('Notunuz alındı').waitFor();
  expect(site.feedback.slice(1)).toEqual([{ ...rated, comment: 'Kime yazacağımı bulamadım', addition: true }]);
}

async function correctsTheStart(page: Page, decided: Locator): Promise<Locator> {
  const before = await turns(page).count();
  await decided.locator('summary', { hasText: 'Düzelt 2. staj, tarihler' }).click();
  const start = decided.getByLabel('2. staj, başlangıç');
  expect(await start.inputValue()).toBe('2020-08-24');
  await start.fill('2020-08-29');
  await decided.locator('form:visible').getByRole('button', { name: 'Düzelt ve yeniden değerlendir' }).click();
  const corrected = await replied(page, before + 1);
  expect(await corrected.locator('.words').textContent()).toContain('2. staj, başlangıç: 29 Ağustos 2020');
  return corrected;
}

async function takesTheMailAlong(page: Page, turn: Locator): Promise<void> {
  await turn.locator('.mail summary').click();
  await turn.getByRole('button', { name: 'Metni kopyala' }).click();
  await turn.getByRole('button', { name: 'Kopyalandı' }).waitFor();
  const mail = await copied(page);
  expect(mail).toBe(await turn.locator('.letter pre').textContent());
  expect(mail.replaceAll(/\s/g, ' ')).toContain('29 Ağustos – 18 Eylül 2020');
}

async function sharesTheAnswer(page: Page, answer: Locator): Promise<void> {
  await answer.getByRole('link', { name: 'Paylaş' }).click();
  await answer.getByRole('link', { name: 'Bağlantı kopyalandı' }).waitFor();
  expect(await copied(page)).toBe(`${site.address}/s/staj-iptali`);
}

inBrowser('where a phone has a sheet to share with, the link goes there', { ...PHONE, at: null }, async (page) => {
  await page.addInitScript('navigator.share = async (data) => { window.handedOn = data; }');
  await page.goto('/');
  const answer = await ask(page, TYPED);
  await answer.getByRole('link', { name: 'Paylaş' }).click();
  await page.waitForFunction('window.handedOn');
  expect(await page.evaluate('window.handedOn')).toEqual({ url: `${site.address}/s/staj-iptali` });
});

inBrowser('a share sheet that is put away leaves the conversation where it was', { ...PHONE, at: null }, async (page) => {
  await page.addInitScript('navigator.share = async () => { window.asked = true; throw new DOMException("", "AbortError"); }');
  await page.goto('/');
  const answer = await ask(page, TYPED);
  await answer.getByRole('link', { name: 'Paylaş' }).click();
  await page.waitForFunction('window.asked');
  expect(await turns(page).count()).toBe(1);
  expect(page.url()).toBe(`${site.address}/`);
});

inBrowser('where neither sharing nor copying goes, the link opens', { at: null }, async (page) => {
  await page.addInitScript('delete Navigator.prototype.share; delete Navigator.prototype.clipboard');
  await page.goto('/');
  const answer = await ask(page, TYPED);
  await answer.getByRole('link', { name: 'Paylaş' }).click();
  await page.waitForURL('**/s/staj-iptali');
});

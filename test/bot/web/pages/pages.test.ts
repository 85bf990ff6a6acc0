import type { FastifyInstance } from 'fastify';
import { createWebServer } from '../../../../bot/web/server.js';
import { realBot } from '../../../real-bot.js';

let server: FastifyInstance;
let entries: Awaited<ReturnType<typeof realBot>>['knowledge']['entries'];

beforeAll(async () => {
  const bot = await realBot();
  entries = bot.knowledge.entries;
  server = await createWebServer({ bot, production: false, settings: { domain: 'staj.ornek.edu.tr' } });
});
afterAll(() => server.close());

const page = async (url: string) => (await server.inject({ url, headers: { accept: 'text/html' } })).body;
const meta = (body: string, name: string) => new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(body)?.[1];
const plain = (markup: string) => markup.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');

describe('the page of an official question', () => {
  test('holds the question and every paragraph of the answer, word for word, with its source', async () => {
    for (const { id, question, answer, source } of entries) {
      const text = plain((await page(`/s/${id}`)).replace(/<a href="[^"]*" rel="noopener">([^<]*)<\/a>/g, '$1'));
      expect(text).toContain(question);
      for (const paragraph of answer) expect(text).toContain(`<p>${paragraph}</p>`);
      expect(text).toContain(`(2020), ${source?.item}. soru`);
      expect(text).toContain('Son gözden geçirme: 23 Kasım 2026');
    }
  });

  test('reads well when its link is pasted', async () => {
    const body = await page('/s/staj-iptali');
    expect(body).toContain('<title>Kabul edilen stajın iptali — Staj Seferberliği</title>');
    expect(body).toContain('<link rel="canonical" href="https://staj.ornek.edu.tr/s/staj-iptali">');
    expect(meta(body, 'og:title')).toBe('Kabul edilen stajın iptali — Staj Seferberliği');
    expect(meta(body, 'og:description')).toMatch(/^Kabul edilmiş bir stajın mücbir bir sebep olmadıkça.{20,150}[.…]$/);
    expect(meta(body, 'og:url')).toBe('https://staj.ornek.edu.tr/s/staj-iptali');
    expect(meta(body, 'og:image')).toMatch(/^https:\/\/staj\.ornek\.edu\.tr\/assets\/paylasim\.[0-9a-f]{12}\.png$/);
    expect(meta(body, 'twitter:card')).toBe('summary_large_image');
  });

  test('no two pages have the same title or description', async () => {
    const bodies = await Promise.all(['/', '/s', '/paylas', ...entries.map(({ id }) => `/s/${id}`)].map(page));
    for (const name of ['og:title', 'og:description']) {
      const told = bodies.map((body) => meta(body, name));
      expect(new Set(told).size).toBe(told.length);
    }
  });

  test('tells search engines its question and answer', async () => {
    const body = await page('/s/iki-staj');
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(body) ?? [];
    const entry = entries.find(({ id }) => id === 'iki-staj');
    expect(JSON.parse(json)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      url: 'https://staj.ornek.edu.tr/s/iki-staj',
      inLanguage: 'tr',
      mainEntity: [{ '@type': 'Question', name: entry?.question, acceptedAnswer: { '@type': 'Answer', text: entry?.answer.join('\n\n') } }],
    });
  });

  test('leads to the chat, where its question gets its own answer', async () => {
    for (const { id } of entries) {
      const [, link = ''] = /class="button" href="([^"]*)"/.exec(await page(`/s/${id}`)) ?? [];
      expect(link).toMatch(/^\/\?soru=/);
      expect(await page(plain(link))).toContain(`href="/s/${id}" data-share`);
    }
  });

  test('an address that is none gets a page that offers a search', async () => {
    for (const url of ['/s/yok', '/s/..%2f..%2fpackage.json', '/s/__proto__', '/yok']) {
      const { statusCode, body } = await server.inject({ url, headers: { accept: 'text/html' } });
      expect(statusCode).toBe(404);
      expect(body).toContain('role="search"');
      expect(meta(body, 'robots')).toBe('noindex');
    }
  });
});

describe('the list', () => {
  test('holds every question once', async () => {
    const links = [...(await page('/s')).matchAll(/<li><a href="\/s\/([^"]+)">/g)].map(([, id]) => id);
    expect([...links].sort()).toEqual(entries.map(({ id }) => id).sort());
  });

  test('shows what a search finds, however it is typed', async () => {
    const body = await page(`/s?ara=${encodeURIComponent('stajimi iptl etmk')}`);
    expect(body).toMatch(/“\u2068stajimi iptl etmk\u2069” için bulunanlar.*<li><a href="\/s\/staj-iptali">/s);
    expect(body).toContain('value="stajimi iptl etmk"');
  });

  test('says when nothing is found, and hands the words on to the bot', async () => {
    const body = await page('/s?ara=qqqq');
    expect(body).toContain('“\u2068qqqq\u2069” sözleriyle bir soru bulunamadı');
    expect(body).toContain('href="/?soru=qqqq"');
  });

  test('half a sign at the end of a long search is none', async () => {
    const { statusCode } = await server.inject(`/s?ara=${encodeURIComponent(`${'a'.repeat(1999)}😀`)}`);
    expect(statusCode).toBe(200);
  });

  test('markup in a search stays text', async () => {
    expect(await page('/s?ara=<script>alert(1)</script>&ara=2')).not.toContain('<script>alert');
  });
});

test.each([
  ['/gizlilik', 'Gizlilik', 'saklanmaz'],
  ['/kosullar', 'Kullanım koşulları', '2020'],
])('%s, which the Teams app links to, says what is kept and what is promised', async (url, title, words) => {
  const body = await page(url);
  expect(body).toContain(`<h1>${title}</h1>`);
  expect(body).toContain(words);
  expect(await page('/')).toContain(`href="${url}"`);
});

test('the sitemap names every page with the day of its review, and robots.txt names the sitemap', async () => {
  const { headers, body } = await server.inject('/sitemap.xml');
  expect(headers['content-type']).toContain('application/xml');
  for (const { id } of entries)
    expect(body).toContain(`<url><loc>https://staj.ornek.edu.tr/s/${id}</loc><lastmod>2026-11-23</lastmod></url>`);
  const robots = (await server.inject('/robots.txt')).body;
  expect(robots).toContain('Sitemap: https://staj.ornek.edu.tr/sitemap.xml');
  expect(robots).not.toMatch(/Disallow: \/s\b/);
});

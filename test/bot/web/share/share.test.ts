import type { FastifyInstance } from 'fastify';
import jsQr from 'jsqr';
import { PNG } from 'pngjs';
import { createWebServer } from '../../../../bot/web/server.js';
import type { WebSettings } from '../../../../bot/web/site.js';
import { fakeBot } from '../fake-bot.js';

const servers: FastifyInstance[] = [];
const UNIVERSITY = { name: 'Örnek Üniversitesi', units: [], terms: [] };

async function startServer(settings: WebSettings = {}, university: typeof UNIVERSITY | null = UNIVERSITY): Promise<FastifyInstance> {
  const server = await createWebServer({
    bot: fakeBot({ university }),
    production: false,
    settings: { domain: 'staj.ornek.edu.tr', ...settings },
  });
  servers.push(server);
  return server;
}

afterAll(() => Promise.all(servers.map((server) => server.close())));

const text = async (server: FastifyInstance, url: string) =>
  (await server.inject(url)).body
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Every fourth pixel is enough for a reader, and faster. */
const EVERY = 4;

function scanned(png: Buffer): string | undefined {
  const { width, data } = PNG.sync.read(png);
  const side = Math.floor(width / EVERY);
  const small = Array.from({ length: side * side }, (_, at) => {
    const from = 4 * (Math.floor(at / side) * EVERY * width + (at % side) * EVERY);
    return [...data.subarray(from, from + 4)];
  });
  return jsQr.default(new Uint8ClampedArray(small.flat()), side, side)?.data;
}

describe('the QR code', () => {
  test.each([
    ['/paylas/karekod.png', 'https://staj.ornek.edu.tr/'],
    ['/paylas/karekod.png?konu=staj-iptali', 'https://staj.ornek.edu.tr/s/staj-iptali'],
    ['/paylas/karekod.png?konu=yok', 'https://staj.ornek.edu.tr/'],
  ])(
    '%s is read as %s',
    async (url, address) => {
      const { headers, rawPayload } = await (await startServer()).inject(url);
      expect(headers['content-type']).toBe('image/png');
      expect(headers['content-disposition']).toMatch(/^attachment; filename="karekod.*\.png"$/);
      expect(scanned(rawPayload)).toBe(address);
    },
    30_000,
  );

  test('is drawn as SVG for print, without styles that a policy would forbid', async () => {
    const { headers, body } = await (await startServer()).inject('/paylas/karekod.svg?konu=iki-staj');
    expect(headers['content-disposition']).toBe('attachment; filename="karekod-iki-staj.svg"');
    expect(body).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(body).not.toContain('style=');
  });
});

describe('the page to share from', () => {
  test('hands out the link and a text for mail, WhatsApp and Teams, each ready to open', async () => {
    const page = await text(await startServer(), '/paylas');
    expect(page).toContain('<pre tabindex="0">https://staj.ornek.edu.tr/</pre>');
    const [, mail = ''] = /href="(mailto:[^"]*)"/.exec(page) ?? [];
    expect(decodeURIComponent(mail)).toMatch(/body=Merhaba,\r\n.*https:\/\/staj\.ornek\.edu\.tr\/.*Örnek Üniversitesi$/s);
    const [, whatsapp = ''] = /href="(https:\/\/wa\.me\/[^"]*)"/.exec(page) ?? [];
    expect(new URL(whatsapp).searchParams.get('text')).toMatch(/: https:\/\/staj\.ornek\.edu\.tr\/$/);
    const [, teams = ''] = /href="(https:\/\/teams\.microsoft\.com\/share[^"]*)"/.exec(page) ?? [];
    expect(new URL(teams).searchParams.get('href')).toBe('https://staj.ornek.edu.tr/');
  });

  test('does the same for one topic', async () => {
    const page = await text(await startServer(), '/paylas?konu=staj-iptali');
    expect(page).toContain('<option value="staj-iptali" selected>');
    expect(page).toContain('<pre tabindex="0">https://staj.ornek.edu.tr/s/staj-iptali</pre>');
    expect(page).toContain('“Kabul edilen stajın iptali” konusunda');
    expect(page).toContain('href="/paylas/afis?konu=staj-iptali"');
  });

  test('shows the line for a site and what its policy must allow, and who may use it', async () => {
    const allowed = await text(await startServer({ embedHosts: ['www.ornek.edu.tr'] }), '/paylas');
    expect(allowed).toContain('<script src="https://staj.ornek.edu.tr/widget.js" defer></script>');
    expect(allowed).toContain('script-src https://staj.ornek.edu.tr; frame-src https://staj.ornek.edu.tr');
    expect(allowed).toContain('www.ornek.edu.tr');
    expect(await text(await startServer(), '/paylas')).toContain('EMBED_HOSTS');
  });

  test('names the bot in Teams only where it is configured', async () => {
    const link = 'https://teams.microsoft.com/l/chat/0/0?users=28:1';
    expect(await text(await startServer({ teamsLink: link }), '/paylas')).toContain(`<pre tabindex="0">${link}</pre>`);
    expect(await text(await startServer(), '/paylas')).not.toContain('/l/chat/');
  });
});

describe('the poster', () => {
  test('bears the university, the address in letters and the source', async () => {
    const page = await text(await startServer(), '/paylas/afis');
    expect(page).toContain('<span>Örnek Üniversitesi</span>');
    expect(page).toContain('<p class="sheet-address">staj.ornek.edu.tr</p>');
    expect(page).toContain('2020 tarihli resmî');
  });

  test('of a topic says what the answer says', async () => {
    const page = await text(await startServer({}, null), '/paylas/afis?konu=staj-iptali');
    expect(page).toContain('<h1>Kabul edilen stajın iptali</h1>');
    expect(page).toContain('iptal edilmemesi önerilir');
    expect(page).toContain('<span>Staj Seferberliği</span>');
  });
});

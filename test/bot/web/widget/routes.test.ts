import type { FastifyInstance } from 'fastify';
import { createWebServer } from '../../../../bot/web/server.js';
import { fakeBot } from '../fake-bot.js';

const HOSTS = ['www.ornek.edu.tr', '*.kariyer.ornek.edu.tr', 'localhost:8080'];
const servers: FastifyInstance[] = [];

async function serverFor(embedHosts?: readonly string[], knowledge = {}): Promise<FastifyInstance> {
  const server = await createWebServer({ bot: fakeBot(knowledge), production: true, settings: embedHosts ? { embedHosts } : {} });
  servers.push(server);
  return server;
}

afterAll(() => Promise.all(servers.map((server) => server.close())));

/** Who may frame a page, by its policy. */
function ancestors(policy: unknown): string {
  return /(?:^|; )frame-ancestors ([^;]*)/.exec(String(policy))?.[1] ?? 'anybody';
}

describe('the chat for frames', () => {
  test('may be framed by exactly the sites of the settings, without TLS only on this machine', async () => {
    const { statusCode, headers } = await (await serverFor(HOSTS)).inject('/gomulu');
    expect(statusCode).toBe(200);
    expect(ancestors(headers['content-security-policy'])).toBe(
      "'self' https://www.ornek.edu.tr https://*.kariyer.ornek.edu.tr http://localhost:8080",
    );
  });

  test('may be framed by the bot alone where the settings name no site', async () => {
    const { headers } = await (await serverFor()).inject('/gomulu');
    expect(ancestors(headers['content-security-policy'])).toBe("'self'");
  });

  test('has no X-Frame-Options, which knows no list of sites, and keeps all else that is strict', async () => {
    const { headers } = await (await serverFor(HOSTS)).inject('/gomulu');
    expect(headers).not.toHaveProperty('x-frame-options');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers).not.toHaveProperty('set-cookie');
  });

  test('is the chat without head and foot, whose links leave the frame', async () => {
    const { body } = await (await serverFor(HOSTS)).inject('/gomulu');
    expect(body).toContain('<base target="_blank">');
    expect(body).toContain('<textarea id="text"');
    expect(body).not.toMatch(/<header|<footer/);
  });

  test.each(['/', '/s', '/paylas', '/gizlilik', '/yok'])('is the only one: %s is framed by nobody', async (path) => {
    const { headers } = await (await serverFor(HOSTS)).inject({ url: path, headers: { accept: 'text/html' } });
    expect(ancestors(headers['content-security-policy'])).toBe("'none'");
    expect(headers['x-frame-options']).toBe('DENY');
  });
});

describe('/widget.js', () => {
  test('is a script that any site may load, and asks for again after an hour', async () => {
    const { statusCode, headers } = await (await serverFor(HOSTS)).inject('/widget.js');
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('set-cookie');
  });

  test('comes compressed, and unchanged is not sent again', async () => {
    const server = await serverFor(HOSTS);
    const { headers, rawPayload } = await server.inject({ url: '/widget.js', headers: { 'accept-encoding': 'gzip, br' } });
    expect(headers['content-encoding']).toBe('br');
    expect(headers.vary).toContain('accept-encoding');
    expect(rawPayload.length).toBeLessThan(3000);
    const again = await server.inject({
      url: '/widget.js',
      headers: { 'accept-encoding': 'gzip, br', 'if-none-match': String(headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });

  test('is one expression that leaves no name, whatever stands in its words', async () => {
    const { phrases } = fakeBot().knowledge;
    const hard = { ...phrases, widget: { open: '"</script>\u2028`', close: "'", title: '\\' } };
    const { body } = await (await serverFor(HOSTS, { phrases: hard })).inject('/widget.js');
    expect(() => new Function(body)).not.toThrow();
    expect(body).toMatch(/^\(\(\)=>\{[\s\S]*\}\)\(\);\s*$/);
  });

  test('has the accent of the university, made readable', async () => {
    const university = { name: 'Örnek Üniversitesi', units: [], terms: [], accent: '#ffcc00' };
    const own = (await (await serverFor(HOSTS)).inject('/widget.js')).body;
    const theirs = (await (await serverFor(HOSTS, { university })).inject('/widget.js')).body;
    expect(own).toContain('#0c6b5e');
    expect(theirs).not.toContain('#0c6b5e');
    expect(theirs).not.toContain('"#ffcc00","#ffffff"');
  });
});

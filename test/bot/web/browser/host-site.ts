import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of the university's, on an origin that is not the bot's, with the widget on its pages. */
interface HostSite {
  /** Its two names with their port, which to a browser are two sites; empty until it listens. */
  readonly hosts: string[];
  /** Address of a page under the first name or the second. */
  readonly page: (path: keyof typeof PAGES, name?: 0 | 1) => string;
}

const TEXT = '<main><h1>Fakülte</h1><p>Staj duyuruları <a href="#duyuru">burada</a>.</p><button>Ara</button></main>';
const WIDGET = '<script src="WIDGET" defer></script>';
const CALM = '<link rel="stylesheet" href="/calm.css">';

/** Head and body of its pages. */
const PAGES = {
  '/': [CALM, TEXT + WIDGET],
  '/without': [CALM, TEXT],
  '/in-head': [`${CALM}<script src="WIDGET"></script>`, TEXT],
  '/twice': [CALM + WIDGET, TEXT + WIDGET],
  '/hostile': ['<link rel="stylesheet" href="/hostile.css">', TEXT + WIDGET],
  '/long': [CALM, `${TEXT}${'<p>Duyuru</p>'.repeat(100)}${WIDGET}`],
} as const;

const STYLES: Readonly<Record<string, string>> = {
  '/calm.css': 'body { margin: 2rem; font: 18px/1.5 Georgia, serif; } button { padding: 3px; }',
  '/hostile.css': `* { all: revert !important; display: block !important; font-size: 40px !important; }
head, script { display: none !important; }
button { position: static !important; width: 300px !important; }
iframe { display: none !important; }`,
};

/** The widget and its frame are allowed, its own style, and no markup made of strings. */
const policy = (bot: string): string =>
  `default-src 'none'; script-src ${bot}; frame-src ${bot}; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`;

/** Starts such a site for all tests of a file; called before the bot is served, which must know the hosts. */
export function serveHost(bot: () => string): HostSite {
  const hosts: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    const style = STYLES[url];
    const page = PAGES[url as keyof typeof PAGES];
    if (style) response.setHeader('content-type', 'text/css').end(style);
    else if (!page) response.writeHead(204).end();
    else {
      response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('content-security-policy', policy(bot()));
      const [head, body] = page.map((part) => part.replaceAll('WIDGET', `${bot()}/widget.js`));
      response.end(
        `<!doctype html><html lang="tr"><head><title>Fakülte</title><meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`,
      );
    }
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    hosts.push(`127.0.0.1:${port}`, `localhost:${port}`);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { hosts, page: (path, name = 0) => `http://${hosts[name]}${path}` };
}

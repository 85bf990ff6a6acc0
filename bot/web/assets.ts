import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { rootPath } from '../root.js';
import { chosenEncoding, compressed } from './http/compress.js';

/** Addresses of the pages' files. A name holds the hash of its content, so that it may be kept for ever. */
export interface Assets {
  readonly style: string;
  /** Scripts of the chat and of the page to share from. */
  readonly chat: string;
  readonly share: string;
  /** The picture that goes with a shared link, 1200 × 630. */
  readonly picture: string;
  /** The university's logo, where it has one. */
  readonly logo: string | null;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};
const TEXTS = ['css', 'js', 'svg'];

/**
 * Serves the style (with the palette of the accent behind it), the scripts, the picture and the logo under their hashed names.
 * @param logo path of the university's logo, or null
 * Throws if a file is missing.
 */
export async function serveAssets(server: FastifyInstance, palette: string, logo: string | null): Promise<Assets> {
  const style = await readClient('site.css');
  return {
    style: await serve(server, 'site.css', Buffer.concat([style, Buffer.from(palette)])),
    chat: await serve(server, 'chat.js', await readClient('chat.js')),
    share: await serve(server, 'share.js', await readClient('share.js')),
    picture: await serve(server, 'paylasim.png', await readFile(rootPath('bot', 'web', 'brand', 'picture.png'))),
    logo: logo && (await serve(server, `logo.${logo.split('.').at(-1)}`, await readFile(logo))),
  };
}

/** A file that `npm run build` made for the browser. */
export async function readClient(name: string): Promise<Buffer> {
  try {
    return await readFile(rootPath('dist', 'client', name));
  } catch {
    throw new Error(`The page's file ${name} is not built: run "npm run build".`);
  }
}

async function serve(server: FastifyInstance, name: string, content: Buffer): Promise<string> {
  const [, ending = ''] = /\.(\w+)$/.exec(name.toLowerCase()) ?? [];
  // Compressed in the background: the first requests may come before.
  const variants = TEXTS.includes(ending) ? { br: compressed(content, 'br', 'best'), gzip: compressed(content, 'gzip', 'best') } : null;
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const address = `/assets/${name.replace(/\.(\w+)$/, `.${hash}.$1`)}`;
  server.get(address, async (request, reply) => {
    const encoding = variants && chosenEncoding(request.headers['accept-encoding']);
    reply.header('content-type', TYPES[ending]).header('cache-control', 'public, max-age=31536000, immutable');
    // Mail programs and messengers show the picture and the logo on pages of their own.
    if (!variants || ending === 'svg') reply.header('cross-origin-resource-policy', 'cross-origin');
    if (variants) reply.header('vary', 'accept-encoding');
    if (encoding) reply.header('content-encoding', encoding);
    return variants && encoding ? variants[encoding] : content;
  });
  return address;
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { rootPath } from '../root.js';
import { chosenEncoding, compressed, type Encoding } from './compress.js';

/** Addresses of the page's files. A name holds the hash of its content, so that it may be kept for ever. */
export interface Assets {
  readonly style: string;
  readonly script: string;
}

/** Reads the style and the script and serves them under their hashed names. Throws if a file is missing. */
export async function serveAssets(server: FastifyInstance): Promise<Assets> {
  const [style, script] = await Promise.all([
    serveFile(server, 'chat.css', 'text/css; charset=utf-8'),
    serveFile(server, 'chat.js', 'text/javascript; charset=utf-8'),
  ]);
  return { style, script };
}

async function serveFile(server: FastifyInstance, name: string, type: string): Promise<string> {
  const content = await readFile(rootPath('bot', 'web', 'public', name), 'utf8');
  const variants: Readonly<Record<Encoding, Buffer>> = {
    br: await compressed(content, 'br', 'best'),
    gzip: await compressed(content, 'gzip', 'best'),
  };
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const address = `/assets/${name.replace('.', `.${hash}.`)}`;
  server.get(address, async (request, reply) => {
    const encoding = chosenEncoding(request.headers['accept-encoding']);
    reply.header('content-type', type).header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding');
    if (encoding) reply.header('content-encoding', encoding);
    return encoding ? variants[encoding] : content;
  });
  return address;
}

import type { FastifyInstance } from 'fastify';
import { readClient } from '../assets.js';
import { paletteOf } from '../brand/palette.js';
import { sendText } from '../http/send.js';
import type { Site } from '../site.js';

/** Sites link to it under one name, so it is asked for again after a while; seconds. */
const FRESH = 3600;

/** `/widget.js`: the one line a site adds. Its words and colours come with it, so that it asks for nothing more until it is opened. */
export async function addWidgetRoute(server: FastifyInstance, { widget, accent }: Site): Promise<void> {
  const { accent: light, 'on-accent': onLight } = paletteOf(accent, 'light');
  const { accent: dark, 'on-accent': onDark } = paletteOf(accent, 'dark');
  const settings = { words: widget, light: [light, onLight], dark: [dark, onDark] };
  const script = `(()=>{const WIDGET=${JSON.stringify(settings)};${await readClient('widget.js')}})();`;
  server.get('/widget.js', async (request, reply) => {
    reply.headers({
      'cache-control': `public, max-age=${FRESH}`,
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    });
    return sendText(request, reply, script, 'text/javascript; charset=utf-8');
  });
}

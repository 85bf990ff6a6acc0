import type { FastifyInstance } from 'fastify';
import { contentSecurityPolicy } from '../http/headers.js';
import { sendHtml } from '../http/send.js';
import type { Site } from '../site.js';
import { sharePage } from './page.js';
import { posterPage } from './poster.js';
import { previewPage } from './preview.js';
import { qrPng, qrSvg } from './qr.js';
import { addressOf, type Topic, topicIn } from './topic.js';

/** The page to share from, with its QR codes, its poster and its example of the widget. */
export async function addShareRoutes(server: FastifyInstance, site: Site): Promise<void> {
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
  });
  const codeOf = (request: Parameters<typeof addressOf>[0], topic: Topic) => qrSvg(addressOf(request, site, topic));

  server.get('/paylas', async (request, reply) => {
    const topic = topicIn(request, site);
    reply.header('content-security-policy', contentSecurityPolicy({ frames: true }));
    return sendHtml(request, reply, sharePage(request, site, topic, await codeOf(request, topic)));
  });

  server.get('/paylas/afis', async (request, reply) => {
    const topic = topicIn(request, site);
    return sendHtml(request, reply, posterPage(request, site, topic, await codeOf(request, topic)));
  });

  server.get('/paylas/karekod.svg', async (request, reply) => {
    const topic = topicIn(request, site);
    return reply
      .headers(asFile(topic, 'svg'))
      .type('image/svg+xml')
      .send((await codeOf(request, topic)).markup);
  });

  server.get('/paylas/karekod.png', async (request, reply) => {
    const topic = topicIn(request, site);
    return reply
      .headers(asFile(topic, 'png'))
      .type('image/png')
      .send(await qrPng(addressOf(request, site, topic)));
  });

  server.get('/paylas/onizleme', async (request, reply) => {
    reply.removeHeader('x-frame-options');
    reply.header('content-security-policy', contentSecurityPolicy({ frames: true, framedBy: ["'self'"] }));
    return sendHtml(request, reply, previewPage(request, site));
  });
}

function asFile(topic: Topic, ending: string): Readonly<Record<string, string>> {
  const name = topic ? `karekod-${topic.id}` : 'karekod';
  return { 'content-disposition': `attachment; filename="${name.replace(/[^\w-]/g, '_')}.${ending}"` };
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { chosenEncoding, compressed } from './compress.js';
import type { Html } from './html.js';

/** Sends markup, compressed where the client takes it. What answers a person's question is stored nowhere on the way. */
export async function sendHtml(request: FastifyRequest, reply: FastifyReply, page: Html, status = 200): Promise<FastifyReply> {
  const encoding = chosenEncoding(request.headers['accept-encoding']);
  reply.code(status).type('text/html; charset=utf-8').header('vary', 'accept, accept-encoding');
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  if (!encoding) return reply.send(page.markup);
  return reply.header('content-encoding', encoding).send(await compressed(page.markup, encoding, 'quick'));
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Html } from '../html/html.js';
import { chosenEncoding, compressed } from './compress.js';

/** Sends markup. What answers a person's question is stored nowhere on the way. */
export function sendHtml(request: FastifyRequest, reply: FastifyReply, page: Html, status = 200): Promise<FastifyReply> {
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  return sendText(request, reply.code(status), page.markup, 'text/html; charset=utf-8');
}

/** Sends a text, compressed where the client takes it. */
export async function sendText(request: FastifyRequest, reply: FastifyReply, text: string, type: string): Promise<FastifyReply> {
  const encoding = chosenEncoding(request.headers['accept-encoding']);
  reply.type(type).header('vary', 'accept, accept-encoding');
  if (!encoding) return reply.send(text);
  return reply.header('content-encoding', encoding).send(await compressed(text, encoding, 'quick'));
}

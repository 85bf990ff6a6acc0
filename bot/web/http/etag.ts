import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/**
 * Marks what may be kept, and answers 304 to whoever has it already. Replies that must not be stored, and errors, get no mark.
 * Marks are compared as RFC 9110 wants it for If-None-Match: weakly, as a proxy that compresses makes them weak.
 */
export function addEtags(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const kept = (request.method === 'GET' || request.method === 'HEAD') && reply.statusCode === 200;
    const stored = String(reply.getHeader('cache-control') ?? 'no-store');
    if (!kept || stored.includes('no-store') || (typeof payload !== 'string' && !Buffer.isBuffer(payload))) return payload;
    const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
    reply.header('etag', etag);
    if (!isAmong(etag, request.headers['if-none-match'])) return payload;
    reply.code(304).removeHeader('content-length');
    return '';
  });
}

function isAmong(etag: string, asked: string | undefined): boolean {
  return asked?.trim() === '*' || (asked ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

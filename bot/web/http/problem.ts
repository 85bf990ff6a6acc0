import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { WebPhrases } from '../phrases.js';

/** An error as RFC 9457 has it, without anything of the program's inside. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** For the developer who sent it: which part is wrong, in English. */
  readonly reason?: string;
}

export function problem(status: number, title: string, detail: string): Problem {
  return { type: 'about:blank', title, status, detail };
}

/**
 * What to say about an error of fastify or of a route: 413, 415 and other 4xx say what to change, all else is a plain 500.
 * @param ofForm true for a form of a page, whose sender wrote no JSON
 */
export function problemOf(error: FastifyError, phrases: WebPhrases, ofForm = false): Problem {
  const status = error.statusCode ?? 500;
  if (status === 429) return problem(429, phrases.tooManyTitle, phrases.tooMany);
  if (status === 503) return problem(503, phrases.busyTitle, phrases.busy);
  if (status < 400 || status >= 500) return problem(500, phrases.serverErrorTitle, phrases.serverError);
  if (status === 413) return problem(413, phrases.badRequestTitle, phrases.tooLarge);
  if (ofForm) return problem(status, phrases.badRequestTitle, phrases.badForm);
  if (status === 415) return problem(415, phrases.badRequestTitle, phrases.badType);
  return problem(status, phrases.badRequestTitle, isJsonError(error) ? phrases.badJson : phrases.badRequest);
}

export function sendProblem(reply: FastifyReply, body: Problem): FastifyReply {
  return reply
    .code(body.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body));
}

/** True for a form of a page: the endpoints for programs stand under `/api/`. */
export function isForm({ method, url }: FastifyRequest): boolean {
  return method === 'POST' && !url.startsWith('/api/');
}

/** True for a browser that loads a page; programs get problem+json. */
export function wantsHtml(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
}

function isJsonError(error: FastifyError): boolean {
  return error instanceof SyntaxError || error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' || error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY';
}

import type { FastifyRequest } from 'fastify';

/** The text a field of the address holds, its first where there are several; empty where there is none. */
export function textIn(request: FastifyRequest, name: string): string {
  const value = (request.query as Readonly<Record<string, string | string[] | undefined>>)[name];
  return ([value ?? ''].flat()[0] ?? '').trim();
}

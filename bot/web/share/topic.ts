import type { FastifyRequest } from 'fastify';
import type { Entry } from '../../../knowledge/schema.js';
import { pathOf, TOPIC } from '../../paths.js';
import type { Site } from '../site.js';

/** What is shared: one official question, or (null) the whole bot. */
export type Topic = Entry | null;

/** The topic an address names; a name nobody knows is the whole bot. */
export function topicIn(request: FastifyRequest, { knowledge }: Site): Topic {
  const { [TOPIC]: asked } = request.query as Readonly<Record<string, unknown>>;
  return knowledge.entries.find(({ id }) => id === asked) ?? null;
}

/** The address to hand on. */
export function addressOf(request: FastifyRequest, site: Site, topic: Topic): string {
  return `${site.origin(request)}${topic ? pathOf(topic.id) : '/'}`;
}

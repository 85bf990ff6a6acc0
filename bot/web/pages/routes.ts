import type { FastifyInstance } from 'fastify';
import type { Search } from '../../../knowledge/search.js';
import { MAX_TEXT } from '../../../knowledge/text/max-text.js';
import { entryOf } from '../../conversation/answer-reply.js';
import { fill } from '../../conversation/format.js';
import { messagePage } from '../html/message.js';
import { textIn } from '../http/query.js';
import { sendHtml } from '../http/send.js';
import type { Site } from '../site.js';
import { answerPage } from './answer.js';
import { robots, sitemap } from './feeds.js';
import { listPage, SEARCH } from './list.js';

/** So many questions a search shows. */
const FOUND = 12;

/** The pages to read: one for each official question, the list of them, privacy and terms, and what search engines want to know. */
export async function addPageRoutes(server: FastifyInstance, { site, search }: { site: Site; search: Search }): Promise<void> {
  const { phrases, knowledge, keptDays } = site;
  // A page may be kept, but is asked for again: an answer may have been mended since.
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
  });

  server.get<{ Params: { id: string } }>('/s/:id', async (request, reply) => {
    const entry = entryOf(knowledge, request.params.id);
    return entry ? sendHtml(request, reply, answerPage(request, site, entry)) : reply.callNotFound();
  });

  server.get('/s', async (request, reply) => {
    const query = textIn(request, SEARCH).slice(0, MAX_TEXT).toWellFormed();
    return sendHtml(request, reply, listPage(request, site, query ? { query, found: search(query, FOUND) } : null));
  });

  const kept = keptDays === null ? phrases.privacyKept : fill(phrases.privacyLogged, { days: String(keptDays) });
  const texts = [
    ['/gizlilik', phrases.privacyTitle, fill(phrases.privacy, { kept })],
    ['/kosullar', phrases.termsTitle, phrases.terms],
  ] as const;
  for (const [canonical, title, text] of texts)
    server.get(canonical, (request, reply) => sendHtml(request, reply, messagePage(request, site, { title, text, canonical })));

  server.get('/sitemap.xml', async (request, reply) =>
    reply.type('application/xml').send(sitemap(site.origin(request), knowledge.entries)),
  );
  server.get('/robots.txt', async (request, reply) => reply.type('text/plain; charset=utf-8').send(robots(site.origin(request))));
}

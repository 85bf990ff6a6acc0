import type { FastifyRequest } from 'fastify';
import { type Html, html } from '../html/html.js';
import { messagePage } from '../html/message.js';
import type { Site } from '../site.js';
import { questionList, searchForm } from './list.js';

/** So many questions are worth a look for somebody who looked for one. */
const OFFERED = 3;

/** A page that is not there, with ways to what was looked for: a search, and the first questions. */
export function notFoundPage(request: FastifyRequest, site: Site): Html {
  const { phrases, knowledge } = site;
  const after = html`${searchForm(phrases)}${questionList(knowledge.entries.slice(0, OFFERED))}<p class="ways"><a href="/s">${phrases.searchAll}</a></p>`;
  return messagePage(request, site, { title: phrases.notFoundTitle, text: phrases.notFound, after });
}

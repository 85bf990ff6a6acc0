import type { FastifyRequest } from 'fastify';
import type { Entry } from '../../../knowledge/schema.js';
import { fill } from '../../conversation/format.js';
import { askPath, pathOf } from '../../paths.js';
import { type Html, html } from '../html/html.js';
import { ICONS } from '../html/icon.js';
import { layout } from '../html/layout.js';
import type { WebPhrases } from '../phrases.js';
import type { Site } from '../site.js';

/** Name of the search field in the address. */
export const SEARCH = 'ara';

/** All official questions by whom they concern first, or those that a search found. */
export function listPage(
  request: FastifyRequest,
  site: Site,
  search: { readonly query: string; readonly found: readonly Entry[] } | null,
): Html {
  const { phrases } = site;
  return layout(request, site, {
    title: `${phrases.questionsTitle} — ${phrases.title}`,
    description: phrases.questionsText,
    ...(search ? {} : { canonical: '/s' }),
    kind: 'reading',
    main: html`<h1>${phrases.questionsTitle}</h1><p class="lede">${phrases.questionsText}</p>
${searchForm(phrases, search?.query)}${search ? results(search.query, search.found, phrases) : byAudience(site)}`,
  });
}

/** The field that looks for questions; it works without script. */
export function searchForm(phrases: WebPhrases, query = ''): Html {
  return html`<form class="search" role="search" action="/s"><label class="unseen" for="ara">${phrases.search}</label>
<input id="ara" type="search" name="${SEARCH}" value="${query}" placeholder="${phrases.search}" maxlength="200" required autocomplete="off" enterkeyhint="search">
<button class="primary">${ICONS.search}<span>${phrases.searchSubmit}</span></button></form>`;
}

function results(query: string, found: readonly Entry[], phrases: WebPhrases): Html {
  // Isolated: a query may turn the direction of writing.
  const told = fill(found.length > 0 ? phrases.searchResults : phrases.searchNone, { query: `\u2068${query}\u2069` });
  return html`<section><h2>${told}</h2>${questionList(found)}
<p class="ways"><a href="/s">${phrases.searchAll}</a> <a href="${askPath(query)}">${phrases.askThis}</a></p></section>`;
}

function byAudience({ knowledge }: Site): Html {
  const groups = Object.entries(knowledge.phrases.audience ?? {}).map(([audience, heading]) => ({
    heading,
    entries: knowledge.entries.filter((entry) => entry.audience[0] === audience),
  }));
  const rest = knowledge.entries.filter((entry) => entry.audience.length === 0);
  return html`${groups.filter(({ entries }) => entries.length > 0).map(({ heading, entries }) => html`<section><h2>${heading}</h2>${questionList(entries)}</section>`)}${questionList(rest)}`;
}

/** Links to the pages of questions, each with its lead. */
export function questionList(entries: readonly Entry[]): Html | null {
  if (entries.length === 0) return null;
  return html`<ul class="question-list">${entries.map(
    (entry) =>
      html`<li><a href="${pathOf(entry.id)}"><strong>${entry.label}</strong>${entry.lead && html`<span>${entry.lead}</span>`}</a></li>`,
  )}</ul>`;
}

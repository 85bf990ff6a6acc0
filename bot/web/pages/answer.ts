import type { FastifyRequest } from 'fastify';
import type { Entry } from '../../../knowledge/schema.js';
import { sourceOf, universityBlocks } from '../../conversation/answer-reply.js';
import { fill, formatDay } from '../../conversation/format.js';
import { NO_MEMORY } from '../../conversation/memory.js';
import { askPath, pathOf, sharePath } from '../../paths.js';
import { shorten } from '../../shorten.js';
import { renderBlocks } from '../chat/render.js';
import { type Html, html } from '../html/html.js';
import { ICONS } from '../html/icon.js';
import { layout, structuredData } from '../html/layout.js';
import { linked } from '../html/links.js';
import type { Site } from '../site.js';
import { questionList } from './list.js';

/** Search engines and messengers show no more; characters. */
const MAX_DESCRIPTION = 200;

/** The page of one official question: the lead, the official words with their source, the university's note, and the way to the bot. */
export function answerPage(request: FastifyRequest, site: Site, entry: Entry): Html {
  const { phrases, knowledge } = site;
  const context = { phrases, memory: NO_MEMORY };
  const related = knowledge.entries.filter(({ id }) => entry.related.includes(id));
  return layout(request, site, {
    title: fill(phrases.answerPage, { question: entry.label }),
    description: shorten(entry.lead ?? entry.answer.join(' '), MAX_DESCRIPTION),
    canonical: pathOf(entry.id),
    head: structuredData(faqPage(entry, `${site.origin(request)}${pathOf(entry.id)}`)),
    kind: 'reading',
    main: html`<article><h1>${entry.label}</h1>${entry.lead && html`<p class="lead">${linked(entry.lead)}</p>`}
<section class="official open"><h2>${phrases.official}</h2><div class="document"><p class="asked">${entry.question}</p>${entry.answer.map((paragraph) => html`<p>${linked(paragraph)}</p>`)}</div>
<p class="source">${sourceOf(knowledge, entry)}${entry.source && html`<br>${fill(phrases.reviewed, { date: formatDay(entry.source.reviewed) })}`}</p></section>
${renderBlocks(universityBlocks(knowledge, entry), context)}</article>
<p class="ways"><a class="button" href="${askPath(entry.question)}">${ICONS.chat}${phrases.askThis}</a>
<a href="${pathOf(entry.id)}" data-share data-shared="${phrases.shared}">${ICONS.share}<span>${phrases.share}</span></a>
<a href="${sharePath('/paylas', entry.id)}">${phrases.shareMore}</a>
<button type="button" class="quiet" data-print hidden>${ICONS.print}${phrases.print}</button></p>
${related.length > 0 && html`<section class="related"><h2>${phrases.related}</h2>${questionList(related)}</section>`}`,
    script: site.assets.share,
  });
}

/** The question and its answer as schema.org has them. */
function faqPage({ question, answer }: Entry, url: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    url,
    inLanguage: 'tr',
    mainEntity: [{ '@type': 'Question', name: question, acceptedAnswer: { '@type': 'Answer', text: answer.join('\n\n') } }],
  };
}

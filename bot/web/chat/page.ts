import type { FastifyRequest } from 'fastify';
import { type Html, html } from '../html/html.js';
import { ICONS } from '../html/icon.js';
import { layout } from '../html/layout.js';
import type { WebPhrases } from '../phrases.js';
import type { Site } from '../site.js';
import { FIELD } from './form.js';
import { memoryField, type RenderContext, renderSaid } from './render.js';

/** Longer texts a browser cuts by itself, in silence: far more than is read, which the reply tells. */
const LONGEST = 8000;

/** Where the chat stands: on its own page, or in a frame on another site. */
export type Place = 'page' | 'frame';

const PATHS: Readonly<Record<Place, string>> = { page: '/', frame: '/gomulu' };

/** The chat page: the welcome (or null once a question is answered), the turns, and the box to type in. */
export function chatPage(
  request: FastifyRequest,
  site: Site,
  { place = 'page', welcome, turns, context }: { place?: Place; welcome: Html | null; turns: readonly Html[]; context: RenderContext },
): Html {
  const { phrases } = site;
  const restart = html`<a class="restart" href="${PATHS[place]}" target="_self" data-restart>${phrases.restart}</a>`;
  return layout(request, site, {
    title: phrases.title,
    ...(place === 'page' ? { canonical: '/' } : {}),
    kind: place === 'page' ? 'chat' : 'embedded',
    skipTo: { id: 'text', label: phrases.skip },
    tools: restart,
    main: html`<h1 class="unseen">${phrases.title}</h1>${place === 'frame' && restart}
${welcome && html`<section class="welcome">${welcome}</section>`}
<div id="log" role="log" aria-live="polite" aria-label="${phrases.log}">${turns}</div>`,
    below: html`${composer(phrases, context)}${templates(phrases)}`,
    script: site.assets.chat,
  });
}

function composer(phrases: WebPhrases, { memory }: RenderContext): Html {
  return html`<form id="composer" aria-label="${phrases.field}" method="post" action="/">${memoryField(memory)}
<div id="found" role="group" aria-label="${phrases.found}" data-told="${phrases.foundTold}" hidden></div><p id="found-status" class="unseen" role="status"></p>
<label class="unseen" for="text">${phrases.field}</label>
<textarea id="text" name="${FIELD.text}" rows="1" maxlength="${LONGEST}" required placeholder="${phrases.placeholder}" enterkeyhint="send" autocomplete="off"></textarea>
<button class="primary" aria-label="${phrases.send}" title="${phrases.send}">${ICONS.send}</button></form>
`;
}

/** Pieces the script puts into the log, so that no sentence and no markup of the page stands in it. */
function templates(phrases: WebPhrases): Html {
  return html`<template id="pending"><article class="turn">${renderSaid('', phrases)}</article></template>
<template id="waiting"><p class="waiting"><span class="unseen">${phrases.waiting}</span><i></i><i></i><i></i></p></template>
<template id="failure"><div class="failure" role="alert"><p>${phrases.failed}</p><button type="button" data-retry>${phrases.retry}</button></div></template>
`;
}

/** The questions that fit what is being typed; nothing where none does. Each button asks its question. */
export function renderFound(found: readonly { readonly id: string; readonly label: string }[], phrases: WebPhrases): Html {
  if (found.length === 0) return html``;
  return html`<div class="found"><p class="tag">${phrases.found}</p><ul>${found.map(({ id, label }) => html`<li><button name="${FIELD.entry}" value="${id}" formnovalidate>${label}</button></li>`)}</ul></div>`;
}

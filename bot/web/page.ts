import { MAX_TEXT } from '../../knowledge/text/max-text.js';
import type { Assets } from './assets.js';
import { FIELD } from './form.js';
import { type Html, html, trusted } from './html.js';
import { icon, iconAddress } from './icon.js';
import type { WebPhrases } from './phrases.js';
import { memoryField, type RenderContext, renderSaid } from './render.js';

/** What every page has in common. */
export interface PageFrame {
  readonly phrases: WebPhrases;
  readonly assets: Assets;
  /** Name of the university, where its own file gives one. */
  readonly university: string | null;
}

/** The chat page: the welcome (or null once a question is answered), the turns, and the box to type in. */
export function chatPage(frame: PageFrame, welcome: Html | null, turns: readonly Html[], context: RenderContext): Html {
  const { phrases } = frame;
  return layout(
    frame,
    phrases.title,
    html`<main>
${welcome && html`<section class="welcome">${welcome}</section>`}
<div id="log" role="log" aria-live="polite" aria-label="${phrases.log}">${turns}</div>
</main>
<form id="composer" method="post" action="/">${memoryField(context.memory)}
<label class="unseen" for="text">${phrases.field}</label>
<textarea id="text" name="${FIELD.text}" rows="1" maxlength="${MAX_TEXT}" required placeholder="${phrases.placeholder}" enterkeyhint="send" autocomplete="off"></textarea>
<button class="primary" aria-label="${phrases.send}" title="${phrases.send}">${SEND_ICON}</button></form>
<footer>${phrases.footer} <a href="/gizlilik">${phrases.privacyTitle}</a> · <a href="/kosullar">${phrases.termsTitle}</a></footer>
${templates(phrases)}<script src="${frame.assets.script}" defer></script>`,
  );
}

/** A page that only says something, such as that an address does not exist; a blank line in `text` begins a new paragraph. */
export function messagePage(frame: PageFrame, title: string, text: string): Html {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`);
  const body = html`<main class="message"><h2>${title}</h2>${paragraphs}<p><a class="button" href="/">${frame.phrases.home}</a></p></main>`;
  return layout(frame, title, body);
}

function layout({ phrases, assets, university }: PageFrame, title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="tr"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="description" content="${phrases.description}"><meta name="color-scheme" content="light dark">
<link rel="icon" href="${trusted(iconAddress)}"><link rel="stylesheet" href="${assets.style}"></head>
<body><a class="skip" href="#text">${phrases.skip}</a>
<header><h1 class="brand"><a href="/">${icon}<span>${phrases.title} <small>${university ?? phrases.tagline}</small></span></a></h1>
<a class="restart" href="/" data-restart>${phrases.restart}</a></header>
${body}</body></html>`;
}

/** Pieces the script puts into the log, so that no sentence and no markup of the page stands in it. */
function templates(phrases: WebPhrases): Html {
  return html`<template id="pending"><article class="turn">${renderSaid('', phrases)}</article></template>
<template id="waiting"><p class="waiting"><span class="unseen">${phrases.waiting}</span><i></i><i></i><i></i></p></template>
<template id="failure"><div class="failure" role="alert"><p>${phrases.failed}</p><button type="button" data-retry>${phrases.retry}</button></div></template>
`;
}

const SEND_ICON = trusted(
  '<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path fill="none" stroke="currentColor" ' +
    'stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" d="M12 19V5m-6.5 6.5L12 5l6.5 6.5"/></svg>',
);

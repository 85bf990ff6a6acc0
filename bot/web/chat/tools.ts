import type { Reply, ReplyKind } from '../../conversation/reply.js';
import type { RatedReply } from '../../feedback.js';
import { pathOf } from '../../paths.js';
import { type Html, html } from '../html/html.js';
import { ICONS } from '../html/icon.js';
import type { WebPhrases } from '../phrases.js';
import { FEEDBACK } from './feedback-form.js';

/** What is worth a thumb: a greeting or a question back is not. */
const RATED: readonly ReplyKind[] = ['answer', 'verdict', 'suggestions', 'none'];

/** The line under a reply: whether it was of use, and the address of its answer, to be sent on. */
/** @param question what was asked, where the question log is on: so that a thumb can be read beside it; else null */
export function renderTools(reply: Reply, question: string | null, phrases: WebPhrases): Html | null {
  if (!RATED.includes(reply.kind)) return null;
  return html`<div class="tools">${renderThumbs(reply, question, phrases)}${
    reply.entry &&
    html`<a class="share" href="${pathOf(reply.entry)}" data-share data-shared="${phrases.shared}">${ICONS.share}<span>${phrases.share}</span></a>`
  }</div>`;
}

function renderThumbs(reply: RatedReply, question: string | null, phrases: WebPhrases): Html {
  const thumb = (liked: string, label: string): Html =>
    html`<button class="thumb thumb-${liked}" name="${FEEDBACK.liked}" value="${liked}" aria-label="${phrases.useful} ${label}" title="${label}">${ICONS.thumb}</button>`;
  return html`<form class="feedback" method="post" action="/geri-bildirim" data-feedback>${ratedFields(reply, question)}<p class="tag">${phrases.useful}</p>${thumb('yes', phrases.yes)}${thumb('no', phrases.no)}</form>`;
}

/** After a thumb: thanks, and room for a word more. */
export function renderComment(reply: RatedReply, question: string | null, liked: boolean, phrases: WebPhrases): Html {
  return html`<form class="feedback comment" method="post" action="/geri-bildirim" data-feedback>${ratedFields(reply, question)}<input type="hidden" name="${FEEDBACK.liked}" value="${liked ? 'yes' : 'no'}">
<p role="status">${phrases.thanks}</p><label>${phrases.comment}<textarea name="${FEEDBACK.comment}" rows="2" maxlength="1000" required></textarea></label>
<p class="note">${phrases.commentNote}</p><div class="buttons"><button>${phrases.sendComment}</button></div></form>`;
}

/** Where there is no more to say: after the word more, or after a thumb where no words are kept. */
export function renderThanks(thanks: string): Html {
  return html`<p class="feedback" role="status">${thanks}</p>`;
}

function ratedFields({ kind, entry, outcomes }: RatedReply, question: string | null): Html {
  return html`<input type="hidden" name="${FEEDBACK.kind}" value="${kind}">${question && html`<input type="hidden" name="${FEEDBACK.question}" value="${question}">`}${entry && html`<input type="hidden" name="${FEEDBACK.entry}" value="${entry}">`}${outcomes.map((outcome) => html`<input type="hidden" name="${FEEDBACK.outcome}" value="${outcome}">`)}`;
}

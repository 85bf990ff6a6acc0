import { UNKNOWN } from '../../../rules/facts.js';
import { safeAddress } from '../../conversation/addresses.js';
import { capitalised } from '../../conversation/format.js';
import type { Memory } from '../../conversation/memory.js';
import type {
  Block,
  ChoicesBlock,
  LeadBlock,
  MailBlock,
  OfficialBlock,
  QuestionBlock,
  Reply,
  TextBlock,
  UnderstoodBlock,
  VerdictBlock,
} from '../../conversation/reply.js';
import { type Html, html, trusted } from '../html/html.js';
import { linked } from '../html/links.js';
import type { WebPhrases } from '../phrases.js';
import { FIELD } from './form.js';
import { renderTools } from './tools.js';

/** The days a fact can have; without it a browser takes a year of five digits. */
const DAYS = ' min="2000-01-01" max="2099-12-31"';

/** What the blocks of one reply share: the words of the page, and the memory that its forms send back. */
export interface RenderContext {
  readonly phrases: WebPhrases;
  readonly memory: Memory;
  /** True where the question log is on. */
  readonly logged?: boolean;
}

/** One exchange: what the person said, as text, and the reply. The page and the endpoint's fragment are both made of it. */
export function renderTurn(said: string, reply: Reply, context: RenderContext): Html {
  return html`<article class="turn" data-memory="${JSON.stringify(context.memory)}">${renderSaid(said, context.phrases)}${renderReply(reply, context)}${renderTools(reply, context.logged ? said : null, context.phrases)}</article>`;
}

/** The bubble with a person's own words; it takes the focus, so that the keyboard goes on from there into the reply. */
export function renderSaid(said: string, phrases: WebPhrases): Html {
  return html`<p class="said" tabindex="-1" aria-live="off"><span class="unseen">${phrases.you}: </span><span class="words" dir="auto">${said}</span></p>`;
}

function renderReply(reply: Reply, context: RenderContext): Html {
  return html`<div class="reply reply-${reply.kind}">${renderBlocks(reply.blocks, context)}</div>`;
}

export function renderBlocks(blocks: readonly Block[], context: RenderContext): Html {
  return html`${blocks.map((block) => renderBlock(block, context))}`;
}

function renderBlock(block: Block, context: RenderContext): Html {
  switch (block.type) {
    case 'lead':
      return renderLead(block);
    case 'text':
      return renderText(block, context);
    case 'official':
      return renderOfficial(block);
    case 'verdict':
      return renderVerdict(block, context);
    case 'understood':
      return renderUnderstood(block, context);
    case 'mail':
      return renderMail(block, context);
    case 'question':
      return renderQuestion(block, context);
    case 'choices':
      return renderChoices(block, context);
  }
}

function renderLead(block: LeadBlock): Html {
  return html`<p class="lead">${linked(block.text)}</p>`;
}

function renderText(block: TextBlock, { phrases }: RenderContext): Html {
  const address = block.link && safeAddress(block.link.url);
  const link = address && html` <a href="${address}" rel="noopener">${block.link?.label}</a>`;
  if (!block.own) return html`<p class="text">${linked(block.text)}${link}</p>`;
  return html`<aside class="own"><p class="tag">${phrases.own}</p><p>${linked(block.text)}${link}</p></aside>`;
}

function renderOfficial(block: OfficialBlock): Html {
  return html`<details class="official"><summary><span class="official-title">${block.title}</span> <span class="source">${block.source}</span></summary>
<div class="document"><p class="asked">${block.question}</p>${block.paragraphs.map((paragraph) => html`<p>${linked(paragraph)}</p>`)}</div></details>`;
}

function renderVerdict(block: VerdictBlock, { phrases }: RenderContext): Html {
  return html`<section class="verdict verdict-${block.id}"><h2>${block.subject && html`<span class="subject">${block.subject}</span> `}${block.title}</h2>
<p class="sentence">${linked(block.sentence)}</p>
${block.quotes.length > 0 && html`<div class="quotes"><p class="tag">${block.quotesTitle}</p>${block.quotes.map(renderQuote)}</div>`}
${block.ours && html`<p class="ours"><strong class="tag">${phrases.ours}</strong> ${block.ours}</p>`}
${block.changes.length > 0 && html`<div class="changes"><p class="tag">${block.changesTitle}</p><ul>${block.changes.map((change) => html`<li>${change}</li>`)}</ul></div>`}
${block.next && html`<p class="next"><strong class="tag">${phrases.next}</strong> ${linked(block.next)}</p>`}</section>`;
}

function renderQuote(quote: VerdictBlock['quotes'][number]): Html {
  return html`<figure><blockquote>${linked(quote.quote)}</blockquote><figcaption class="source">${quote.source}</figcaption></figure>`;
}

function renderUnderstood(block: UnderstoodBlock, context: RenderContext): Html {
  return html`<section class="understood"><h2 class="tag">${block.title}</h2><dl>${block.facts.map(
    (fact) =>
      html`<div><dt>${capitalised(fact.label)}</dt><dd><span>${capitalised(fact.value)}${fact.note && html` <small>${fact.note}</small>`}</span>${renderCorrection(fact, block, context)}</dd></div>`,
  )}</dl></section>`;
}

/** A form of its own for each fact, folded away: whoever was misunderstood says so where it stands. */
function renderCorrection(fact: UnderstoodBlock['facts'][number], block: UnderstoodBlock, { memory }: RenderContext): Html {
  const { input } = fact;
  const fields =
    input.type === 'dates'
      ? input.fields.map(
          ({ id, label, value }) =>
            html`<label>${capitalised(label)}<input type="date" name="${FIELD.fact}${id}" value="${value}"${trusted(`${DAYS}${value && ' required'}`)}></label>`,
        )
      : html`<label>${capitalised(fact.label)}<select name="${FIELD.fact}${input.id}">${input.options.map(
          ({ value, label }) =>
            html`<option value="${value}"${label === fact.value && trusted(' selected')}>${capitalised(label)}</option>`,
        )}</select></label>`;
  return html`<details class="fix"><summary>${block.correct}<span class="unseen"> ${fact.label}</span></summary>
<form method="post" action="/">${memoryField(memory)}<div class="dates">${fields}</div><div class="buttons"><button class="primary">${block.submit}</button></div></form></details>`;
}

function renderMail(block: MailBlock, { phrases }: RenderContext): Html {
  return html`<details class="mail"><summary>${block.title}</summary><div class="letter"><p class="asked">${block.subject}</p><pre>${block.text}</pre>
<button type="button" class="quiet" data-copy data-copied="${block.copied}" data-selected="${phrases.selected}" hidden>${block.copy}</button></div></details>`;
}

function renderQuestion(block: QuestionBlock, context: RenderContext): Html {
  const { input } = block;
  if (input.type === 'dates') {
    return html`<form class="question" method="post" action="/">${memoryField(context.memory)}<fieldset><legend>${block.prompt}</legend>
<div class="dates">${input.fields.map((field) => html`<label>${capitalised(field.label)}<input type="date" name="${FIELD.fact}${field.id}"${trusted(DAYS)} required></label>`)}</div>
<div class="buttons"><button class="primary">${block.submit}</button>
<button class="quiet" name="${FIELD.unknown}" value="1" formnovalidate>${input.unknown}</button></div></fieldset></form>`;
  }
  const unknownOffered = input.options.some((option) => option.value === UNKNOWN);
  const options = unknownOffered ? input.options : [...input.options, { value: UNKNOWN, label: context.phrases.unknown }];
  return html`<form class="question" method="post" action="/">${memoryField(context.memory)}<fieldset><legend>${block.prompt}</legend>
<div class="buttons">${options.map((option) => html`<button${option.value === UNKNOWN && trusted(' class="quiet"')} name="${FIELD.fact}${input.id}" value="${option.value}">${capitalised(option.label)}</button>`)}</div></fieldset></form>`;
}

function renderChoices(block: ChoicesBlock, context: RenderContext): Html {
  const { prompt, items, groups } = block;
  const list = (shown: ChoicesBlock['items'], look: 'chips' | 'rows'): Html =>
    html`<ul class="${look}">${shown.map((item) => html`<li><button name="${FIELD.entry}" value="${item.entry}">${item.label}</button></li>`)}</ul>`;
  const body = groups
    ? html`<div class="groups">${groups.map(
        (group) =>
          html`<section><h2>${group}</h2>${list(
            items.filter((item) => item.group === group),
            'rows',
          )}</section>`,
      )}</div>`
    : list(items, 'chips');
  return html`<form class="choices" method="post" action="/">${memoryField(context.memory)}<fieldset><legend>${prompt}</legend>
${body}</fieldset></form>`;
}

/** The memory travels with the page for the forms that are sent without script. */
export function memoryField(memory: Memory): Html {
  return html`<input type="hidden" name="${FIELD.memory}" value="${JSON.stringify(memory)}">`;
}

import type { FastifyRequest } from 'fastify';
import { fill } from '../../conversation/format.js';
import { sharePath, TOPIC } from '../../paths.js';
import { type Html, html, trusted } from '../html/html.js';
import { layout } from '../html/layout.js';
import type { SharePhrases } from '../phrases.js';
import type { Site } from '../site.js';
import { type ShareTexts, shareTexts } from './texts.js';
import { addressOf, type Topic } from './topic.js';

/** Everything a career centre needs to make the bot known: link, texts, QR code, poster, and the line for its own site. */
export function sharePage(request: FastifyRequest, site: Site, topic: Topic, qr: Html): Html {
  const { share } = site;
  const url = addressOf(request, site, topic);
  const id = topic?.id ?? null;
  return layout(request, site, {
    title: `${share.title} — ${site.phrases.title}`,
    description: share.lead,
    ...(topic ? {} : { canonical: '/paylas' }),
    kind: 'sharing',
    main: html`<h1>${share.title}</h1><p class="lede">${share.lead}</p>
${topicForm(site, topic)}
<section class="piece"><h2>${share.link}</h2>${copyable(url, share)}</section>
${texts(shareTexts(site, topic, url), share)}
<section class="piece split"><div><h2>${share.qr}</h2><p>${share.qrText}</p><p class="ways"><a class="button" href="${sharePath('/paylas/karekod.svg', id)}" download>${share.qrSvg}</a>
<a class="button" href="${sharePath('/paylas/karekod.png', id)}" download>${share.qrPng}</a></p></div><div class="qr" role="img" aria-label="${fill(share.qrAlt, { url })}">${qr}</div></section>
<section class="piece"><h2>${share.poster}</h2><p>${share.posterText}</p><p class="ways"><a class="button" href="${sharePath('/paylas/afis', id)}">${share.openPoster}</a></p></section>
${site.teamsLink && html`<section class="piece"><h2>${share.teamsChat}</h2><p>${share.teamsChatText}</p>${copyable(site.teamsLink, share)}</section>`}
${widget(site, site.origin(request))}`,
    script: site.assets.share,
  });
}

function topicForm({ share, knowledge }: Site, topic: Topic): Html {
  return html`<form class="topic" action="/paylas"><label for="konu">${share.choose}</label><div><select id="konu" name="${TOPIC}"><option value="">${share.whole}</option>${knowledge.entries.map(
    ({ id, label }) => html`<option value="${id}"${id === topic?.id && trusted(' selected')}>${label}</option>`,
  )}</select><button>${share.show}</button></div></form>`;
}

function texts({ mail, whatsapp, teams }: ShareTexts, share: SharePhrases): Html {
  const pieces = [
    [share.mail, mail, share.openMail],
    [share.whatsapp, whatsapp, share.openWhatsapp],
    [share.teams, teams, share.openTeams],
  ] as const;
  return html`${pieces.map(([title, { text, open }, label]) => html`<section class="piece"><h2>${title}</h2>${copyable(text, share, html`<a href="${open}" rel="noopener">${label}</a>`)}</section>`)}`;
}

/** A text to take along; the button comes hidden, as it needs the script. */
function copyable(text: string, share: SharePhrases, more?: Html): Html {
  return html`<pre tabindex="0">${text}</pre><p class="ways"><button type="button" data-copy data-copied="${share.copied}" data-selected="${share.selected}" hidden>${share.copy}</button>${more}</p>`;
}

function widget({ share, embedHosts }: Site, origin: string): Html {
  const hosts = embedHosts.length > 0 ? fill(share.widgetHosts, { hosts: embedHosts.join(', ') }) : share.widgetNoHosts;
  return html`<section class="piece"><h2>${share.widget}</h2><p>${share.widgetText}</p>${copyable(`<script src="${origin}/widget.js" defer></script>`, share)}
<p>${hosts}</p><p>${fill(share.widgetPolicy, { policy: `script-src ${origin}; frame-src ${origin}` })}</p>
<h3>${share.preview}</h3><iframe class="preview" src="/paylas/onizleme" title="${share.preview}" loading="lazy"></iframe></section>`;
}

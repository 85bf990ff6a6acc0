import type { FastifyRequest } from 'fastify';
import { fill } from '../../conversation/format.js';
import { sharePath } from '../../paths.js';
import { type Html, html } from '../html/html.js';
import { ICONS, sign } from '../html/icon.js';
import { layout } from '../html/layout.js';
import type { Site } from '../site.js';
import { addressOf, type Topic } from './topic.js';

/** A poster names so many topics; more would not be read in passing. */
const EXAMPLES = 4;

/** An A4 sheet for a wall: what is asked, the QR code, the address in letters. */
export function posterPage(request: FastifyRequest, site: Site, topic: Topic, qr: Html): Html {
  const { share, phrases, knowledge, assets, accent } = site;
  const url = addressOf(request, site, topic);
  const picture = assets.logo ? html`<img src="${assets.logo}" alt="">` : sign(accent);
  return layout(request, site, {
    title: `${share.poster}: ${topic?.label ?? phrases.title}`,
    kind: 'poster',
    main: html`<div class="poster-tools"><p>${share.posterHint}</p><p class="ways"><button type="button" class="primary" data-print hidden>${ICONS.print}${phrases.print}</button>
<a href="${sharePath('/paylas', topic?.id ?? null)}">${share.title}</a></p></div>
<div class="sheet"><p class="sheet-brand">${picture}<span>${knowledge.university?.name ?? phrases.title}</span></p>
<h1>${topic ? topic.label : share.posterHeading}</h1><p class="sheet-lead">${topic?.lead ?? share.posterLead}</p>
<div class="sheet-code"><div class="qr" role="img" aria-label="${fill(share.qrAlt, { url })}">${qr}</div>
<div><p class="sheet-scan">${share.posterScan}</p><p class="sheet-address">${url.replace(/^https?:\/\//, '').replace(/\/$/, '')}</p></div></div>
${!topic && examples(site)}<p class="sheet-foot">${share.posterFooter}</p></div>`,
    script: assets.share,
  });
}

/** Topics of students first: they are the ones who stand before it. */
function examples({ share, knowledge }: Site): Html {
  const first = knowledge.entries.filter(({ audience }) => audience[0] === 'student');
  const chosen = (first.length > 0 ? first : knowledge.entries).slice(0, EXAMPLES);
  return html`<div class="sheet-examples"><h2>${share.posterExamples}</h2><ul>${chosen.map(({ label }) => html`<li>${label}</li>`)}</ul></div>`;
}

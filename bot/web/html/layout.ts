import type { FastifyRequest } from 'fastify';
import type { Site } from '../site.js';
import { type Html, html, trusted } from './html.js';
import { sign, signAddress } from './icon.js';

/** What one page adds to what all have in common. */
export interface PageParts {
  readonly title: string;
  /** For search engines and for whoever pastes the link; at most two sentences. */
  readonly description?: string;
  /** Path of the one address it should be found under; a page without one is not to be found. */
  readonly canonical?: string;
  readonly head?: Html;
  /** The right end of the head. */
  readonly tools?: Html;
  readonly main: Html;
  /** Below the main part, such as the box to type in. */
  readonly below?: Html;
  /** Id of what the skip link leads to, and its words. */
  readonly skipTo?: { readonly id: string; readonly label: string };
  /** Name of the page for the stylesheet. */
  readonly kind: 'chat' | 'embedded' | 'reading' | 'sharing' | 'poster' | 'preview';
  readonly script?: string;
}

/** A whole page, with the head and the foot that every page has; in a frame (`embedded`) the page around it has them. */
export function layout(request: FastifyRequest, site: Site, page: PageParts): Html {
  const bare = page.kind === 'embedded' || page.kind === 'poster' || page.kind === 'preview';
  const { id, label } = page.skipTo ?? { id: 'icerik', label: site.phrases.skipContent };
  return html`<!doctype html>
<html lang="tr">${renderHead(request, site, page)}
<body class="${page.kind}">${
    !bare &&
    html`<a class="skip" href="#${id}">${label}</a>
${renderHeader(site, page.tools)}
`
  }<main id="icerik">${page.main}</main>
${page.below}${!bare && renderFooter(site)}${page.script && html`<script src="${page.script}" defer></script>`}</body></html>`;
}

function renderHead(request: FastifyRequest, { phrases, assets, accent, origin }: Site, page: PageParts): Html {
  const { title, description = phrases.description, canonical, kind } = page;
  const address = `${origin(request)}${canonical ?? ''}`;
  return html`<head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="description" content="${description}"><meta name="color-scheme" content="light dark">
${
  canonical === undefined
    ? html`<meta name="robots" content="noindex">`
    : html`<link rel="canonical" href="${address}">
<meta property="og:type" content="website"><meta property="og:site_name" content="${phrases.title}"><meta property="og:locale" content="tr_TR">
<meta property="og:title" content="${title}"><meta property="og:description" content="${description}"><meta property="og:url" content="${address}">
<meta property="og:image" content="${origin(request)}${assets.picture}"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">
<meta property="og:image:alt" content="${phrases.pictureAlt}"><meta name="twitter:card" content="summary_large_image">`
}
${kind === 'embedded' && html`<base target="_blank">`}<link rel="icon" href="${signAddress(accent)}"><link rel="stylesheet" href="${assets.style}">${page.head}</head>`;
}

function renderHeader(site: Site, tools: Html | undefined): Html {
  return html`<header class="head"><p class="brand"><a href="/">${brand(site)}</a></p>${tools}</header>`;
}

/** The university's logo or the bot's sign, and whose bot it is. */
function brand({ phrases, assets, knowledge, accent }: Site): Html {
  const { university } = knowledge;
  const picture = assets.logo ? html`<img class="logo" src="${assets.logo}" alt="" height="40">` : sign(accent);
  return html`${picture}<span>${phrases.title} <small>${university?.name ?? phrases.tagline}</small></span>`;
}

function renderFooter({ phrases, keptDays }: Site): Html {
  const links = [
    ['/s', phrases.questionsTitle],
    ['/paylas', phrases.shareTitle],
    ['/gizlilik', phrases.privacyTitle],
    ['/kosullar', phrases.termsTitle],
  ];
  return html`<footer class="foot"><p>${keptDays === null ? phrases.footer : phrases.footerLogged}</p><nav aria-label="${phrases.navigation}"><ul>${links.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}</ul></nav></footer>`;
}

/** Data for search engines. It is no code, so that the policy against inline code does not concern it. */
export function structuredData(data: object): Html {
  return html`<script type="application/ld+json">${trusted(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>`;
}

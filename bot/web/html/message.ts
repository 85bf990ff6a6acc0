import type { FastifyRequest } from 'fastify';
import type { Site } from '../site.js';
import { type Html, html } from './html.js';
import { layout } from './layout.js';

/** What a page says that only says something: privacy, terms, an error, thanks. */
export interface MessageParts {
  readonly title: string;
  /** A blank line begins a new paragraph. */
  readonly text?: string;
  /** Path it may be found under; an error has none. */
  readonly canonical?: string;
  readonly after?: Html;
}

export function messagePage(request: FastifyRequest, site: Site, { title, text = '', canonical, after }: MessageParts): Html {
  const paragraphs = text.split(/\n{2,}/).filter(Boolean);
  return layout(request, site, {
    title: `${title} — ${site.phrases.title}`,
    ...(canonical === undefined ? {} : { canonical }),
    kind: 'reading',
    main: html`<h1>${title}</h1>${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}${after}
<p><a class="button" href="/">${site.phrases.home}</a></p>`,
  });
}

import type { FastifyRequest } from 'fastify';
import { type Html, html } from '../html/html.js';
import { layout } from '../html/layout.js';
import type { Site } from '../site.js';

/** A page as a university might have it, with the widget on it. */
export function previewPage(request: FastifyRequest, site: Site): Html {
  const { share } = site;
  return layout(request, site, {
    title: share.previewTitle,
    kind: 'preview',
    main: html`<h1>${share.previewHeading}</h1><p>${share.previewText}</p>`,
    script: '/widget.js',
  });
}

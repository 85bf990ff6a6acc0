import type { Entry } from '../../../knowledge/schema.js';
import { pathOf } from '../../paths.js';
import { html } from '../html/html.js';

/** All pages that search engines should know, with the day on which somebody last looked at what they say. */
export function sitemap(origin: string, entries: readonly Entry[]): string {
  const addresses = [
    ...['/', '/s', '/gizlilik', '/kosullar'].map((path) => html`<url><loc>${origin}${path}</loc></url>`),
    ...entries.map(
      ({ id, source }) => html`<url><loc>${origin}${pathOf(id)}</loc>${source && html`<lastmod>${source.reviewed}</lastmod>`}</url>`,
    ),
  ];
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses}</urlset>
`.markup;
}

/** What search engines may look at: all that can be read, nothing that answers a form. */
export function robots(origin: string): string {
  return `User-agent: *\nDisallow: /api/\nDisallow: /gomulu\nDisallow: /paylas/\nDisallow: /*?\nSitemap: ${origin}/sitemap.xml\n`;
}

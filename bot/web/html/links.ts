import { splitAddresses } from '../../conversation/addresses.js';
import { type Html, html } from './html.js';

/** Text with the web addresses in it made into links; everything else stays text. */
export function linked(text: string): Html {
  return html`${splitAddresses(text).map((piece) => (piece.address ? html`<a href="${piece.text}" rel="noopener">${piece.text}</a>` : piece.text))}`;
}

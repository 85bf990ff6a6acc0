import { type Html, html } from './html.js';

/** Text with the web addresses in it made into links; everything else stays text. */
export function linked(text: string): Html {
  const pieces = text.split(ADDRESS);
  return html`${pieces.map((piece, index) => (index % 2 === 1 ? html`<a href="${piece}" rel="noopener">${piece}</a>` : piece))}`;
}

/** The address if it is one that a page may link to (web, mail or telephone), otherwise null. */
export function safeAddress(address: string): string | null {
  return /^(https?:\/\/|mailto:|tel:)\S+$/i.test(address) ? address : null;
}

// A full stop or comma at the end belongs to the sentence, not to the address.
const ADDRESS = /(https?:\/\/[^\s<>"'()“”‘’]*[^\s<>"'()“”‘’.,;:!?])/;

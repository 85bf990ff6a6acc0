import { trusted } from './html.js';

const SHAPES =
  '<path fill="#0c6b5e" d="M7 3h18a4 4 0 0 1 4 4v13a4 4 0 0 1-4 4H15.5l-6.7 5.4A.5.5 0 0 1 8 29v-5H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z"/>' +
  '<path fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" d="m10 14 4.2 4.2L22.5 9.5"/>';

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"`;

/** The bot's sign, a speech bubble with a tick, for the head of the page. */
export const icon = trusted(`${SVG} width="32" height="32" aria-hidden="true" focusable="false">${SHAPES}</svg>`);

/** The same as an address, so that the browser's tab needs no request. */
export const iconAddress = `data:image/svg+xml,${encodeURIComponent(`${SVG}>${SHAPES}</svg>`)}`;

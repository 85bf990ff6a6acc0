import { type Html, trusted } from './html.js';

const shapes = (accent: string): string =>
  `<path fill="${accent}" d="M7 3h18a4 4 0 0 1 4 4v13a4 4 0 0 1-4 4H15.5l-6.7 5.4A.5.5 0 0 1 8 29v-5H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z"/>` +
  '<path fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" d="m10 14 4.2 4.2L22.5 9.5"/>';

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"`;

/** The bot's sign, a speech bubble with a tick, in the accent; the stylesheet gives it the colours of the scheme. */
export function sign(accent: string): Html {
  return trusted(`${SVG} width="32" height="32" class="sign" aria-hidden="true" focusable="false">${shapes(accent)}</svg>`);
}

/** The same as an address, so that the browser's tab needs no request. */
export function signAddress(accent: string): Html {
  return trusted(`data:image/svg+xml,${encodeURIComponent(`${SVG}>${shapes(accent)}</svg>`)}`);
}

/** A small line drawing in the colour of the text around it. */
function line(path: string): Html {
  return trusted(
    `<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="${path}"/></svg>`,
  );
}

export const ICONS = {
  send: line('M12 19V5m-6.5 6.5L12 5l6.5 6.5'),
  search: line('M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zm5-2 4.5 4.5'),
  share: line('M12 15V4M8 7.5 12 3.5l4 4M5 12v7a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-7'),
  thumb: line('M7.5 11v9H4v-9zm0 0 3.8-7.5c1.7 0 2.7 1.3 2.4 3L13 10h5.4c1.3 0 2.2 1.2 1.9 2.4l-1.5 6a2 2 0 0 1-1.9 1.6H7.5'),
  print: line('M7 9V3h10v6M7 18H4v-8h16v8h-3M7 14h10v7H7z'),
  chat: line('M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z'),
} as const;

import { type Html, trusted } from '../html/html.js';

/** A quarter of the picture may be lost: posters get torn. */
const CORRECTION = 'Q';
/** Light modules around it, as the standard wants. */
const MARGIN = 4;
/** Pixels of a module in the PNG: sharp on a slide and on a sheet of paper. */
const SCALE = 20;
/** Two colours in even rows: grey without a filter is the smallest and the quickest to write. */
const GREY = { deflateLevel: 9, colorType: 0, filterType: 0 };

/** The QR code of an address as an SVG, black on white. */
export async function qrSvg(address: string): Promise<Html> {
  const { default: qr } = await import('qrcode');
  return trusted(await qr.toString(address, { type: 'svg', errorCorrectionLevel: CORRECTION, margin: MARGIN }));
}

/** Drawing one takes a while, and there are only so many addresses: the whole bot and each question. */
const drawn = new Map<string, Promise<Buffer>>();
const MAX_DRAWN = 100;

/** The same as a PNG, about 900 pixels wide. */
export function qrPng(address: string): Promise<Buffer> {
  const png = drawn.get(address) ?? drawPng(address);
  if (drawn.size < MAX_DRAWN) drawn.set(address, png);
  return png;
}

async function drawPng(address: string): Promise<Buffer> {
  const { default: qr } = await import('qrcode');
  return qr.toBuffer(address, { type: 'png', errorCorrectionLevel: CORRECTION, margin: MARGIN, scale: SCALE, rendererOpts: GREY });
}

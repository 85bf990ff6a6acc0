import { type Html, trusted } from '../html/html.js';

/** A quarter of the picture may be lost: posters get torn. */
const CORRECTION = 'Q';
/** Light modules around it, as the standard wants. */
const MARGIN = 4;
/** Side of the PNG, in pixels: sharp on a slide and on a sheet of paper. */
const SIDE = 1024;

/** The QR code of an address as an SVG, black on white. */
export async function qrSvg(address: string): Promise<Html> {
  const { default: qr } = await import('qrcode');
  return trusted(await qr.toString(address, { type: 'svg', errorCorrectionLevel: CORRECTION, margin: MARGIN }));
}

export async function qrPng(address: string): Promise<Buffer> {
  const { default: qr } = await import('qrcode');
  return qr.toBuffer(address, { type: 'png', errorCorrectionLevel: CORRECTION, margin: MARGIN, width: SIDE });
}

import jsQr from 'jsqr';
import { PNG } from 'pngjs';

/** What the QR code in a picture says, or null if there is none that can be read. */
export function readQrCode(png: Buffer): string | null {
  const { width, height, data } = PNG.sync.read(png);
  return jsQr.default(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

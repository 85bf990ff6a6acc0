import { inflateSync } from 'node:zlib';

export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

/** Decodes what Chromium writes: eight bits a channel, RGB or RGBA, not interlaced. */
export function readPng(file: Buffer): { width: number; height: number; pixels: Pixel[] } {
  const [width, height, channels] = [file.readUInt32BE(16), file.readUInt32BE(20), file[25] === 6 ? 4 : 3];
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const raw = unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const pixels = Array.from({ length: width * height }, (_, index): Pixel => {
    const at = index * channels;
    return [raw[at] ?? 0, raw[at + 1] ?? 0, raw[at + 2] ?? 0, channels === 4 ? (raw[at + 3] ?? 0) : 255];
  });
  return { width, height, pixels };
}

/** Undoes the filter that each row is stored with: a row is the difference to a guess from its neighbours. */
function unfilter(filtered: Buffer, stride: number, height: number, channels: number): Buffer {
  const raw = Buffer.alloc(stride * height);
  const byteAt = (row: number, column: number): number => (row < 0 || column < 0 ? 0 : (raw[row * stride + column] ?? 0));
  for (let row = 0; row < height; row += 1) {
    const start = row * (stride + 1);
    for (let column = 0; column < stride; column += 1) {
      const neighbours = [byteAt(row, column - channels), byteAt(row - 1, column), byteAt(row - 1, column - channels)] as const;
      raw[row * stride + column] = (filtered[start + 1 + column] ?? 0) + guess(filtered[start] ?? 0, ...neighbours);
    }
  }
  return raw;
}

function guess(filter: number, left: number, above: number, corner: number): number {
  if (filter === 4) return paeth(left, above, corner);
  return [0, left, above, (left + above) >> 1][filter] ?? 0;
}

function paeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove, toCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

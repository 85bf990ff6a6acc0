import { existsSync, readFileSync } from 'node:fs';
import { rootPath } from '../bot/root.js';

/** Icon → pixels on a side. */
const SIZES = { 'color.png': 192, 'outline.png': 32 } as const;

export type Icons = Readonly<Record<keyof typeof SIZES, Buffer | null>>;

export function readIcons(): Icons {
  const read = (name: string): Buffer | null => {
    const path = rootPath('manifest', name);
    return existsSync(path) ? readFileSync(path) : null;
  };
  return { 'color.png': read('color.png'), 'outline.png': read('outline.png') };
}

/** What Teams would refuse: an icon that is missing, no PNG, or of another size. */
export function iconMistakes(icons: Icons): string[] {
  return Object.entries(SIZES).flatMap(([name, side]) => {
    const icon = icons[name as keyof Icons];
    if (!icon) return [`${name} is missing`];
    const size = pngSize(icon);
    if (!size) return [`${name} is no PNG`];
    return size.width === side && size.height === side ? [] : [`${name} measures ${size.width}×${size.height}, not ${side}×${side}`];
  });
}

/** In pixels, from the first chunk. */
function pngSize(file: Buffer): { width: number; height: number } | null {
  if (file.length < 24 || file.toString('latin1', 0, 16) !== '\x89PNG\r\n\x1a\n\0\0\0\rIHDR') return null;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

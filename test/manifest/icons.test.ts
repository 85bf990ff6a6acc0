import { PNG } from 'pngjs';
import { iconMistakes, readIcons } from '../../manifest/icons.js';

const icons = readIcons();
const file = (name: keyof typeof icons): Buffer => icons[name] ?? Buffer.alloc(0);

/** Red, green, blue and alpha of each pixel, 0–255. */
function pixelsOf(png: Buffer): (readonly [number, number, number, number])[] {
  const { data } = PNG.sync.read(png);
  return Array.from({ length: data.length / 4 }, (_, at) => [...data.subarray(4 * at, 4 * at + 4)] as [number, number, number, number]);
}

describe('the icons', () => {
  test('have the sizes that Teams wants', () => {
    expect(iconMistakes(icons)).toEqual([]);
  });

  test('are told where they are missing, too large or no picture', () => {
    expect(iconMistakes({ 'color.png': null, 'outline.png': file('color.png') })).toEqual([
      'color.png is missing',
      'outline.png measures 192×192, not 32×32',
    ]);
    expect(iconMistakes({ ...icons, 'color.png': Buffer.from('<svg/>') })).toEqual(['color.png is no PNG']);
  });

  test('the colour icon has no hole', () => {
    const pixels = pixelsOf(file('color.png'));
    expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
    expect(new Set(pixels.map(String)).size).toBeGreaterThan(3);
  });

  test('the outline icon is white on transparent', () => {
    const pixels = pixelsOf(file('outline.png'));
    expect(pixels.filter(([, , , alpha]) => alpha > 0).every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(
      true,
    );
    const drawn = pixels.filter(([, , , alpha]) => alpha > 127).length;
    expect(drawn).toBeGreaterThan(100);
    expect(drawn).toBeLessThan(400);
  });
});

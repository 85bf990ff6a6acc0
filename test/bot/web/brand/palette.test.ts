import fc from 'fast-check';
import { contrast, mix } from '../../../../bot/web/brand/colour.js';
import { OWN_ACCENT, paletteOf, READABLE } from '../../../../bot/web/brand/palette.js';

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('the contrast of black and white is 21, of a colour with itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#0c6b5e', '#0c6b5e')).toBe(1);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('a mixture lies between its parts', () => {
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  expect(mix('#123456', '#ffffff', 0)).toBe('#123456');
});

test.each(['light', 'dark'] as const)('whatever the accent, it can be read on every background, %s', (scheme) => {
  fc.assert(
    fc.property(colours, (accent) => {
      const { ground, tint, said, accent: shown, 'accent-strong': strong, 'on-accent': onAccent } = paletteOf(accent, scheme);
      for (const background of [ground, tint, said]) {
        expect(contrast(shown, background)).toBeGreaterThanOrEqual(READABLE);
        expect(contrast(strong, background)).toBeGreaterThanOrEqual(READABLE);
      }
      expect(contrast(onAccent, shown)).toBeGreaterThanOrEqual(READABLE);
      expect(contrast(onAccent, strong)).toBeGreaterThanOrEqual(READABLE);
    }),
    { numRuns: 500 },
  );
});

test('an accent that can be read stays as it is', () => {
  expect(paletteOf(OWN_ACCENT, 'light').accent).toBe(OWN_ACCENT);
});

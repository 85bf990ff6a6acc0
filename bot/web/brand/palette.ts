import { contrast, mix } from './colour.js';

/** The accent where the university names none: the green of the bot's sign. */
export const OWN_ACCENT = '#0c6b5e';

/** Least contrast of text, WCAG 2.2 AA. */
export const READABLE = 4.5;

/** What does not depend on the accent and must be readable beside it; the stylesheet has the same. */
const FIXED = {
  light: { surface: '#ffffff', paper: '#faf8f2', own: '#fdf1da', warn: '#fdebe7', ink: '#000000' },
  dark: { surface: '#18201e', paper: '#1f211c', own: '#2e2617', warn: '#381e18', ink: '#ffffff' },
} as const;

export type Scheme = keyof typeof FIXED;

/** The colours that follow from an accent, by the name of their CSS variable. */
export type Palette = Readonly<Record<'ground' | 'tint' | 'said' | 'accent' | 'accent-strong' | 'on-accent', string>>;

/** How much of the accent stands in each background, how much darker (lighter) than the accent its strong form is, and the least contrast: on dark ground letters look thinner. */
const SHARES = {
  light: { ground: 0.035, tint: 0.11, said: 0.18, strong: 0.25, contrast: READABLE },
  dark: { ground: 0.05, tint: 0.14, said: 0.2, strong: 0.3, contrast: 6.5 },
} as const;
const BEHIND = { light: '#f8f8f6', dark: '#121514' } as const;
const STEP = 0.02;

/**
 * The page's colours for an accent (`#rrggbb`). An accent that could not be read is made darker (on dark: lighter) until text of it
 * can be read on every background, so that any university's colour will do.
 */
export function paletteOf(accent: string, scheme: Scheme): Palette {
  const { ink, ...fixed } = FIXED[scheme];
  const shares = SHARES[scheme];
  const behind = (share: number): string => mix(BEHIND[scheme], accent, share);
  const [ground, tint, said] = [behind(shares.ground), behind(shares.tint), behind(shares.said)];
  const backgrounds = [...Object.values(fixed), ground, tint, said];
  const readable = (colour: string): boolean => backgrounds.every((background) => contrast(colour, background) >= shares.contrast);
  let shade = 0;
  while (shade < 1 && !readable(mix(accent, ink, shade))) shade += STEP;
  const shown = mix(accent, ink, Math.min(shade, 1));
  return {
    ground,
    tint,
    said,
    accent: shown,
    'accent-strong': mix(shown, ink, shares.strong),
    'on-accent': scheme === 'light' ? '#ffffff' : mix('#000000', accent, 0.12),
  };
}

/** The palettes of an accent as a stylesheet. */
export function paletteCss(accent: string): string {
  const block = (scheme: Scheme): string =>
    `:root{${Object.entries(paletteOf(accent, scheme))
      .map(([name, value]) => `--${name}:${value}`)
      .join(';')}}`;
  return `${block('light')}@media screen and (prefers-color-scheme:dark){${block('dark')}}`;
}

/** Turkish case endings: -den (`from`), -e (`to`), -de (`at`), -in (`of`), -le (`with`), the rest (`bare`: -i, possessive). */
export type Suffix = 'from' | 'to' | 'at' | 'of' | 'with' | 'bare';

const SUFFIXES: readonly (readonly [Suffix, RegExp])[] = [
  ['from', /^(?:s?[iu]n)?[dt][ae]n$/],
  ['at', /^(?:s?[iu]n)?[dt][ae](?:ki(?:l[ae]r)?(?:n?[iu]n?|n[ae]|nd[ae]n?)?)?$/],
  ['to', /^(?:s?[iu]n|y)?[ae]$/],
  ['with', /^(?:s?[iu][ny]?|y)?l[ae]$/],
  ['of', /^(?:s?[iu])?n?[iu]n$/],
  ['bare', /^(?:y?[iu]|s[iu]|s?[iu]n[iu])$/],
];
/** "28 Eylül'dür", "18 Eylül'dedir", "25 Eylül'müş", "3 Ağustos'tu": "is" or "was" hangs on the ending, or takes its place. */
const COPULA = /(?:[dt][iu]r|y?m[iu]s|(?:^[dt]|yd)[iu])$/;
const cache = new Map<string, Suffix | null>();

/** The case that the folded letters mark ("inde" → `at`), or null if they are no ending. */
export function suffixOf(letters: string): Suffix | null {
  const known = cache.get(letters);
  if (known !== undefined) return known;
  const found = caseOf(letters.replace(COPULA, ''), letters);
  if (cache.size < 2000) cache.set(letters, found);
  return found;
}

function caseOf(ending: string, letters: string): Suffix | null {
  if (ending === '' && letters !== '') return 'bare';
  return SUFFIXES.find(([, pattern]) => pattern.test(ending))?.[0] ?? null;
}

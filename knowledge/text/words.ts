import { fold } from './fold.js';

/** Length to which a word is cut: for Turkish retrieval as good as a lemmatiser (Can et al., JASIST 59(3), 2008). */
const STEM_LENGTH = 5;

/** "SGK'nın" and "28'inde": what follows the apostrophe is a suffix. */
const APOSTROPHE_SUFFIX = /(?<=[\p{L}\d])'\p{L}+/gu;
const WORD = /\p{L}+|\d+/gu;
/** "yapabilirmiyim", "varmı": the question particle written together with its host. */
const JOINED_PARTICLE = /^(\p{L}{3,}?)(m[iu](?:y[iu]m|s[iu]n|y[iu]z|s[iu]n[iu]z|yd[iu])?)$/u;
/** What the particle is joined to: a word that asks by itself, or a verb (-r, -yor, -ecek, -mez, -di); "bölümü" and "formu" end alike and are neither. */
const PARTICLE_HOSTS = new RegExp(
  [
    '^(?:var|yok|degil|dogru|zorunlu|mecburi|gerekli|lazim|sart|mumkun|serbest|uygun|gecerli|yasak|yeterli)$',
    '..(?:[aeiu]r|yor?|c[ae]?k|m[ae]z|l[ae]r)$',
    '(?:m[ae]|[lnkstpr])[dt][iu]$',
  ].join('|'),
  'u',
);
/** Nouns in the same clothes: "yardımı", "kaydımı", "kendimi". */
const NO_HOSTS = /^(?:yardi|kaydi|derdi|hatti|karti|transkripti|kendi|dersler)$/u;

/** The folded words of a text in order, without apostrophe suffixes, with joined question particles set apart, without -de/-da, and long repeats shortened ("çoook" → "cok"). */
export function words(text: string): string[] {
  const folded = fold(text)
    .replace(APOSTROPHE_SUFFIX, '')
    .replace(/(\p{L})\1{2,}/gu, '$1');
  const found = folded.match(WORD) ?? [];
  return found.flatMap(splitParticle).flatMap(withoutLocative);
}

/** "okulda", "fakültede", "yurtta": the ending is hard after a hard consonant, which tells it from "sigorta". */
const LOCATIVE = /^(\p{L}{3,}(?:[fstkchp](?=t)|[^fstkchp](?=d)))[dt][ae]$/u;
/** "okul da", "staj de". */
const CLITIC = /^[dt][ae]$/;

/** Without the ending -de/-da, which is as often typed apart as joined. */
function withoutLocative(word: string): string[] {
  const host = LOCATIVE.exec(word)?.[1];
  if (host !== undefined) return [host];
  return CLITIC.test(word) ? [] : [word];
}

function splitParticle(word: string): string[] {
  const [, host, particle] = JOINED_PARTICLE.exec(word) ?? [];
  return host && particle && PARTICLE_HOSTS.test(host) && !NO_HOSTS.test(host) ? [host, particle] : [word];
}

/** A word cut to its first five letters. */
export function stem(word: string): string {
  return word.slice(0, STEM_LENGTH);
}

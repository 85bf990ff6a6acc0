import { fold } from './fold.js';

/** Length to which a word is cut: for Turkish retrieval as good as a lemmatiser (Can et al., JASIST 59(3), 2008). */
const STEM_LENGTH = 5;

/** "SGK'nın" and "28'inde": what follows the apostrophe is a suffix. */
const APOSTROPHE_SUFFIX = /(?<=[\p{L}\d])['’‘`´ʼ]\p{L}+/gu;
const WORD = /\p{L}+|\d+/gu;
/** "yapabilirmiyim", "varmı": the question particle written together with its verb. */
const JOINED_PARTICLE = /^(\p{L}{3,}?)(m[iu](?:y[iu]m|s[iu]n|y[iu]z|s[iu]n[iu]z|yd[iu])?)$/u;
const PARTICLE_HOSTS = /(?:r|ir|ar|er|ur|z|yor|yo|var|yok|li|lu|ak|ek|di|du|ti|tu|k|mez|maz)$/u;

/** The folded words of a text in order, without apostrophe suffixes, with joined question particles set apart and long repeats shortened ("çoook" → "cok"). */
export function words(text: string): string[] {
  const folded = fold(text)
    .replace(APOSTROPHE_SUFFIX, '')
    .replace(/(\p{L})\1{2,}/gu, '$1');
  const found = folded.match(WORD) ?? [];
  return found.flatMap(splitParticle);
}

function splitParticle(word: string): string[] {
  const [, host, particle] = JOINED_PARTICLE.exec(word) ?? [];
  return host && particle && PARTICLE_HOSTS.test(host) ? [host, particle] : [word];
}

/** A word cut to its first five letters. */
export function stem(word: string): string {
  return word.slice(0, STEM_LENGTH);
}

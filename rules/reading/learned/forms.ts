/** What a Turkish verb says beside its meaning: that it was not so, or that it is not so yet. */
export type Mark = 'not' | 'future' | 'if' | 'wish';

/** A folded word brought to its stem, with what its endings say. */
export interface Form {
  readonly stem: string;
  readonly marks: readonly Mark[];
  /** True if it has an ending that only verbs take. */
  readonly isVerb: boolean;
}

const STEM_LENGTH = 5;
/** Endings of tense and mood behind the root, with what they say; in the order in which they are tried. */
const TENSES: readonly (readonly [RegExp, Mark | null])[] = [
  [/(?:y?[ae]c[ae][gk]?|[iu]?c[ae](?=[mkzn]$))(?:l[ae]r|t[iu]|m[iu]s)?(?:[iu]m|[iu]z|[iu]|[iu]n[iu]|m|k|z|n|t[iu]r)?$/, 'future'],
  [/(?:(?:d[iu]|t[iu]|m[iu]s|[ae]r|[iu]r|z|yor|c[ae]k))?s[ae](?:m|k|n|n[iu]z|l[ae]r)?$/, 'if'],
  [/(?:y?[ae](?:y[iu]m|l[iu]m)|s[iu]n(?:l[ae]r)?)$/, 'wish'],
  [/m[iu]st[iu](?:r|m|k|n|l[ae]r)?$/, null],
  [/[iu]?yor?(?:um|uz|sun|l[ae]r|d[iu]|mus|dur)?$/, null],
  [/m[ae]kt[ae](?:d[iu]r|y[iu]m|y[iu]z|yd[iu])?$/, null],
  [/[dt][iu][gk](?:[iu]m[iu]z|[iu]m|[iu]|l[ae]r[iu])?(?:nd[ae]n?|n[iu]n?|d[ae]n?|[ae])?$/, null],
  [/[dt][iu](?:m|k|n|n[iu]z|l[ae]r|yd[iu])?$/, null],
  [/m[iu]s(?:[iu]m|[iu]z|s[iu]n|l[ae]r)?$/, null],
  [/y?[iu](?:nc[ae]|p)$/, null],
];
/** A verb that is denied: its root stands before, its tense behind. "Başlatma", "gelmesi" are nouns. */
const DENIED: readonly RegExp[] = [
  /^([a-z]{2,}?)m[ae](?:d[ae]n$|(?=d[iu]|m[iu]s|y[ae]c|y[ae]n|z|m[ae]kt|s[ae]|y[iu]nc|y[iu]p))/,
  /^([a-z]{2,}?)m[iu](?=y(?:o|[ae]c|[iu]c)|c[ae])/,
];
/** "Alamadım", "veremedi": the vowel of -ebil- stays with short roots. */
const ABILITY = /^([a-z]{1,2}[b-df-hj-np-tv-z])[ae]$/;
/** Roots that soften before a vowel. */
const SOFTENED: Readonly<Record<string, string>> = { ed: 'et', gid: 'git' };
/** Nouns in the clothes of verbs. */
const NOUNS =
  /^(?:staj|okul|kurum|firma|birim|tarih|evrak|belge|temmuz|mart|haziran|memur|zaman|tamam|yarin|durum|kadar|biraz|diger|haber|sekret|merkez|imza|kamu)/;

/** The stem of a folded word and what its verbal endings say: "getirmemişti" → getir, not; "verilecek" → veril, future. */
export function formOf(word: string): Form {
  if (word.length < 4 || NOUNS.test(word)) return { stem: word.slice(0, STEM_LENGTH), marks: [], isVerb: false };
  const denied = DENIED.map((pattern) => pattern.exec(word)?.[1]).find((root) => root !== undefined);
  const [pattern, mark] = TENSES.find(([ending]) => word.search(ending) >= 2) ?? [];
  const marks = mark ? [mark] : [];
  if (denied !== undefined) return { stem: stemOf(ABILITY.exec(denied)?.[1] ?? denied), marks: ['not', ...marks], isVerb: true };
  return { stem: stemOf(pattern ? word.slice(0, word.search(pattern)) : word), marks, isVerb: pattern !== undefined };
}

function stemOf(root: string): string {
  return SOFTENED[root] ?? root.slice(0, STEM_LENGTH);
}

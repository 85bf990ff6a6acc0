import { between, type Hit } from './cues.js';
import type { Resolved } from './resolve.js';

/** Where sentences (`.`) and clauses (`,`) end. */
export interface Boundaries {
  readonly sentenceOf: (at: number) => { start: number; end: number; index: number };
  /** The end of the clause that holds the place. */
  readonly clauseEnd: (at: number) => number;
}

/** A resolved mention with what the words right after it say: `isSince` where something has lasted since then, `isUntil` where it lasts until then. */
export interface Marked extends Resolved {
  readonly isSince: boolean;
  readonly isUntil: boolean;
  /** True for the day that something was moved to: "28 Eylül'e ertelendi". */
  readonly isMovedTo: boolean;
  /** True for "21 Eylül'deki". */
  readonly isAttribute: boolean;
  /** True for "14 Eylül'de başlayan derslerle". */
  readonly isOfTerm: boolean;
  /** True where a length follows at once: "3 ağustos 4 hafta". */
  readonly isLong: boolean;
}

/** So far after a date what is said of it at once, and in a few words more; letters of the folded text. */
const REACH = 12;
const FAR_REACH = 40;

const IN_WORDS = 'bir|iki|uc|dort|bes|alti';
const UNIT = '(?:is ?gun|gun|hafta|ay)(?!us)';
/** How long something lasts, anywhere in a stretch of text. */
export const LENGTH = new RegExp(`(?:\\d|${IN_WORDS}) ?${UNIT}`);
const LENGTH_NEXT = new RegExp(`^[^a-z\\d]{0,3}(?:(?:o )?d[ae] )?(?:\\d+|${IN_WORDS}) ?${UNIT}`);

/** "31 ağustosta Devlet Su İşlerinde 3 hafta": the place may stand between. */
const LENGTH_NEAR = new RegExp(`${LENGTH_NEXT.source}|^[^\\d.,;?!]{1,30} ${LENGTH.source}`);

/** "3 Ağustos'tan beri bekliyorum". */
const SINCE = /^[^a-z]{0,3}(?:beri|once|sonra)/;
/** "14 Eylül'de başlayan derslerle", "1 ekimde dersler başlıyor", "28 Eylül-31 Aralık ders var". */
const OF_TERM = new RegExp(
  [
    '(?:basla|acil)(?:yan|an|yacak(?: olan)?|acak(?: olan)?) (?:ders|okul|donem|guz|bahar|egitim|yariyil)',
    'dersler(?:imiz)?(?![a-z])(?! \\d)',
    '(?:okul|okullar|donem|egitim)[a-z]* (?:bas|bsl|acil)',
    '(?:ders|okul|donem|guz)[a-z]* (?:basi|baslangic|baslama)',
    '(?:kadar |arasi |arasinda |tarihleri arasi(?:nda)? )?(?:ders(?:im|imiz)? (?:var|olacak|yap|goru|suru)|dersteyiz|ders donemi)',
  ]
    .map((words) => `^ ?${words}`)
    .join('|'),
);
const ATTRIBUTE = /[dt][ae]ki$/;
const UNTIL = /^[^a-z]{0,3}(?:kadar|dek|degin)/;
/** "3 ağustostan 28 ağustosa aldım": taken from one day to the other, not moved. */
const NOT_MOVED = /^[^a-z]{0,3}(?:kadar |dek )?(?:kabul|teklif|onay|kadar|dek)/;
const TAKEN = /^[^a-z]{0,3}(?:aldi[mk]|almis)/;

/** A mention with what the words right after it say of it. */
export function marked(date: Resolved, text: string, moves: readonly Hit[], bounds: Boundaries): Marked {
  const after = text.slice(date.end, date.end + REACH);
  const found = {
    ...date,
    isSince: SINCE.test(after),
    isUntil: UNTIL.test(after),
    isMovedTo:
      date.to.suffix === 'to' && !NOT_MOVED.test(text.slice(date.end)) && between(moves, date.end, bounds.clauseEnd(date.end)).length > 0,
    isAttribute: ATTRIBUTE.test(text.slice(date.start, date.end)),
    isOfTerm: OF_TERM.test(text.slice(date.end, date.end + FAR_REACH)),
    isLong: (date.from.suffix === 'at' ? LENGTH_NEAR : LENGTH_NEXT).test(text.slice(date.end, date.end + FAR_REACH)),
  };
  return found.isMovedTo && date.kind === 'range' && date.from.suffix === 'from' && !TAKEN.test(after) ? lastOf(found) : found;
}

/** "30 eylülden 18 eylüle çektirdim": the day it was moved from is none any more. */
function lastOf(range: Marked): Marked {
  const year = range.to.year === null ? range.fromDate?.slice(0, 4) : undefined;
  const day = year && range.toDate ? year + range.toDate.slice(4) : range.toDate;
  return { ...range, kind: 'point', from: range.to, fromDate: day, toDate: day, problem: null };
}

import { between, type Hit, hitsOf, outermost } from './cues.js';
import type { Lexicon } from './lexicon.js';
import { type Boundaries, LENGTH, type Marked, marked } from './marked.js';
import type { Searched } from './patterns.js';
import type { Resolved } from './resolve.js';

/** What a mention of dates is about. */
type Owner = 'internship' | 'term' | 'none';
/** Whether a single date begins or ends it. */
type Role = 'start' | 'end' | 'range';

/** A mention of dates with what it is about. */
export interface Owned extends Resolved {
  readonly owner: Owner;
  readonly role: Role | null;
  /** True where the date is only supposed: "ya 25 eylülde bitse". */
  readonly supposed: boolean;
  /** True where the date stood once and may stand no more: "14 Eylül sanıyordum, 5 Ekim'e almışlar". */
  readonly superseded: boolean;
  /** The stretch of text around it in which its cues stand. */
  readonly left: number;
  readonly right: number;
  readonly sentence: number;
}

const OWNER_CUES = ['internship', 'term', 'otherDate'] as const;
const ROLE_CUES = [
  'event',
  'movedTo',
  'supposedStart',
  'supposedEnd',
  'start',
  'end',
  'firstDay',
  'lastDay',
  'termVerb',
  'termEnd',
] as const;
/** What the words around a mention say of it, before it is known whose it is. */
type Said = Role | 'supposedStart' | 'supposedEnd' | 'event' | null;
const NEXT_TO = 4;
/** So near before a date stands its noun ("son günü: pazartesi"). */
const NOUN_REACH = 12;
const DENIAL_REACH = 60;
const DECLINED_REACH = 30;

/** Tells for every mention whether it is an internship's, the teaching term's or neither, and which end it is. */
export function giveRoles(text: Searched, resolved: readonly Resolved[], lexicon: Lexicon, bounds: Boundaries): Owned[] {
  const moves = hitsOf(text, lexicon, ['movedTo']);
  const dates = resolved.map((date) => marked(date, text.text, moves, bounds));
  const owners = outermost(hitsOf(text, lexicon, OWNER_CUES));
  const roles = nounsFirst(outermost(hitsOf(text, lexicon, ROLE_CUES).map((hit) => (hit.cue === 'event' ? verbOf(text.text, hit) : hit))));
  const old = hitsOf(text, lexicon, ['superseded']);
  const declined = hitsOf(text, lexicon, ['declined']);
  const ordinals = hitsOf(text, lexicon, ['first', 'second', 'third', 'other']);
  const owned: Owned[] = [];
  const places = dates.map((date, index) => {
    const { start, end, index: sentence } = bounds.sentenceOf(date.start);
    const next = dates[index + 1];
    return {
      left: Math.max(start, dates[index - 1]?.end ?? 0),
      afterDate: (dates[index - 1]?.end ?? -1) > start,
      right: Math.min(end, next?.start ?? end),
      sentence,
      followed: next !== undefined && next.start < end,
    };
  });
  const roleOf: Said[] = new Array(dates.length).fill(null);
  for (let index = dates.length - 1; index >= 0; index--) {
    const [date, place] = [dates[index] as Marked, places[index] as (typeof places)[number]];
    const found = roleAt(date, place, roles, bounds, text.text);
    const gap =
      found === null &&
      place.followed &&
      between(roles, date.end, place.right).length === 0 &&
      between(ordinals, date.end, place.right).length > 0;
    roleOf[index] = gap ? (roleOf[index + 1] ?? null) : found;
  }
  dates.forEach((date, index) => {
    const place = places[index] as (typeof places)[number];
    const before = owned.at(-1)?.sentence === place.sentence ? owned.at(-1) : undefined;
    const cue = isDeclined(date, place, declined) ? 'none' : ownerCue(date, place, owners, roles, bounds);
    const together = before && between(ordinals, before.end, date.start).length === 0 ? before : undefined;
    const found = roleOf[index] ?? null;
    const said = isVerbless(date, found) ? verblessRole(date, place, cue, together, roles, text.text) : found;
    owned.push({
      ...date,
      ...place,
      supposed: said !== null && said in SUPPOSED,
      superseded: isSuperseded(date, place, old, text.text, bounds),
      ...ownerAndRole(date, cue ?? ownerMoved(date, before), roleIn(said), before),
    });
  });
  return owned;
}

/** What is moved keeps its owner: "dersler 21 Eylül'deydi, 5 Ekim'e ertelendi". */
function ownerMoved({ isMovedTo }: Marked, before: Owned | undefined): Owner | null {
  return isMovedTo && before ? before.owner : null;
}

const OLD_NOUN = /^(?:eski|onceki|evvelki|ilk|baslangicta|normalde)/;

/** "3-21 Ağustos olanı reddettim", "birini (1-30 Eylül) reddetti": the verb comes before any other date. */
function isDeclined({ kind, end }: Marked, { right }: Place, declined: readonly Hit[]): boolean {
  return kind === 'range' && between(declined, end, right).some(({ start }) => start - end < DECLINED_REACH);
}

/** Said by the verb after the date, or by the noun before it in its clause. */
function isSuperseded(date: Marked, { left, right }: Place, old: readonly Hit[], text: string, bounds: Boundaries): boolean {
  const after = between(old, date.end, Math.min(right, bounds.clauseEnd(date.end)));
  const before = between(old, left, date.start).filter(
    (hit) => OLD_NOUN.test(text.slice(hit.start)) && bounds.clauseEnd(hit.start) >= date.start,
  );
  return after.length + before.length > 0;
}

/** "7 Eylül'de başlayıp 2 Ekim'de, …": what begins also ends, unless its length is told; else the next verb of the sentence is the date's. */
function verblessRole(date: Marked, place: Place, cue: Owner | null, before: Owned | undefined, roles: readonly Hit[], text: string): Said {
  if (date.isLong) return 'start';
  const continues = before?.owner === 'internship' && before.role === 'start' && (cue === null || cue === 'internship');
  const isLong = continues && LENGTH.test(text.slice(before.end, date.start));
  if (continues && !isLong && (date.fromDate ?? '') > (before.fromDate ?? '')) return 'end';
  const verb = between(roles, date.end, place.right).find((hit) => hit.cue === 'start' || hit.cue === 'end');
  return verb ? roleOfCue(verb) : null;
}

function isVerbless({ kind, from, isLong }: Marked, said: Said): boolean {
  return said === null && kind === 'point' && (from.suffix === 'at' || isLong);
}

const SUPPOSED: Readonly<Record<string, Role>> = { supposedStart: 'start', supposedEnd: 'end' };

function roleIn(said: Said): Role | 'event' | null {
  return said === 'supposedStart' || said === 'supposedEnd' ? (SUPPOSED[said] ?? null) : said;
}

function ownerAndRole(
  date: Resolved,
  cue: Owner | null,
  role: Role | 'event' | null,
  before: Owned | undefined,
): { owner: Owner; role: Role | null } {
  if (role === 'event') return { owner: 'none', role: null };
  // The role stays: "finaller 4 ocakta başlıyor, 16 ocakta bitiyor" are two dates of the finals.
  if (cue === 'none') return { owner: 'none', role };
  if (date.kind === 'range') return { owner: cue ?? 'internship', role: 'range' };
  const pairs = before !== undefined && before.role !== null && before.role !== role && before.kind === 'point';
  const owner = cue ?? (pairs && role ? before.owner : null);
  if (role) return { owner: owner ?? 'internship', role };
  if (owner === null || date.from.month === null || date.from.suffix === 'of') return { owner: 'none', role: null };
  return { owner, role: 'start' };
}

interface Place {
  readonly left: number;
  /** True if another date stands before it in its sentence. */
  readonly afterDate: boolean;
  readonly right: number;
  readonly followed: boolean;
}

/** The nearest cue of what the mention is about: in its own clause, and there what stands before it first, as subjects do in Turkish. */
function ownerCue(date: Marked, place: Place, owners: readonly Hit[], roles: readonly Hit[], bounds: Boundaries): Owner | null {
  const clauseEnd = Math.min(place.right, bounds.clauseEnd(date.end));
  const verb = between(roles, place.left, date.start)
    .filter((hit) => (hit.cue === 'start' || hit.cue === 'end' || isTermVerb(hit.cue)) && !isPartOfNoun(hit, roles))
    .at(-1);
  const before = between(owners, place.left, date.start).filter((hit) => !verb || hit.start >= verb.end);
  const near = before.filter((hit) => bounds.clauseEnd(hit.start) >= date.start).at(-1);
  const isTerm = between(roles, date.end, clauseEnd).some(({ cue }) => isTermVerb(cue));
  if (date.isOfTerm || (isTerm && (near === undefined || near.cue === 'term'))) return 'term';
  // "Stajı 21 Eylül'deki ders başlangıcına kadar": such a date belongs to what follows it.
  const attribute = date.isAttribute ? between(owners, date.end, clauseEnd)[0] : undefined;
  if (attribute) return ownerOf(attribute);
  if (near) return ownerOf(near);
  const after = between(owners, date.end, clauseEnd)[0];
  if (after && belongsHere(date, after, place, clauseEnd, roles)) return ownerOf(after);
  const isOnlyTerm = between(owners, place.left, place.right).every(({ cue }) => cue === 'term');
  const far = before.filter((hit) => date.kind === 'point' || isOnlyTerm || hit.cue === 'internship').at(-1);
  return far ? ownerOf(far) : null;
}

/** "7 eylülde başlıyor dersler 5 ekimde": a cue before the next date, with no verb after it, belongs to that one. */
function belongsHere(date: Resolved, after: Hit, place: Place, clauseEnd: number, roles: readonly Hit[]): boolean {
  if (date.kind === 'range' && after.cue === 'term') return false;
  const beforeNext = place.followed && clauseEnd === place.right;
  if (!beforeNext) return true;
  const verbs = between(roles, after.start, clauseEnd);
  // "26 haziranda bitiyor stajı 29 haziran …": behind the verb the next date's subject stands.
  return after.cue === 'internship' ? verbs.length > 0 || between(roles, date.end, after.start).length === 0 : verbs.length > 0;
}

/** "Derslere başlama tarihi 19 Ekim": "başlama" is a noun here. */
function isPartOfNoun({ start, end }: Hit, roles: readonly Hit[]): boolean {
  return roles.some((noun) => noun.cue.endsWith('Day') && noun.start < end && noun.end > start);
}

function isTermVerb(cue: Hit['cue']): boolean {
  return cue === 'termVerb' || cue === 'termEnd';
}

function ownerOf(hit: Hit): Owner {
  return hit.cue === 'internship' || hit.cue === 'term' ? hit.cue : 'none';
}

/** The role that the words around a mention give it: the noun before ("son günü 5 Ekim"), the verb after, the case ending. */
function roleAt(date: Marked, place: Place, roles: readonly Hit[], bounds: Boundaries, text: string): Said {
  if (date.kind === 'range') return 'range';
  const before = between(roles, place.left, date.start).at(-1);
  const noun = before?.cue.endsWith('Day') && isNear(before, date, text) ? roleOfCue(before) : null;
  if (noun) return noun;
  if (date.isMovedTo) return 'start';
  if (date.isUntil) return 'end';
  const after = between(roles, date.end, Math.min(place.right, bounds.clauseEnd(date.end)));
  // "… başlıyor, son günü 5 Ekim": a noun right before the next date is that one's.
  const [verb] = place.followed ? after.filter((hit) => !hit.cue.endsWith('Day') || place.right - hit.end >= NOUN_REACH) : after;
  // "28 Eylül'e ertelediler": the day it was moved to begins it; without that ending the verb tells nothing of it.
  if (verb?.cue === 'movedTo' && date.from.suffix === 'to') return 'start';
  const said = verb && verb.cue !== 'movedTo' && !isReported(date, verb, text) ? roleOfCue(verb) : null;
  // "14 Eylül'den itibaren staj verdiler": what is given from a day on begins on it.
  if (said === 'event' && date.from.suffix === 'from' && !date.isSince) return 'start';
  return said ?? roleOfEnding(date) ?? roleOfVerbBefore(date, place, before, bounds);
}

/** "5 Ekim'de ders başı yapacağını ilan etti": the day is that of what was announced, not of the announcement. */
function isReported({ end }: Marked, { cue, start }: Hit, text: string): boolean {
  return cue === 'event' && /[ae]c[ae]g[iu]n[iu]\b/.test(text.slice(end, start));
}

/** The noun of a date stands right before it, or before another that is denied: "son günü 28 Ağustos değil 21 Ağustos". */
function isNear({ end }: Hit, { start }: Marked, text: string): boolean {
  return start - end < NOUN_REACH || (start - end < DENIAL_REACH && /\bdegil\b[^.?!]*$/.test(text.slice(end, start)));
}

function roleOfCue({ cue }: Hit): Said {
  if (cue === 'event' || cue === 'supposedStart' || cue === 'supposedEnd') return cue;
  return cue === 'end' || cue === 'lastDay' || cue === 'termEnd' ? 'end' : 'start';
}

function roleOfEnding({ from }: Resolved): Role | null {
  if (from.edge || from.suffix === 'to') return 'end';
  return from.suffix === 'from' ? 'start' : null;
}

/** "başlıyor 7 eylülde": the verb stands right before, in the same clause. */
function roleOfVerbBefore(date: Resolved, place: Place, verb: Hit | undefined, bounds: Boundaries): Role | null {
  // "Okul geç açılıyor, 19 Ekim'de": a comma may stand between.
  const isApart = bounds.clauseEnd(verb?.start ?? 0) < date.start && !isTermVerb(verb?.cue ?? 'end');
  if (!verb || date.start - verb.end >= NEXT_TO || isApart) return null;
  // "15 Ağustos'ta başlayıp 11 Eylül'de": the verb is the date's before it.
  if (place.afterDate && bounds.clauseEnd(place.left) > verb.start) return null;
  if (isTermVerb(verb.cue)) return verb.cue === 'termEnd' ? 'end' : 'start';
  return verb.cue === 'start' || verb.cue === 'end' ? verb.cue : null;
}

/** "Başlangıcı" begins like "başlamak", but it stands before its date. */
function nounsFirst(roles: readonly Hit[]): Hit[] {
  const nouns = roles.filter((hit) => hit.cue === 'firstDay' || hit.cue === 'lastDay');
  return roles.filter((hit) => nouns.includes(hit) || !nouns.some((noun) => noun.start <= hit.start && noun.end >= hit.end));
}

/** "Teklifi 6 Temmuz'da kabul etti": what happened on the day is told by the verb, wherever its object stands. */
function verbOf(folded: string, hit: Hit): Hit {
  return { ...hit, start: Math.max(hit.start, folded.lastIndexOf(' ', hit.end - 1) + 1) };
}

import { between, type Hit, hitsOf, outermost } from './cues.js';
import type { Lexicon } from './lexicon.js';
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
  /** The stretch of text around it in which its cues stand. */
  readonly left: number;
  readonly right: number;
  readonly sentence: number;
}

/** Where sentences (`.`) and clauses (`,`) end. */
export interface Boundaries {
  readonly sentenceOf: (at: number) => { start: number; end: number; index: number };
  /** The end of the clause that holds the place. */
  readonly clauseEnd: (at: number) => number;
}

const OWNER_CUES = ['internship', 'term', 'otherDate'] as const;
const ROLE_CUES = ['event', 'start', 'end', 'firstDay', 'lastDay', 'termVerb'] as const;
const NEXT_TO = 4;
/** So near before a date stands its noun ("son günü: pazartesi"). */
const NOUN_REACH = 12;

/** Tells for every mention whether it is an internship's, the teaching term's or neither, and which end it is. */
export function giveRoles(text: Searched, dates: readonly Resolved[], lexicon: Lexicon, bounds: Boundaries): Owned[] {
  const owners = outermost(hitsOf(text, lexicon, OWNER_CUES));
  const roles = nounsFirst(outermost(hitsOf(text, lexicon, ROLE_CUES).map((hit) => (hit.cue === 'event' ? verbOf(text.text, hit) : hit))));
  const ordinals = hitsOf(text, lexicon, ['first', 'second', 'third', 'other']);
  const owned: Owned[] = [];
  const places = dates.map((date, index) => {
    const { start, end, index: sentence } = bounds.sentenceOf(date.start);
    const next = dates[index + 1];
    return {
      left: Math.max(start, dates[index - 1]?.end ?? 0),
      right: Math.min(end, next?.start ?? end),
      sentence,
      followed: next !== undefined && next.start < end,
    };
  });
  const roleOf: (Role | 'event' | null)[] = new Array(dates.length).fill(null);
  for (let index = dates.length - 1; index >= 0; index--) {
    const [date, place] = [dates[index] as Resolved, places[index] as (typeof places)[number]];
    const found = roleAt(date, place, roles, bounds);
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
    const cue = ownerCue(date, place, owners, roles, bounds);
    owned.push({ ...date, ...place, ...ownerAndRole(date, cue, roleOf[index] ?? null, before) });
  });
  return owned;
}

function ownerAndRole(
  date: Resolved,
  cue: Owner | null,
  role: Role | 'event' | null,
  before: Owned | undefined,
): { owner: Owner; role: Role | null } {
  if (role === 'event' || cue === 'none') return { owner: 'none', role: null };
  if (date.kind === 'range') return { owner: cue ?? 'internship', role: 'range' };
  const pairs = before !== undefined && before.role !== null && before.role !== role && before.kind === 'point';
  const owner = cue ?? (pairs && role ? before.owner : null);
  if (role) return { owner: owner ?? 'internship', role };
  if (owner === null || date.from.month === null || date.from.suffix === 'of') return { owner: 'none', role: null };
  return { owner, role: 'start' };
}

interface Place {
  readonly left: number;
  readonly right: number;
  readonly followed: boolean;
}

/** The nearest cue of what the mention is about: in its own clause, and there what stands before it first, as subjects do in Turkish. */
function ownerCue(date: Resolved, place: Place, owners: readonly Hit[], roles: readonly Hit[], bounds: Boundaries): Owner | null {
  const clauseEnd = Math.min(place.right, bounds.clauseEnd(date.end));
  const verb = between(roles, place.left, date.start)
    .filter(({ cue }) => cue === 'start' || cue === 'end' || cue === 'termVerb')
    .at(-1);
  const before = between(owners, place.left, date.start).filter((hit) => !verb || hit.start >= verb.end);
  const near = before.filter((hit) => bounds.clauseEnd(hit.start) >= date.start).at(-1);
  if (between(roles, date.end, clauseEnd).some((hit) => hit.cue === 'termVerb') && near?.cue !== 'internship') return 'term';
  if (near) return ownerOf(near);
  const after = between(owners, date.end, clauseEnd)[0];
  if (after && belongsHere(date, after, place, clauseEnd, roles)) return ownerOf(after);
  const far = before.filter((hit) => date.kind === 'point' || hit.cue === 'internship').at(-1);
  return far ? ownerOf(far) : null;
}

/** "7 eylülde başlıyor dersler 5 ekimde": a cue before the next date, with no verb after it, belongs to that one. */
function belongsHere(date: Resolved, after: Hit, place: Place, clauseEnd: number, roles: readonly Hit[]): boolean {
  if (date.kind === 'range' && after.cue === 'term') return false;
  const beforeNext = place.followed && clauseEnd === place.right;
  return !beforeNext || after.cue === 'internship' || between(roles, after.end, clauseEnd).length > 0;
}

function ownerOf(hit: Hit): Owner {
  return hit.cue === 'internship' || hit.cue === 'term' ? hit.cue : 'none';
}

/** The role that the words around a mention give it: the noun before ("son günü 5 Ekim"), the verb after, the case ending. */
function roleAt(date: Resolved, place: Place, roles: readonly Hit[], bounds: Boundaries): Role | 'event' | null {
  if (date.kind === 'range') return 'range';
  const before = between(roles, place.left, date.start).at(-1);
  const noun = before?.cue.endsWith('Day') && date.start - before.end < NOUN_REACH ? roleOfCue(before) : null;
  if (noun) return noun;
  const after = between(roles, date.end, Math.min(place.right, bounds.clauseEnd(date.end)));
  // "… başlıyor, son günü 5 Ekim": a noun right before the next date is that one's.
  const [verb] = place.followed ? after.filter((hit) => !hit.cue.endsWith('Day') || place.right - hit.end >= NOUN_REACH) : after;
  return (verb && roleOfCue(verb)) ?? roleOfEnding(date) ?? roleOfVerbBefore(date, place, before);
}

function roleOfCue({ cue }: Hit): Role | 'event' {
  if (cue === 'event') return 'event';
  return cue === 'end' || cue === 'lastDay' ? 'end' : 'start';
}

function roleOfEnding({ from }: Resolved): Role | null {
  if (from.edge || from.suffix === 'to') return 'end';
  return from.suffix === 'from' ? 'start' : null;
}

/** "başlıyor 7 eylülde", at the start of a text. */
function roleOfVerbBefore(date: Resolved, place: Place, verb: Hit | undefined): Role | null {
  if (!verb || place.left > 0 || date.start - verb.end >= NEXT_TO) return null;
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

import type { Knowledge } from '../../knowledge/load.js';
import { type Match, NO_MATCH } from '../../knowledge/matcher/matcher.js';
import type { Entry } from '../../knowledge/schema.js';
import { fill, say } from './format.js';
import { type Block, type ChoicesBlock, type Citation, EMPTY_REPLY, type Reply } from './reply.js';
import { textOf } from './text.js';

/** Replies that come straight from the knowledge base: official answers, short lists, honest refusals, small talk. */

/** At most so many questions are offered; Teams shows no more either. */
const MAX_SUGGESTIONS = 3;
/** Less likely entries are no help in a short list. */
const WORTH_OFFERING = 0.05;

/** Puts the pieces of a reply together, with its text; what is not said stays empty. */
export function makeReply(knowledge: Knowledge, blocks: readonly Block[], rest: Partial<Reply> & Pick<Reply, 'kind'>): Reply {
  return { ...EMPTY_REPLY, ...rest, reply: textOf(blocks, rest.kind, knowledge.phrases), blocks };
}

/** The official answers to `ids`, the main one first; unknown ids are left out. */
export function answerReply(knowledge: Knowledge, ids: readonly string[], confidence: number, extra: readonly Block[] = []): Reply {
  const entries = ids.flatMap((id) => entryOf(knowledge, id) ?? []);
  const [main, ...others] = entries;
  if (!main) return noneReply(knowledge, NO_MATCH);
  const blocks: Block[] = [
    ...answerBlocks(knowledge, main),
    ...others.flatMap((entry) => [
      { type: 'text' as const, text: say(knowledge.phrases, 'answer', 'also') },
      ...answerBlocks(knowledge, entry),
    ]),
    ...extra,
    ...relatedBlock(
      knowledge,
      main,
      others.map(({ id }) => id),
    ),
  ];
  return makeReply(knowledge, blocks, {
    kind: 'answer',
    entry: main.id,
    entries: entries.map(({ id }) => id),
    confidence,
    citations: entries.flatMap(citationsOf),
  });
}

/** Lead, university's note and folded official text of one entry. */
function answerBlocks(knowledge: Knowledge, entry: Entry): Block[] {
  return [
    ...(entry.lead ? [{ type: 'lead' as const, text: entry.lead }] : []),
    officialBlock(knowledge, entry),
    ...universityBlocks(knowledge, entry),
  ];
}

/** The verbatim question and answer with its source. */
export function officialBlock({ phrases, programme }: Knowledge, entry: Entry): Block {
  const source = sourceOf({ phrases, programme }, entry);
  return {
    type: 'official',
    entry: entry.id,
    title: say(phrases, 'answer', 'official'),
    question: entry.question,
    paragraphs: entry.answer,
    source,
  };
}

/** "Staj Seferberliği … Sorular (2020), 9. soru"; the question itself where the knowledge base names no document. */
export function sourceOf({ phrases, programme }: Pick<Knowledge, 'phrases' | 'programme'>, entry: Entry): string {
  if (!programme || !entry.source) return entry.question;
  const values = { document: programme.document, year: String(programme.year), item: String(entry.source.item) };
  return say(phrases, 'answer', 'source', values);
}

/** The words of the FAQ behind an entry's lead. */
function citationsOf({ id, support, answer }: Entry): Citation[] {
  const quotes = support.length > 0 ? support : answer.slice(0, 1);
  return quotes.map((quote) => ({ entry: id, quote }));
}

/** The university's own note on what an answer leaves to it; empty where it has none. */
export function universityBlocks(knowledge: Knowledge, entry: Entry): Block[] {
  if (entry.university === 'units') return unitBlocks(knowledge);
  const regulation = knowledge.university?.regulation;
  if (entry.university !== 'regulation' || !regulation) return [];
  const text = say(knowledge.phrases, 'university', 'regulation');
  return [{ type: 'text', text, own: true, link: { label: regulation.title, url: regulation.url } }];
}

/** The university's own units and how to reach them. */
function unitBlocks({ university, phrases }: Knowledge): Block[] {
  return (university?.units ?? []).map(({ name, task, contact }) => ({
    type: 'text',
    text: say(phrases, 'university', 'unit', { name, task, contact }),
    own: true,
  }));
}

function relatedBlock(knowledge: Knowledge, main: Entry, shown: readonly string[]): ChoicesBlock[] {
  const related = main.related.filter((id) => !shown.includes(id));
  return related.length > 0 ? [choices(knowledge, related, say(knowledge.phrases, 'answer', 'related'))] : [];
}

/** Buttons that lead to official questions. */
function choices(knowledge: Knowledge, ids: readonly string[], prompt: string): ChoicesBlock {
  const items = ids.flatMap((id) => {
    const entry = entryOf(knowledge, id);
    return entry ? [{ entry: id, label: entry.label }] : [];
  });
  return { type: 'choices', prompt, items };
}

/** What is still likely, best first. */
function worthOffering({ ranked }: Match): string[] {
  return ranked
    .filter(({ probability }) => probability >= WORTH_OFFERING)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ entry }) => entry);
}

/** A short list where the matcher is not sure. */
export function suggestionsReply(knowledge: Knowledge, match: Match, notes: readonly Block[] = []): Reply {
  const ids = worthOffering(match);
  const { phrases } = knowledge;
  const blocks: Block[] = [
    { type: 'lead', text: say(phrases, 'suggestions', 'lead') },
    ...notes,
    choices(knowledge, ids, say(phrases, 'suggestions', 'choices')),
  ];
  return makeReply(knowledge, blocks, { kind: 'suggestions', suggestions: ids, confidence: match.ranked[0]?.probability ?? 0 });
}

/** "The FAQ does not answer this", with who would know and what is near all the same; or small talk answered in kind. */
export function noneReply(knowledge: Knowledge, match: Match): Reply {
  const { phrases, refusals, families, smalltalk } = knowledge;
  const { subject } = match;
  const confidence = 1 - (match.ranked[0]?.probability ?? 0);
  const talk = smalltalk.find(({ id }) => id === subject?.id);
  if (talk && subject?.sure) return makeReply(knowledge, [{ type: 'lead', text: talk.reply }], { kind: 'smalltalk', confidence });
  const near = worthOffering(match);
  const refusal = refusals.find(({ id }) => id === subject?.id);
  const family = families[refusal?.family ?? ''];
  // A wrong subject is worse than none; a lead that names none does no harm.
  const named = refusal && (subject?.sure || !(family?.lead ?? '{about}').includes('{about}'));
  const blocks: Block[] = [
    { type: 'lead', text: named && family ? fill(family.lead, { about: refusal.about }) : say(phrases, 'none', 'lead') },
    { type: 'text', text: named ? refusal.pointer : say(phrases, 'none', 'pointer') },
    ...(family?.contacts || !named ? unitBlocks(knowledge) : []),
    ...(near.length > 0 ? [choices(knowledge, near, say(phrases, 'none', 'near'))] : []),
  ];
  return makeReply(knowledge, blocks, { kind: 'none', suggestions: near, confidence });
}

/** A few sentences with all topics as buttons: the welcome, help, and what answers an empty message. */
export function topicsReply(knowledge: Knowledge, paragraphs: readonly string[], prompt: string): Reply {
  const [lead = '', ...rest] = paragraphs;
  const blocks: Block[] = [
    { type: 'lead', text: lead },
    ...rest.map((text) => ({ type: 'text' as const, text })),
    topicsBlock(knowledge, prompt),
  ];
  return makeReply(knowledge, blocks, { kind: 'smalltalk' });
}

/** All official questions in their order, each under the audience it speaks to first. */
function topicsBlock({ entries, phrases }: Knowledge, prompt: string): ChoicesBlock {
  const items = entries.map(({ id, label, audience: [first] }) => ({
    entry: id,
    label,
    ...(first ? { group: say(phrases, 'audience', first) } : {}),
  }));
  const groups = Object.values(phrases.audience ?? {}).filter((group) => items.some((item) => item.group === group));
  return { type: 'choices', prompt, items, ...(groups.length > 1 ? { groups } : {}) };
}

/** The official question with an id, or undefined. */
export function entryOf({ entries }: Pick<Knowledge, 'entries'>, id: string): Entry | undefined {
  return entries.find((entry) => entry.id === id);
}

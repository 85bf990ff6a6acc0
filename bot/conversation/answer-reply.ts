import type { Knowledge } from '../../knowledge/load.js';
import type { Match } from '../../knowledge/matcher/matcher.js';
import type { Entry } from '../../knowledge/schema.js';
import { say } from './format.js';
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
  if (!main) return noneReply(knowledge, null, confidence);
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
    ...universityBlocks(knowledge, entry.id),
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

/** Official questions whose answer leaves something to the university, and what its own file has to say there. */
const LEFT_TO_UNIVERSITY: Readonly<Record<string, 'regulation' | 'units'>> = {
  'ders-donemi': 'regulation',
  'zorunlu-staj-sayilma': 'regulation',
  'gec-belge': 'units',
  'isveren-bildirimi': 'units',
  'resmi-yazi': 'units',
};

/** The university's own note for an entry: marked as its own, and empty where it has none. */
export function universityBlocks({ university, phrases }: Knowledge, entry: string): Block[] {
  const kind = LEFT_TO_UNIVERSITY[entry];
  if (!university || !kind) return [];
  if (kind === 'regulation') {
    const { regulation } = university;
    if (!regulation) return [];
    const text = say(phrases, 'university', 'regulation');
    return [{ type: 'text', text, own: true, link: { label: regulation.title, url: regulation.url } }];
  }
  return university.units.map(({ name, task, contact }) => ({
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

/** A short list where the matcher is not sure. */
export function suggestionsReply(knowledge: Knowledge, match: Match, notes: readonly Block[] = []): Reply {
  const offered = match.ranked.filter(({ probability }) => probability >= WORTH_OFFERING).slice(0, MAX_SUGGESTIONS);
  const ids = offered.map(({ entry }) => entry);
  const { phrases } = knowledge;
  const blocks: Block[] = [
    { type: 'lead', text: say(phrases, 'suggestions', 'lead') },
    ...notes,
    choices(knowledge, ids, say(phrases, 'suggestions', 'choices')),
  ];
  return makeReply(knowledge, blocks, { kind: 'suggestions', suggestions: ids, confidence: offered[0]?.probability ?? 0 });
}

/** Phrase that opens a refusal, by the family (folder) of its subject. */
const REFUSAL_LEADS: Readonly<Record<string, string>> = {
  staj: 'about',
  universite: 'outside',
  'baska-konu': 'outside',
  'kotuye-kullanim': 'abuse',
  acil: 'urgent',
  dil: 'language',
  anlasilmayan: 'unclear',
};

/** "The FAQ does not answer this", with who would know; or small talk answered in kind. */
export function noneReply(knowledge: Knowledge, subject: string | null, confidence: number): Reply {
  const { phrases, refusals, smalltalk } = knowledge;
  const talk = smalltalk.find(({ id }) => id === subject);
  if (talk) return makeReply(knowledge, [{ type: 'lead', text: talk.reply }], { kind: 'smalltalk', confidence });
  const refusal = refusals.find(({ id }) => id === subject);
  const lead = refusal ? (REFUSAL_LEADS[refusal.family] ?? 'about') : 'lead';
  const blocks: Block[] = [
    { type: 'lead', text: say(phrases, 'none', lead, { about: refusal?.about ?? '' }) },
    { type: 'text', text: refusal?.pointer ?? say(phrases, 'none', 'pointer') },
  ];
  return makeReply(knowledge, blocks, { kind: 'none', confidence });
}

/** A few sentences with all topics as buttons: the welcome, help, and what answers an empty message. */
export function topicsReply(knowledge: Knowledge, paragraphs: readonly string[], prompt: string): Reply {
  const [lead = '', ...rest] = paragraphs;
  const ids = knowledge.entries.map(({ id }) => id);
  const blocks: Block[] = [
    { type: 'lead', text: lead },
    ...rest.map((text) => ({ type: 'text' as const, text })),
    choices(knowledge, ids, prompt),
  ];
  return makeReply(knowledge, blocks, { kind: 'smalltalk' });
}

export function entryOf({ entries }: Knowledge, id: string): Entry | undefined {
  return entries.find((entry) => entry.id === id);
}

import type { Block, Citation, OfficialBlock, Reply, VerdictBlock } from '../conversation/reply.js';
import { type AdaptiveCard, toCard } from './card.js';
import { escapeInline, escapeMarkdown, markdownLink, paragraphs } from './markdown.js';
import type { TeamsPhrases } from './phrases.js';

/** What is sent to Teams: the part of a Bot Framework activity that a reply fills in. */
export interface OutgoingActivity {
  readonly type: 'message';
  readonly text: string;
  readonly textFormat: 'markdown';
  /** What a notification shows where the message itself has no text. */
  readonly summary?: string;
  readonly entities?: { readonly type: string }[];
  readonly attachments?: { readonly contentType: string; readonly content: AdaptiveCard }[];
}

/** Limits of a citation in Teams, in characters and in number. */
const MAX_CLAIMS = 20;
const MAX_NAME = 80;
const MAX_ABSTRACT = 160;

/** A reply as one message: text with [1] marks, the citations behind the marks, and a card for what can be pressed. */
export function toActivity(reply: Reply, phrases: TeamsPhrases): OutgoingActivity {
  const citations = reply.citations.slice(0, MAX_CLAIMS);
  const card = toCard(reply.blocks, phrases);
  const spoken = reply.blocks.flatMap((block) => textOf(block, reply, phrases));
  const lines = spoken.length > 0 || card ? spoken : [escapeMarkdown(reply.reply)];
  const text = paragraphs(markLeftovers(lines, citations));
  return {
    type: 'message',
    text,
    textFormat: 'markdown',
    ...(text === '' ? { summary: reply.reply } : {}),
    ...(citations.length > 0 ? { entities: [citationEntity(citations, reply.blocks)] } : {}),
    ...(card ? { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] } : {}),
  };
}

/** A short message of our own, without citations or buttons. */
export function plainActivity(text: string): OutgoingActivity {
  return { type: 'message', text: escapeMarkdown(text), textFormat: 'markdown' };
}

function textOf(block: Block, reply: Reply, phrases: TeamsPhrases): string[] {
  switch (block.type) {
    case 'lead':
      return [escapeMarkdown(block.text) + (reply.kind === 'answer' ? marks(reply, ({ entry }) => entry === reply.entry) : '')];
    case 'text': {
      const text = block.own ? `**${escapeInline(phrases.own)}:** ${escapeInline(block.text)}` : escapeMarkdown(block.text);
      return block.link ? [text, markdownLink(block.link.label, block.link.url)] : [text];
    }
    case 'official':
      return officialText(block, reply, phrases);
    case 'verdict':
      return verdictText(block, reply, phrases);
    case 'understood':
      return [
        `**${escapeInline(block.title)}**`,
        ...bullets(block.facts.map(({ label, value, note }) => `${label}: ${value}${note ? ` (${note})` : ''}`)),
      ];
    case 'question':
    case 'choices':
    case 'mail':
      return [];
  }
}

function officialText(block: OfficialBlock, reply: Reply, phrases: TeamsPhrases): string[] {
  return [
    `**${escapeInline(block.title)}**${marks(reply, ({ entry }) => entry === block.entry)}`,
    `**${escapeInline(block.question)}**`,
    ...block.paragraphs.map(escapeMarkdown),
    `*${escapeInline(`${phrases.source}: ${block.source}`)}*`,
  ];
}

function verdictText(block: VerdictBlock, reply: Reply, phrases: TeamsPhrases): string[] {
  const heading = block.subject ? `${block.subject}: ${block.title}` : block.title;
  return [
    `**${escapeInline(heading)}**`,
    escapeMarkdown(block.sentence),
    `**${escapeInline(block.quotesTitle)}**`,
    ...block.quotes.map((quote) => {
      const mark = marks(reply, (citation) => citation.entry === quote.entry && citation.quote === quote.quote);
      return `> “${escapeInline(quote.quote)}”${mark} — *${escapeInline(quote.source)}*`;
    }),
    ...(block.ours ? [`**${escapeInline(phrases.ours)}:** ${escapeInline(block.ours)}`] : []),
    ...(block.next ? [`**${escapeInline(phrases.next)}:** ${escapeInline(block.next)}`] : []),
    ...(block.changes.length > 0 ? [`**${escapeInline(block.changesTitle)}**`, ...bullets(block.changes)] : []),
  ];
}

function bullets(items: readonly string[]): string[] {
  return items.map((item) => `- ${escapeMarkdown(item.replace(/\s+/g, ' '))}`);
}

/** ` [1] [3]` for the citations that fit. */
function marks({ citations }: Reply, fits: (citation: Citation) => boolean): string {
  return citations
    .slice(0, MAX_CLAIMS)
    .map((citation, index) => (fits(citation) ? ` [${index + 1}]` : ''))
    .join('');
}

/** Teams shows a citation only if its mark stands in the text: what no block has marked is marked at the end. */
function markLeftovers(lines: readonly string[], citations: readonly Citation[]): string[] {
  const text = lines.join('\n');
  const missing = citations.map((_, index) => ` [${index + 1}]`).filter((mark) => !text.includes(mark));
  if (missing.length === 0) return [...lines];
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${missing.join('')}`];
}

/** Without `additionalType: ['AIGeneratedContent']`: these are official answers, nothing here is generated. */
function citationEntity(citations: readonly Citation[], blocks: readonly Block[]) {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    citation: citations.map((citation, index) => ({
      '@type': 'Claim',
      position: index + 1,
      appearance: {
        '@type': 'DigitalDocument',
        name: shorten(sourceOf(citation, blocks), MAX_NAME),
        abstract: shorten(citation.quote, MAX_ABSTRACT),
      },
    })),
  };
}

function sourceOf({ entry, quote }: Citation, blocks: readonly Block[]): string {
  for (const block of blocks) {
    if (block.type === 'official' && block.entry === entry) return block.source;
    if (block.type !== 'verdict') continue;
    const quoted = block.quotes.find((candidate) => candidate.entry === entry && candidate.quote === quote);
    if (quoted) return quoted.source;
  }
  return entry;
}

/** The beginning of a text up to a whole word, with an ellipsis where something was left out. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).trimEnd()}…`;
}

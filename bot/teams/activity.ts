import type { Block, LeadBlock, OfficialBlock, Reply, VerdictBlock } from '../conversation/reply.js';
import { type AdaptiveCard, type CardContext, cardBeside, titleOf } from './card.js';
import { citationEntity, marks } from './citations.js';
import { escapeInline, escapeMarkdown, markdownLink, paragraphs } from './markdown.js';

/** What is sent to Teams: the part of a Bot Framework activity that a reply fills in. */
export interface OutgoingActivity {
  readonly type: 'message';
  readonly text: string;
  readonly textFormat: 'markdown';
  /** What a notification shows where the message itself has no text. */
  readonly summary?: string;
  readonly entities?: { readonly type: string }[];
  readonly attachments?: { readonly contentType: string; readonly content: AdaptiveCard }[];
  readonly channelData?: { readonly feedbackLoop: { readonly type: 'default' } };
}

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** Kinds of replies whose thumbs tell something. */
const JUDGED = ['answer', 'verdict', 'none'];

/**
 * A reply as one message: the sentences that answer as text, with [1] marks and the citations behind them, and a card with what
 * there is to fold out, to press and to fill in.
 */
export function toActivity(reply: Reply, context: CardContext): OutgoingActivity {
  const card = cardBeside(reply, context);
  const spoken = reply.blocks.flatMap((block, index) => spokenIn(block, index, reply));
  const lines = spoken.length > 0 || card ? spoken : [escapeMarkdown(reply.reply)];
  const text = paragraphs(markLeftovers(lines, reply));
  return {
    type: 'message',
    text,
    textFormat: 'markdown',
    ...(text === '' ? { summary: reply.reply } : {}),
    ...(reply.citations.length > 0 ? { entities: [citationEntity(reply)] } : {}),
    ...(card ? { attachments: [attached(card)] } : {}),
    ...(JUDGED.includes(reply.kind) ? { channelData: { feedbackLoop: { type: 'default' } } } : {}),
  };
}

/** A short message of our own, without citations or buttons. */
export function plainActivity(text: string): OutgoingActivity {
  return { type: 'message', text: escapeMarkdown(text), textFormat: 'markdown' };
}

/** A message with nothing but a card, which says what it shows to whoever cannot see it. */
export function cardActivity(card: AdaptiveCard): OutgoingActivity {
  return { type: 'message', text: '', textFormat: 'markdown', summary: card.fallbackText, attachments: [attached(card)] };
}

/** A card as an attachment of a message or of a search result. */
export function attached(card: AdaptiveCard): { contentType: string; content: AdaptiveCard } {
  return { contentType: CARD_TYPE, content: card };
}

function spokenIn(block: Block, index: number, reply: Reply): string[] {
  switch (block.type) {
    case 'lead':
      return [leadText(block, index, reply)];
    case 'text': {
      if (block.own) return [];
      return block.link ? [escapeMarkdown(block.text), markdownLink(block.link.label, block.link.url)] : [escapeMarkdown(block.text)];
    }
    case 'verdict':
      return verdictText(block, reply);
    default:
      return [];
  }
}

/** A lead stands on the official answer that follows it. */
function leadText({ text }: LeadBlock, index: number, reply: Reply): string {
  const official = reply.blocks.slice(index).find((block): block is OfficialBlock => block.type === 'official');
  const marked = reply.kind === 'answer' ? marks(reply, ({ entry }) => entry === (official?.entry ?? reply.entry)) : '';
  return escapeMarkdown(text) + marked;
}

function verdictText(block: VerdictBlock, reply: Reply): string[] {
  const marked = marks(reply, (citation) => block.quotes.some(({ entry, quote }) => citation.entry === entry && citation.quote === quote));
  return [`**${escapeInline(titleOf(block))}**`, escapeMarkdown(block.sentence) + marked];
}

/** Teams shows a citation only if its mark stands in the text: what no block has marked is marked at the end. */
function markLeftovers(lines: readonly string[], reply: Reply): string[] {
  const text = lines.join('\n');
  const missing = marks(reply, (_, mark) => !text.includes(mark));
  return missing === '' ? [...lines] : [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${missing}`];
}

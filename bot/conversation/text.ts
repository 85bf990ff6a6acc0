import type { Phrases } from '../../knowledge/schema.js';
import { say } from './format.js';
import type { Block, ReplyKind } from './reply.js';

/**
 * A reply's blocks as plain text, for the terminal, for notifications and for the `reply` field. What channels fold away is left
 * out where the reply decides or asks: there its quotes say what counts.
 */
export function textOf(blocks: readonly Block[], kind: ReplyKind, phrases: Phrases): string {
  const folds = kind === 'verdict' || kind === 'question';
  // A typed number answers the question that was asked; only where none was does it choose a topic.
  const asks = blocks.some(({ type }) => type === 'question');
  return blocks
    .filter(({ type }) => !(folds && type === 'official'))
    .map((block) => blockText(block, phrases, asks))
    .filter(Boolean)
    .join('\n\n');
}

function blockText(block: Block, phrases: Phrases, asks: boolean): string {
  switch (block.type) {
    case 'lead':
      return block.text;
    case 'text':
      return block.link ? `${block.text}: ${block.link.url}` : block.text;
    case 'official':
      return [`${block.title}:`, ...block.paragraphs, `(${block.source})`].join('\n');
    case 'verdict':
      return [
        `${block.subject ? `${block.subject}: ` : ''}${block.sentence}`,
        ...(block.next ? [block.next] : []),
        ...(block.changes.length > 0 ? [`${block.changesTitle} ${block.changes.join(' ')}`] : []),
        ...(block.ours ? [`${say(phrases, 'verdict', 'ours')}: ${block.ours}`] : []),
        `${block.quotesTitle}:`,
        ...block.quotes.map(({ quote, source }) => `“${quote}” (${source})`),
      ].join('\n');
    case 'understood':
      return [`${block.title}:`, ...block.facts.map(({ label, value, note }) => `- ${label}: ${value}${note ? ` (${note})` : ''}`)].join(
        '\n',
      );
    case 'question':
      return [
        block.prompt,
        ...(block.input.type === 'choice' ? block.input.options : block.input.fields).map(({ label }, i) => `${i + 1}. ${label}`),
      ].join('\n');
    case 'mail':
      // Only where it is asked for: it says the same once more.
      return '';
    case 'choices':
      return [`${block.prompt}:`, ...block.items.map(({ label }, i) => (asks ? `- ${label}` : `${i + 1}. ${label}`))].join('\n');
  }
}

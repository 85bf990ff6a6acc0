import type { Citation, Reply } from '../conversation/reply.js';
import { shorten } from '../shorten.js';

/** Limits of Teams, in number and in characters. */
const MAX_CLAIMS = 20;
const MAX_NAME = 80;
const MAX_ABSTRACT = 160;

/** ` [1] [3]` for the citations that fit; each is asked with the mark it would get. */
export function marks({ citations }: Reply, fits: (citation: Citation, mark: string) => boolean): string {
  return citations
    .slice(0, MAX_CLAIMS)
    .map((citation, index) => ({ citation, mark: ` [${index + 1}]` }))
    .filter(({ citation, mark }) => fits(citation, mark))
    .map(({ mark }) => mark)
    .join('');
}

/**
 * What Teams shows behind the marks of a text. Without `additionalType: ['AIGeneratedContent']`: these are official answers,
 * nothing here is generated.
 */
export function citationEntity(reply: Reply) {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    citation: reply.citations.slice(0, MAX_CLAIMS).map((citation, index) => ({
      '@type': 'Claim',
      position: index + 1,
      appearance: {
        '@type': 'DigitalDocument',
        name: shorten(sourceOf(citation, reply), MAX_NAME),
        abstract: shorten(citation.quote, MAX_ABSTRACT),
      },
    })),
  };
}

function sourceOf({ entry, quote }: Citation, { blocks }: Reply): string {
  for (const block of blocks) {
    if (block.type === 'official' && block.entry === entry) return block.source;
    if (block.type !== 'verdict') continue;
    const quoted = block.quotes.find((candidate) => candidate.entry === entry && candidate.quote === quote);
    if (quoted) return quoted.source;
  }
  return entry;
}

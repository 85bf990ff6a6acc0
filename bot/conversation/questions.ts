import type { Phrases } from '../../knowledge/schema.js';
import { fold, foldWithOffsets } from '../../knowledge/text/fold.js';
import { words } from '../../knowledge/text/words.js';
import { forms } from './answers.js';

/** Shorter parts ("peki ya sonra") lean on what stands before them. */
const SHORTEST = 3;
/** A message with more questions than this is no question any more. */
const MOST = 6;

/** The parts of a message that each ask something, in order; a message of one question is one part. Cut at sentence ends and at words such as "ayrıca". */
export function questionsIn(text: string, phrases: Phrases): string[] {
  const asking = new Set(forms(phrases, 'asking').flatMap((form) => words(form)));
  const asks = (part: string): boolean => part.includes('?') || words(part).some((word) => asking.has(word));
  return partsOf(text, forms(phrases, 'nextQuestion'))
    .filter((part) => words(part).length >= SHORTEST && asks(part))
    .slice(0, MOST);
}

function partsOf(text: string, connectors: readonly string[]): string[] {
  const { folded, offsets } = foldWithOffsets(text);
  const isEnd = (at: number): boolean => /[?!\n;]/.test(folded[at] ?? '') || (folded[at] === '.' && /^\s?$/.test(folded[at + 1] ?? ''));
  const starts = new Set<number>([0]);
  for (let at = 0; at < folded.length; at++) if (isEnd(at)) starts.add(at + 1);
  for (const connector of connectors)
    for (const { index } of folded.matchAll(new RegExp(`(?<![a-z\\d])${fold(connector)}(?![a-z\\d])`, 'g'))) starts.add(index);
  const cuts = [...starts].sort((a, b) => a - b);
  return cuts.map((start, n) => text.slice(offsets[start] ?? 0, offsets[cuts[n + 1] ?? folded.length] ?? text.length).trim());
}

import type { Phrases } from '../../knowledge/schema.js';
import { foldWithOffsets } from '../../knowledge/text/fold.js';
import { words } from '../../knowledge/text/words.js';
import { anyOf, forms } from './answers.js';
import { oncePerPhrases } from './once.js';

/** Shorter parts ("peki ya sonra") lean on what stands before them. */
const SHORTEST = 3;
/** A message with more questions than this is no question any more. */
const MOST = 6;

const askingWords = oncePerPhrases((phrases) => new Set(forms(phrases, 'asking').flatMap((form) => words(form))));
const connectorPattern = oncePerPhrases((phrases) => new RegExp(`(?<![a-z\\d])(?:${anyOf(phrases, 'nextQuestion')})(?![a-z\\d])`, 'g'));

/** True if there is a question in a text: a question mark, or a word that asks. */
export function asksSomething(text: string, phrases: Phrases): boolean {
  const asking = askingWords(phrases);
  return text.includes('?') || words(text).some((word) => asking.has(word));
}

/** The parts of a message that each ask something, in order; a message of one question is one part. Cut at sentence ends and at words such as "ayrıca". */
export function questionsIn(text: string, phrases: Phrases): string[] {
  return partsOf(text, connectorPattern(phrases))
    .filter((part) => words(part).length >= SHORTEST && asksSomething(part, phrases))
    .slice(0, MOST);
}

function partsOf(text: string, connectors: RegExp): string[] {
  const { folded, offsets } = foldWithOffsets(text);
  const isEnd = (at: number): boolean => /[?!\n;]/.test(folded[at] ?? '') || (folded[at] === '.' && /^\s?$/.test(folded[at + 1] ?? ''));
  const starts = new Set<number>([0]);
  for (let at = 0; at < folded.length; at++) if (isEnd(at)) starts.add(at + 1);
  for (const { index } of folded.matchAll(connectors)) starts.add(index);
  const cuts = [...starts].sort((a, b) => a - b);
  return cuts.map((start, n) => text.slice(offsets[start] ?? 0, offsets[cuts[n + 1] ?? folded.length] ?? text.length).trim());
}

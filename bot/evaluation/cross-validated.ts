import type { Knowledge } from '../../knowledge/load.js';
import { labelledTexts } from '../../knowledge/matcher/examples.js';
import type { Prediction } from '../../knowledge/matcher/training.js';
import { type EntryReply, type EntryScore, scoreEntry } from './score.js';

/** A text of the knowledge base, and what a matcher that had not seen it would have replied. */
export interface CrossValidated {
  readonly accept: readonly string[];
  readonly reply: EntryReply;
  readonly score: EntryScore;
}

const KINDS = { answer: 'answer', suggest: 'suggestions', none: 'none' } as const;

/** The knowledge base as its own test: nothing was set by these figures but the calibration. */
export function crossValidated(knowledge: Knowledge, predictions: readonly Prediction[]): CrossValidated[] {
  const { texts } = labelledTexts(knowledge);
  return predictions.map((prediction) => {
    const owner = texts[prediction.example];
    const own = prediction.leftOut === 'text' ? knowledge.entries[owner?.label ?? -1]?.id : undefined;
    const accept = own === undefined ? [] : [own];
    const reply = replyOf(prediction);
    return { accept, reply, score: scoreEntry(accept, reply) };
  });
}

function replyOf({ band, ranked }: Prediction): EntryReply {
  const best = band === 'answer' ? (ranked[0]?.entry ?? null) : null;
  return {
    kind: KINDS[band],
    entry: best,
    entries: best === null ? [] : [best],
    outcomes: [],
    suggestions: band === 'suggest' ? ranked.map(({ entry }) => entry) : [],
  };
}

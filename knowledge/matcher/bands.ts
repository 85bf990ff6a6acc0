/** How sure the matcher is: sure enough to answer, to offer a short list, or not at all. */
export type Band = 'answer' | 'suggest' | 'none';

export interface Ranked {
  readonly entry: string;
  /** Probability that this entry answers the message: calibrated for the likeliest, a score for the others. */
  readonly probability: number;
}

/** Answer when being right is likelier than not; below, offer what is still likely. Probabilities are calibrated, so these need no tuning. */
const ANSWER = 0.5;
const SUGGEST = 0.2;
/** A best entry this far ahead of all others may answer; nearer than that both are offered. */
const MARGIN = 0.1;

/** The band of entries, best first. */
export function bandOf([best, second]: readonly Ranked[]): Band {
  if (!best || best.probability < SUGGEST) return 'none';
  const margin = best.probability - (second?.probability ?? 0);
  return best.probability >= ANSWER && margin >= MARGIN ? 'answer' : 'suggest';
}

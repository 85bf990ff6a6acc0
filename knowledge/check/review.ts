import type { Knowledge, KnowledgeFiles } from '../load.js';
import type { Prediction } from '../matcher/training.js';
import type { Problem } from '../problem.js';
import { copies } from './copies.js';
import { fewVariants } from './few-variants.js';
import { limits } from './limits.js';
import { markdown } from './markdown.js';
import { overdue } from './overdue.js';
import { strays } from './strays.js';

/** A knowledge base that loads, with all that is needed to say how good it is. */
export interface Review {
  readonly knowledge: Knowledge;
  readonly files: KnowledgeFiles;
  readonly predictions: readonly Prediction[];
  /** ISO date. */
  readonly today: string;
}

/** What a curator would want to know beyond what keeps the bot from starting. */
export const CHECKS: Readonly<Record<string, (review: Review) => Problem[]>> = {
  copies,
  strays,
  fewVariants,
  markdown,
  limits,
  overdue,
};

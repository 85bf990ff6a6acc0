import type { BenchEntry } from '../corpus.js';

/** The same entries in both shapes. */
export interface Corpus {
  readonly entries: readonly BenchEntry[];
  /** A knowledge base with these entries. */
  readonly folder: string;
}

/** Something that says which entry a message is about. */
export interface Engine {
  /** Id of the best entry, however unsure; null where nothing was found. */
  readonly top: (text: string) => string | null | Promise<string | null>;
}

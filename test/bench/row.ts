import type { EngineName, Measured } from './measure.js';

/** What was measured of one engine with so many entries. */
export interface Row extends Measured {
  readonly engine: EngineName;
  readonly entries: number;
}

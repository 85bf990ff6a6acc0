import type { Facts } from './facts.js';

/** What one check found. */
export interface Finding {
  readonly state: 'good' | 'warning' | 'failed' | 'skipped';
  /** In a few words; never a secret. */
  readonly result: string;
  /** What to do about it, unless it is good. */
  readonly todo?: string;
}

/** Pure: the facts were gathered before. */
export interface Check {
  readonly name: string;
  readonly find: (facts: Facts) => Finding;
}

export function good(result: string): Finding {
  return { state: 'good', result };
}

/** The bot runs nevertheless. */
export function warning(result: string, todo: string): Finding {
  return { state: 'warning', result, todo };
}

export function failed(result: string, todo: string): Finding {
  return { state: 'failed', result, todo };
}

/** Nothing could be looked at; `result` says why. */
export function skipped(result: string, todo: string): Finding {
  return { state: 'skipped', result, todo };
}

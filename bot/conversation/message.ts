import { isRecord } from '../record.js';

/** What a person sends: typed text, an official question picked by a button, or facts from a button or form. */
export interface Message {
  readonly text?: string;
  /** Id of an official question, from a button. */
  readonly entry?: string;
  /** Fact id → value; dates are ISO, `unknown` means "bilmiyorum". */
  readonly facts?: Readonly<Record<string, string>>;
}

export const MAX_FACTS = 64;

/** Checks a message that came from outside: exactly one of `text`, `entry`, `facts`, of the right type. */
export function parseMessage(value: unknown): Message | { readonly error: string } {
  if (!isRecord(value)) return { error: 'expected an object with "text", "entry" or "facts"' };
  const { text, entry, facts } = value;
  if (facts !== undefined) {
    if (!isRecord(facts)) return { error: '"facts" must be an object of strings' };
    const entries = Object.entries(facts);
    if (entries.length > MAX_FACTS || !entries.every(([, fact]) => typeof fact === 'string'))
      return { error: '"facts" must be an object of strings' };
    return { facts: Object.fromEntries(entries) as Record<string, string> };
  }
  if (entry !== undefined) return typeof entry === 'string' ? { entry } : { error: '"entry" must be a string' };
  if (typeof text === 'string') return { text };
  return { error: text === undefined ? 'one of "text", "entry" or "facts" is needed' : '"text" must be a string' };
}

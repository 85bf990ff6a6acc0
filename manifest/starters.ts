import type { Entry } from '../knowledge/schema.js';

/** A question that Teams offers before anything was written. */
export interface Starter {
  readonly entry: Entry;
  /** Whom it is offered to; null for a question that names no audience. */
  readonly audience: Audience | null;
  /** What is put into the message box, so the bot must understand it. */
  readonly title: string;
}

type Audience = Entry['audience'][number];

const AUDIENCES: readonly (Audience | null)[] = ['student', 'faculty', 'career', null];
/** Characters. */
const MAX_TITLE = 128;

/**
 * Questions for each audience in turn: first those for it alone, then those that name it first, then those that name it at all, each in
 * the order of the document. None comes twice; none without a label or variant short enough.
 */
export function chooseStarters(entries: readonly Entry[], count: number): Starter[] {
  const queues = AUDIENCES.map((audience) => ({ audience, waiting: forAudience(entries, audience) }));
  const chosen: Starter[] = [];
  const isNew = ({ id }: Entry): boolean => chosen.every(({ entry }) => entry.id !== id);
  for (let round = 0; round < entries.length && chosen.length < count; round += 1) {
    for (const { audience, waiting } of queues) {
      const entry = waiting.find(isNew);
      const title = entry && titleOf(entry);
      if (entry && title && chosen.length < count) chosen.push({ entry, audience, title });
    }
  }
  return chosen;
}

function forAudience(entries: readonly Entry[], audience: Audience | null): Entry[] {
  const usable = entries.filter((entry) => titleOf(entry) !== undefined);
  if (audience === null) return usable.filter((entry) => entry.audience.length === 0);
  const remoteness = ({ audience: all }: Entry): number => (all[0] === audience ? Math.min(all.length, 2) : 3);
  return usable.filter((entry) => entry.audience.includes(audience)).sort((one, other) => remoteness(one) - remoteness(other));
}

function titleOf({ label, variants }: Entry): string | undefined {
  return [label, ...variants].find((text) => text.length <= MAX_TITLE);
}

import { type Facts, GOALS, type Goal, isFact } from '../../rules/facts.js';
import { isRecord } from '../record.js';

/** What a conversation remembers between two messages: plain JSON, small, and no words of the person. */
export interface Memory {
  /** Facts of the case so far, by fact id; `unknown` is a fact the person said they do not know. */
  readonly facts: Facts;
  /** What is being asked about the case. */
  readonly goals: readonly Goal[];
  /** The last official question answered. */
  readonly topic: string | null;
  /** The fact ids last asked for. */
  readonly asked: readonly string[];
  /** The official questions last offered, so that a typed number can choose one. */
  readonly offered: readonly string[];
}

export const NO_MEMORY: Memory = { facts: {}, goals: [], topic: null, asked: [], offered: [] };

const MAX_ASKED = 8;
const MAX_OFFERED = 20;
const MAX_ID = 100;

/** Memory that came from outside, cleaned: unknown facts, goals and shapes are dropped, so that a forged memory can say nothing a form could not. */
export function parseMemory(value: unknown): Memory {
  if (!isRecord(value)) return NO_MEMORY;
  const { facts, goals, topic, asked, offered } = value;
  return {
    facts: validFacts(facts),
    goals: Array.isArray(goals) ? GOALS.filter((goal) => goals.includes(goal)) : [],
    topic: isId(topic) ? topic : null,
    asked: Array.isArray(asked)
      ? asked.filter((id): id is string => typeof id === 'string' && isFact(id, 'unknown')).slice(0, MAX_ASKED)
      : [],
    offered: Array.isArray(offered) ? offered.filter(isId).slice(0, MAX_OFFERED) : [],
  };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_ID;
}

/** The entries of an object that are facts with possible values. */
export function validFacts(value: unknown): Facts {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && isFact(entry[0], entry[1])),
  );
}

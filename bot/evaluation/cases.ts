import { relative } from 'node:path';
import { z } from 'zod';
import { yamlFiles } from '../../knowledge/files.js';
import { KnowledgeError, type Problem } from '../../knowledge/problem.js';
import { readYaml } from '../../knowledge/yaml-file.js';
import { isFact, UNKNOWN } from '../../rules/facts.js';
import { factsSchema } from '../../rules/schema.js';
import type { Bot } from '../bot.js';
import { NO_MEMORY } from '../conversation/memory.js';
import type { Message } from '../conversation/message.js';
import type { Turn } from '../conversation/turn.js';
import { differencesOf } from './differences.js';
import { isoDate } from './score.js';

/** Cases: what is said to the bot, and what must come of it. What the fields mean stands in `test/cases/README.md`. */

const sentence = z.string().trim().min(1);
const factId = sentence.refine((id) => isFact(id, UNKNOWN), 'böyle bir bilgi yok');

const caseSchema = z
  .strictObject({
    text: sentence.optional(),
    conversation: z
      .array(z.union([sentence, z.strictObject({ facts: factsSchema }), z.strictObject({ entry: sentence })]))
      .min(1)
      .optional(),
    kind: z.enum(['answer', 'verdict', 'question', 'suggestions', 'none', 'smalltalk']).optional(),
    facts: factsSchema.optional(),
    presumed: z.array(factId).optional(),
    outcomes: z.array(sentence),
    missing: z.array(factId).optional(),
    details: z
      .strictObject({ overlap: z.strictObject({ from: isoDate, to: isoDate }).optional(), shortenedEnd: isoDate.optional() })
      .optional(),
    quotes: z.array(sentence).default([]),
    says: z.array(sentence).default([]),
    saysNot: z.array(sentence).default([]),
  })
  .refine(({ text, conversation }) => (text === undefined) !== (conversation === undefined), 'ya "text" ya da "conversation" yazın');
export type Case = z.infer<typeof caseSchema>;

const fileSchema = z.strictObject({ about: sentence, cases: z.array(caseSchema).min(1) });

export interface CaseFile extends z.infer<typeof fileSchema> {
  /** Its path in the folder, without the ending: `traps/bastan`. */
  readonly name: string;
}

/**
 * Reads the cases of a folder and its subfolders.
 * Throws KnowledgeError with every mistake in its place; a field nobody knows is one too, as it would check nothing.
 */
export function readCases(folder: string): CaseFile[] {
  const problems: Problem[] = [];
  const files = yamlFiles(folder).flatMap((path) => {
    const file = readYaml(path, relative(process.cwd(), path), fileSchema, problems);
    return file ? [{ ...file.data, name: relative(folder, path).replace(/\.ya?ml$/, '') }] : [];
  });
  if (problems.length > 0) throw new KnowledgeError(problems);
  return files;
}

/** What the last reply of a case has otherwise than expected; empty where all is as it should be. */
export function runCase(one: Case, respond: Bot['respond']): string[] {
  const [first, ...rest] = messagesOf(one);
  const { reply } = rest.reduce<Turn>((turn, message) => respond(message, turn.memory), respond(first ?? {}, NO_MEMORY));
  return differencesOf(one, reply);
}

function messagesOf({ text, conversation = [] }: Case): Message[] {
  return text === undefined ? conversation.map((said) => (typeof said === 'string' ? { text: said } : said)) : [{ text }];
}

/** The case as it is called in lists: its words, one message after the other. */
export function titleOf(one: Case): string {
  return messagesOf(one)
    .map(({ text, ...sent }) => text ?? JSON.stringify(sent))
    .join(' → ');
}

import { z } from 'zod';
import { MAX_TEXT } from '../../../knowledge/text/max-text.js';
import { GOALS } from '../../../rules/facts.js';
import { MAX_FACTS } from '../../conversation/message.js';
import { REPLY_KINDS } from '../../conversation/reply.js';

/**
 * `POST /api/chat` for whoever calls it. `npm run build` makes the JSON Schema that is served of it; the endpoint itself checks with
 * `parseMessage`, as every door does (zod would cost each start 0.1 s), and a test holds that both take and refuse the same.
 */

const facts = z
  .record(z.string(), z.string())
  .refine((value) => Object.keys(value).length <= MAX_FACTS)
  .meta({
    description:
      'Fact id → value, as the `input` of a question or an understood fact names them; dates are ISO, "unknown" is "bilmiyorum".',
  });

const memory = z.looseObject({}).meta({
  description:
    'The `memory` of the last reply, as it came; without it the conversation starts afresh. What it holds is no business of the caller.',
});

const text = z.string().meta({ description: `The question, in Turkish. The first ${MAX_TEXT} characters are read.` });
const entry = z.string().meta({ description: 'Id of an official question, as `suggestions` and `choices` name them.' });

/** One of `text`, `entry` and `facts` says something; where there are several, facts come first, then the entry. */
export const requestSchema = z
  .union([
    z.looseObject({ facts, memory: memory.optional() }),
    z.looseObject({ facts: z.undefined().optional(), entry, memory: memory.optional() }),
    z.looseObject({ facts: z.undefined().optional(), entry: z.undefined().optional(), text, memory: memory.optional() }),
  ])
  .meta({ title: 'Request' });

const range = z.object({ from: z.iso.date(), to: z.iso.date() });

const choiceInput = z.object({
  type: z.literal('choice'),
  id: z.string(),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
});

const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lead'), text: z.string() }),
  z.object({
    type: z.literal('text'),
    text: z.string(),
    own: z.boolean().optional().meta({ description: 'True for what the university says, not the FAQ.' }),
    link: z.object({ label: z.string(), url: z.string() }).optional(),
  }),
  z.object({
    type: z.literal('official'),
    entry: z.string(),
    title: z.string(),
    question: z.string(),
    paragraphs: z.array(z.string()),
    source: z.string(),
  }),
  z.object({
    type: z.literal('verdict'),
    id: z.string(),
    title: z.string(),
    sentence: z.string(),
    subject: z.string().optional(),
    quotes: z.array(z.object({ entry: z.string(), quote: z.string(), source: z.string() })),
    quotesTitle: z.string(),
    ours: z.string().optional().meta({ description: 'Our reading of the FAQ, not its words.' }),
    changes: z.array(z.string()),
    changesTitle: z.string(),
    next: z.string().optional(),
  }),
  z.object({
    type: z.literal('understood'),
    title: z.string(),
    correct: z.string(),
    submit: z.string(),
    facts: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        value: z.string(),
        note: z.string().optional(),
        input: z.union([
          choiceInput,
          z.object({ type: z.literal('dates'), fields: z.array(z.object({ id: z.string(), label: z.string(), value: z.string() })) }),
        ]),
      }),
    ),
  }),
  z.object({
    type: z.literal('question'),
    prompt: z.string(),
    input: z.union([
      choiceInput,
      z.object({ type: z.literal('dates'), fields: z.array(z.object({ id: z.string(), label: z.string() })), unknown: z.string() }),
    ]),
    submit: z.string(),
  }),
  z.object({
    type: z.literal('mail'),
    title: z.string(),
    copy: z.string(),
    copied: z.string(),
    subject: z.string(),
    text: z.string(),
  }),
  z.object({
    type: z.literal('choices'),
    prompt: z.string(),
    items: z.array(z.object({ entry: z.string(), label: z.string(), group: z.string().optional() })),
    groups: z.array(z.string()).optional(),
  }),
]);

/** The reply, with the memory to send along next time. */
export const responseSchema = z
  .object({
    kind: z.enum(REPLY_KINDS),
    entry: z.string().nullable().meta({ description: 'Id of the main official question.' }),
    entries: z.array(z.string()),
    outcomes: z.array(z.string()).meta({ description: 'Verdict ids; empty where no case was decided.' }),
    missing: z
      .array(z.string())
      .meta({ description: 'Ids of facts that would change the verdict and are not known; the first is asked for.' }),
    suggestions: z.array(z.string()),
    details: z.object({ overlap: range.optional(), shortenedEnd: z.iso.date().optional() }),
    facts: z.array(z.object({ id: z.string(), value: z.string(), words: z.string(), presumed: z.boolean().optional() })),
    confidence: z.number().min(0).max(1),
    reply: z.string().meta({ description: 'The whole reply as plain text.' }),
    citations: z.array(z.object({ entry: z.string(), quote: z.string() })),
    blocks: z.array(block),
    memory: z.object({
      facts: z.record(z.string(), z.string()),
      goals: z.array(z.enum(GOALS)),
      topic: z.string().nullable(),
      asked: z.array(z.string()),
      offered: z.array(z.string()),
    }),
  })
  .meta({ title: 'Response' });

/** An error, RFC 9457. */
const problemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What to change, in Turkish.' }),
    reason: z.string().optional().meta({ description: 'Which part of the request is wrong, in English.' }),
  })
  .meta({ title: 'Problem' });

/** All three as one JSON Schema (draft 2020-12), under `$defs`. */
export function apiSchema(): object {
  const of = (schema: z.ZodType, io: 'input' | 'output'): object => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    return rest;
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'POST /api/chat',
    description: 'One turn of a conversation: the request is $defs/request, the answer $defs/response, an error $defs/problem.',
    $ref: '#/$defs/request',
    $defs: { request: of(requestSchema, 'input'), response: of(responseSchema, 'output'), problem: of(problemSchema, 'output') },
  };
}

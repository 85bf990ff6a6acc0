import { z } from 'zod';
import { CHANGES } from './engine/changes.js';
import type { Condition } from './engine/condition.js';
import { GOALS, isFact } from './facts.js';
import { LEARNED } from './reading/learned/model.js';
import { CUES, STATED } from './reading/lexicon.js';

/** The shapes of the rule files. */

const sentence = z.string().trim().min(1);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: z.string(), is: z.union([z.string(), z.array(z.string()).min(1)]) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

const rule = z
  .strictObject({
    id: sentence,
    quotes: z.array(z.union([sentence, z.strictObject({ entry: sentence, text: sentence })])).default([]),
    because: sentence.optional(),
    says: sentence.optional(),
    goal: z.enum(GOALS),
    each: z.enum(['internship', 'pair', 'case']),
    when: condition,
    except: condition.optional(),
    verdict: sentence.optional(),
    open: z.literal(true).optional(),
  })
  .refine((rule) => (rule.verdict === undefined) === (rule.open === true), 'ya "verdict" ya da "open: true" yazın')
  .refine((rule) => rule.open || rule.quotes.length > 0, 'bir karar için en az bir alıntı gerekir')
  .refine((rule) => !rule.open || rule.because !== undefined, 'açık bırakılan bir kural nedenini "because" ile söyler')
  .refine((rule) => rule.open || rule.says === undefined, '"says" yalnız açık bırakılan bir kuralda olur');
export type WrittenRule = z.infer<typeof rule>;

export const ruleFileSchema = z.strictObject({
  /** The official question whose text these rules come from; quotes without an entry of their own stand there. */
  entry: sentence,
  rules: z.array(rule).default([]),
  /** Sentences that are quoted by no rule, with the reason. */
  notRules: z.array(z.strictObject({ texts: z.array(sentence).min(1), because: sentence })).default([]),
});

export type RuleFile = z.infer<typeof ruleFileSchema>;

export const goalsSchema = z.partialRecord(
  z.enum(GOALS),
  z.strictObject({
    entries: z.array(sentence),
    shownBy: z.array(z.string()).default([]),
    each: z.array(z.enum(['internship', 'pair', 'case'])).min(1),
    presumed: z.record(z.string(), z.string()).default({}),
    shown: z.array(z.string()).default([]),
    silences: z.record(z.string(), z.array(z.string())).optional(),
    askedOnly: z.boolean().optional(),
    needsRead: z.boolean().optional(),
    joins: z.array(z.enum(GOALS)).optional(),
    bearsOn: z.array(z.enum(GOALS)).optional(),
    volunteered: z.boolean().optional(),
    one: z.boolean().optional(),
  }),
);

export const verdictsSchema = z.record(
  z.string(),
  z.strictObject({
    title: sentence,
    sentence,
    changes: z.array(z.strictObject({ by: z.enum(CHANGES), text: sentence })).optional(),
    parameters: z.array(sentence).optional(),
    withoutDates: sentence.optional(),
    ours: sentence.optional(),
    oursOfDates: sentence.optional(),
    next: z.array(z.strictObject({ when: condition.optional(), text: sentence })).optional(),
  }),
);

export type VerdictsFile = z.infer<typeof verdictsSchema>;

const patterns = z.array(sentence).default([]);

/** The words of the reader; how patterns are written is told in lexicon.yaml. */
export const lexiconSchema = z.strictObject({
  defaultYear: z.int(),
  groups: z.record(z.string(), sentence).default({}),
  cues: z.record(z.enum(CUES), patterns),
  statements: z.array(
    z.strictObject({
      fact: z.enum(STATED),
      value: z.coerce.string(),
      goal: z.enum(GOALS).optional(),
      says: z.array(sentence).optional(),
      exactly: z.array(sentence).optional(),
      unless: z.array(sentence).optional(),
    }),
  ),
  goals: z.record(z.enum(GOALS), patterns),
});

/** Sentences by the value of the one fact they say; those of `unsaid` say none. */
export const statementsSchema = z.strictObject({ fact: z.enum(LEARNED), says: z.record(z.string(), z.array(sentence)) });

/** Facts of a case as written by hand: known ids, each with a value it can have. */
export const factsSchema = z.record(z.string(), z.coerce.string()).superRefine((facts, context) => {
  for (const [id, value] of Object.entries(facts))
    if (!isFact(id, value)) context.addIssue({ code: 'custom', path: [id], message: `böyle bir bilgi ya da değer yok: ${value}` });
});

/** Whole messages with what each asks and all the facts it tells. */
export const messagesSchema = z.array(
  z.strictObject({
    text: sentence,
    goals: z.array(z.enum(GOALS)).default([]),
    facts: factsSchema.default({}),
  }),
);

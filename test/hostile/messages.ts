import fc from 'fast-check';
import type { Message } from '../../bot/conversation/message.js';
import { CASE_DOMAINS, GOALS, INTERNSHIP_DOMAINS } from '../../rules/facts.js';
import { HOSTILE, HOSTILE_IDS, HOSTILE_VALUES } from './corpus.js';

const FACT_IDS = [
  ...Object.keys(CASE_DOMAINS),
  ...['term.from', 'term.to', 'previousTerm.to'],
  ...[1, 2, 6].flatMap((n) => [...Object.keys(INTERNSHIP_DOMAINS), 'from', 'to'].map((field) => `internship${n}.${field}`)),
];

const pieces = [...Object.values(HOSTILE), ...HOSTILE_IDS, ...HOSTILE_VALUES].map((text) => text.slice(0, 200));
const words = [
  'stajımı iptal etmek istiyorum',
  '3-28 Ağustos',
  '24 Ağustos – 18 Eylül 2020',
  'iki stajım var',
  'kabul ettim',
  'sigortamı kim yapar',
  '30 iş günü',
  'birinci',
  'değil',
];

/** Pieces of the corpus, ordinary words and any characters, one after another; at times one of them over and over. */
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...words), fc.string({ unit: 'binary' })), { maxLength: 8 })
      .map((parts) => parts.join(' ')),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }), fc.nat(2000))
      .map(([part, times]) => part.repeat(times).slice(0, 2500)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('1', '.', '-', ' ', '’', '/', ',', 'a', 'ler', 'ağustos', '2020', 'i̇'), fc.nat(2000), fc.string())
      .map(([part, times, end]) => (part.repeat(times) + end).slice(0, 2500)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
);

const id = fc.oneof(fc.constantFrom(...FACT_IDS), fc.constantFrom(...HOSTILE_IDS), fc.string());
const value = fc.oneof(
  fc.constantFrom(...HOSTILE_VALUES),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.string(),
);
const facts = fc.array(fc.tuple(id, value), { maxLength: 12 }).map((entries) => Object.fromEntries(entries));

/** What `parseMessage` would let through: text above all, ids and facts that may be any. */
export const hostileMessage: fc.Arbitrary<Message> = fc.oneof(
  { weight: 6, arbitrary: text.map((said) => ({ text: said })) },
  { weight: 1, arbitrary: fc.oneof(fc.constantFrom(...HOSTILE_IDS), fc.string()).map((entry) => ({ entry })) },
  { weight: 2, arbitrary: facts.map((given) => ({ facts: given })) },
);

/** A memory that nobody gave: as a forger would write it. */
export const hostileMemory: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        facts: fc.oneof(facts, fc.jsonValue()),
        goals: fc.oneof(fc.array(fc.constantFrom(...GOALS, '__proto__')), fc.jsonValue()),
        topic: fc.oneof(fc.constantFrom(...HOSTILE_IDS, 'staj-iptali'), fc.jsonValue()),
        asked: fc.oneof(fc.array(id), fc.jsonValue()),
        offered: fc.oneof(fc.array(fc.constantFrom(...HOSTILE_IDS, 'staj-iptali', 'iki-staj')), fc.jsonValue()),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);

import type { Phrases } from '../../knowledge/schema.js';
import { fold, foldWithOffsets } from '../../knowledge/text/fold.js';
import { CASE_DOMAINS, type Facts, fieldOf, INTERNSHIP_DOMAINS, UNKNOWN } from '../../rules/facts.js';
import { say } from './format.js';
import { oncePerPhrases } from './once.js';

/** The closed set of values a fact can have; empty for dates. */
export function valuesOf(id: string): readonly string[] {
  const field = fieldOf(id);
  const domains: Readonly<Record<string, readonly string[]>> = { ...INTERNSHIP_DOMAINS, ...CASE_DOMAINS };
  return domains[field] ?? [];
}

/** Label of a fact's value, e.g. "teklif geldi, henüz kabul edilmedi". */
export function valueLabel(phrases: Phrases, id: string, value: string): string {
  return value === UNKNOWN ? say(phrases, 'facts', 'unknown') : say(phrases, 'values', `${fieldOf(id)}.${value}`);
}

/**
 * A typed answer to what was asked: "bilmiyorum", the number of a choice ("2", "2. şık"), its label, or yes and no for a fact with two
 * values (whose first value is the yes) or whose yes or no the phrases name. Null where the text is none of these.
 */
export function typedAnswer(text: string, asked: readonly string[], phrases: Phrases): Facts | null {
  const typed = plain(text);
  const first = asked[0];
  if (!first || !typed) return null;
  if (saysUnknown(typed, phrases)) return Object.fromEntries(asked.map((id) => [id, UNKNOWN]));
  const values = valuesOf(first);
  const [, number] = numberedPattern(phrases).exec(typed) ?? [];
  const byNumber = values.length > 0 && number !== undefined ? [...values, UNKNOWN][Number(number) - 1] : undefined;
  const value = values.find((one) => plain(valueLabel(phrases, first, one)) === typed) ?? byNumber ?? yesOrNo(text, first, phrases);
  return value ? { [first]: value } : null;
}

/** The value that a mere yes or no gives a fact. */
function yesOrNo(text: string, id: string, phrases: Phrases): string | undefined {
  const said = ['yes', 'no'].findIndex((command) => isCommand(phrases, command, text));
  if (said < 0) return undefined;
  const values = valuesOf(id);
  return values.length === 2 ? values[said] : phrases.typed?.[`${fieldOf(id)}.${said === 0 ? 'yes' : 'no'}`];
}

/** "Valla bilmiyorum ki": a few words with one of the forms among them. */
function saysUnknown(typed: string, phrases: Phrases): boolean {
  const padded = ` ${typed} `;
  return typed.split(' ').length <= LONGEST_UNKNOWN && forms(phrases, 'unknown').some((form) => padded.includes(` ${form} `));
}

const LONGEST_UNKNOWN = 5;
const numberedPattern = oncePerPhrases((phrases) => new RegExp(`^(\\d)(?: (?:${anyOf(phrases, 'option')}))?$`));

/** True if the whole text is one of the forms of a command (`yardım`, `Yardim!`). */
export function isCommand(phrases: Phrases, command: string, text: string): boolean {
  return forms(phrases, command).includes(plain(text));
}

/** True if the text begins with one of the forms of a command. */
export function beginsWith(phrases: Phrases, command: string, text: string): boolean {
  const typed = plain(text);
  return forms(phrases, command).some((form) => typed === form || typed.startsWith(`${form} `));
}

const openingPattern = oncePerPhrases((phrases) => new RegExp(`^[^a-z]*(?:${anyOf(phrases, 'opening')})[ ,.…]+(?=[a-z0-9])`));

/** The text without a word that only links it to what was said before ("peki sigorta?" → "sigorta?"). */
export function withoutOpening(phrases: Phrases, text: string): string {
  const { folded, offsets } = foldWithOffsets(text);
  const opening = openingPattern(phrases).exec(folded);
  return opening ? text.slice(offsets[opening[0].length]) : text;
}

const formsOfCommands = oncePerPhrases(
  ({ commands = {} }) =>
    new Map(Object.entries(commands).map(([command, written]) => [command, written.split('|').map(plain).filter(Boolean)])),
);

/** The written forms of a command or of a group of words, folded. */
export function forms(phrases: Phrases, command: string): readonly string[] {
  return formsOfCommands(phrases).get(command) ?? [];
}

/** The forms as alternatives of a pattern; a group without forms matches nothing. */
export function anyOf(phrases: Phrases, command: string): string {
  return forms(phrases, command).join('|') || '(?!)';
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\d/]+/gu, ' ')
    .trim();
}

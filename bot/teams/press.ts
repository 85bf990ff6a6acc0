import { isRecord } from '../record.js';
import type { Element } from './elements.js';

/** What a button or form of a card asks for. `form` names the form, so that it is taken once. */
export type Press =
  | { readonly entry: string }
  | { readonly facts: Readonly<Record<string, string>>; readonly form: string | null }
  | { readonly correct: true };

/** Input ids of a card that stand for facts: `facts.internship1.from`. */
const INPUT = 'facts.';

/** The id of the input that gives a fact. */
export function inputOf(fact: string): string {
  return `${INPUT}${fact}`;
}

/**
 * A button that asks for an official question. `messageBack` shows the chosen label in the chat, as if it had been typed; a press
 * answered in place would leave no trace there.
 */
export function askFor(entry: string, label: string): Element {
  return {
    type: 'Action.Submit',
    title: label,
    associatedInputs: 'none',
    data: { entry, msteams: { type: 'messageBack', displayText: label, text: label } },
  };
}

/** A button whose result takes the place of its card. Clients without Action.Execute send the same data as a message. */
export function replaceBy(title: string, data: object, { inputs = false, primary = false } = {}): Element {
  const button = {
    title,
    associatedInputs: inputs ? 'auto' : 'none',
    ...(primary ? { style: 'positive' } : {}),
    data,
  };
  return { type: 'Action.Execute', verb: VERB, ...button, fallback: { type: 'Action.Submit', ...button } };
}

/** The one verb of this bot's cards: what is asked for stands in the data, which a Submit sends as well. */
const VERB = 'press';

/** Data as it comes back, with the inputs of the card mixed in; null where it is nothing of ours. */
export function readPress(data: unknown): Press | null {
  if (!isRecord(data)) return null;
  if (typeof data.entry === 'string') return { entry: data.entry };
  if (data.correct === true) return { correct: true };
  const form = typeof data.form === 'string' ? data.form : null;
  const facts = { ...stringsIn(data.facts), ...filledIn(data, stringsIn(data.was)) };
  return Object.keys(facts).length > 0 || form !== null ? { facts, form } : null;
}

/** The inputs that hold something; one left as it `was` says nothing. */
function filledIn(data: Readonly<Record<string, unknown>>, was: Readonly<Record<string, string>>): Record<string, string> {
  const inputs = Object.entries(stringsIn(data))
    .filter(([id, value]) => id.startsWith(INPUT) && value !== '')
    .map(([id, value]) => [id.slice(INPUT.length), value] as const);
  return Object.fromEntries(inputs.filter(([fact, value]) => was[fact] !== value));
}

function stringsIn(value: unknown): Record<string, string> {
  const entries = Object.entries(isRecord(value) ? value : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

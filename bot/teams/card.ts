import type { Block, ChoicesBlock, QuestionBlock } from '../conversation/reply.js';
import { FACT_INPUT } from './incoming.js';
import type { TeamsPhrases } from './phrases.js';

/** An Adaptive Card as JSON. Version 1.5 is what every Teams client draws. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly body: readonly object[];
}

const SCHEMA = 'http://adaptivecards.io/schemas/adaptive-card.json';

/** The card with what a person can press or fill in, or null where the reply offers nothing of the kind. */
export function toCard(blocks: readonly Block[], phrases: TeamsPhrases): AdaptiveCard | null {
  const body = blocks.flatMap((block) => {
    if (block.type === 'choices') return choices(block);
    if (block.type === 'question') return question(block, phrases);
    return [];
  });
  return body.length > 0 ? { type: 'AdaptiveCard', $schema: SCHEMA, version: '1.5', body } : null;
}

function choices({ prompt, items }: ChoicesBlock): object[] {
  if (items.length === 0) return [];
  return [text(prompt), ...items.map(({ entry, label }) => button(label, { entry }))];
}

function question({ prompt, input, submit }: QuestionBlock, phrases: TeamsPhrases): object[] {
  if (input.type === 'choice') {
    return [text(prompt), ...input.options.map(({ value, label }) => button(label, { facts: { [input.id]: value } }))];
  }
  const unknown = Object.fromEntries(input.fields.map(({ id }) => [id, 'unknown']));
  return [
    text(prompt),
    ...input.fields.map(({ id, label }) => ({
      type: 'Input.Date',
      id: `${FACT_INPUT}${id}`,
      label,
      isRequired: true,
      errorMessage: phrases.dateRequired,
    })),
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.Submit', title: submit, style: 'positive' }, silentSubmit(input.unknown, { facts: unknown })],
    },
  ];
}

/** A button in a row of its own: Teams cuts long labels that share one. */
function button(label: string, data: object): object {
  return { type: 'ActionSet', actions: [silentSubmit(label, data)] };
}

/**
 * A button that leaves the inputs of the card alone.
 * `messageBack` shows the chosen label in the chat; without it a press leaves no trace there.
 */
function silentSubmit(label: string, data: object): object {
  return {
    type: 'Action.Submit',
    title: label,
    associatedInputs: 'none',
    data: { ...data, msteams: { type: 'messageBack', displayText: label, text: label } },
  };
}

function text(prompt: string): object {
  return { type: 'TextBlock', text: prompt, wrap: true };
}

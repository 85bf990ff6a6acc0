import { capitalised } from '../conversation/format.js';
import type { ChoiceInput, QuestionBlock, UnderstoodBlock } from '../conversation/reply.js';
import { type Element, heading, prose, row } from './elements.js';
import type { TeamsPhrases } from './phrases.js';
import { inputOf, replaceBy } from './press.js';

/** A question with its fields or choices, "bilmiyorum" among them. `form` names this form among all that were sent. */
export function questionForm({ prompt, input, submit }: QuestionBlock, form: string, phrases: TeamsPhrases): Element[] {
  if (input.type === 'choice') {
    return [
      heading(prompt),
      ...input.options.map(({ value, label }) => row(replaceBy(capitalised(label), { form, facts: { [input.id]: value } }))),
    ];
  }
  const unknown = Object.fromEntries(input.fields.map(({ id }) => [id, 'unknown']));
  return [
    heading(prompt),
    ...input.fields.map(({ id, label }) => ({
      type: 'Input.Date',
      id: inputOf(id),
      label: capitalised(label),
      isRequired: true,
      errorMessage: phrases.dateRequired,
    })),
    row(replaceBy(submit, { form }, { inputs: true, primary: true }), replaceBy(input.unknown, { form, facts: unknown })),
  ];
}

/** The facts as they were understood, each in an input that holds its value; what is left as it is changes nothing. */
export function correctionForm(block: UnderstoodBlock, form: string, phrases: TeamsPhrases): Element[] {
  const inputs = block.facts.flatMap(({ input, label, value }) =>
    input.type === 'dates'
      ? input.fields.map((field) => dateField(field.id, field.label, field.value))
      : [choiceField(input, label, value)],
  );
  const was = Object.fromEntries(inputs.map(({ fact, value }) => [fact, value]));
  return [
    prose(block.title, { bold: true }),
    ...inputs.map(({ element }) => element),
    row(replaceBy(block.submit, { form, was }, { inputs: true, primary: true })),
    row(replaceBy(phrases.cancel, { form, facts: {} })),
  ];
}

/** An input with the fact it gives and the value it holds. */
interface Field {
  readonly fact: string;
  readonly value: string;
  readonly element: Element;
}

function dateField(fact: string, label: string, value: string): Field {
  return { fact, value, element: { type: 'Input.Date', id: inputOf(fact), label: capitalised(label), ...(value ? { value } : {}) } };
}

function choiceField({ id, options }: ChoiceInput, label: string, shown: string): Field {
  const value = options.find((option) => option.label === shown)?.value ?? '';
  const choices = options.map((option) => ({ title: capitalised(option.label), value: option.value }));
  const element = {
    type: 'Input.ChoiceSet',
    id: inputOf(id),
    label: capitalised(label),
    style: 'compact',
    choices,
    ...(value ? { value } : {}),
  };
  return { fact: id, value, element };
}

import type { Phrases } from '../../knowledge/schema.js';
import { type Facts, fieldOf, internshipFact, UNKNOWN } from '../../rules/facts.js';
import { valueLabel, valuesOf } from './answers.js';
import type { Deps } from './deps.js';
import { say } from './format.js';
import { factLabel, hasSeveral, internshipLabel } from './labels.js';
import type { Block, ChoiceInput, QuestionBlock } from './reply.js';

/** Asks for the first missing fact; dates of the same internship are asked for together. */
export function questionBlock(missing: readonly string[], facts: Facts, { knowledge }: Deps): QuestionBlock | null {
  const { phrases } = knowledge;
  const first = missing[0];
  if (first === undefined) return null;
  const several = hasSeveral(facts);
  const submit = say(phrases, 'question', 'submit');
  if (valuesOf(first).length > 0) {
    const question = say(phrases, 'question', fieldOf(first));
    const of = internshipFact(first);
    const prompt =
      of && several ? say(phrases, 'question', 'of', { internship: internshipLabel(of.internship, phrases), question }) : question;
    return { type: 'question', prompt, input: choiceInput(first, phrases), submit };
  }
  const fields = missing.filter((id) => valuesOf(id).length === 0).map((id) => ({ id, label: factLabel(id, several, phrases) }));
  return {
    type: 'question',
    prompt: say(phrases, 'question', 'dates'),
    input: { type: 'dates', fields, unknown: say(phrases, 'question', 'unknown') },
    submit,
  };
}

/** The values of a fact to choose from, "bilmiyorum" last. */
export function choiceInput(id: string, phrases: Phrases): ChoiceInput {
  const options = [...valuesOf(id), UNKNOWN].map((value) => ({
    value,
    label: value === UNKNOWN ? say(phrases, 'question', 'unknown') : valueLabel(phrases, id, value),
  }));
  return { type: 'choice', id, options };
}

/** What a person should know before answering a question, where there is something. */
export function questionNote(question: QuestionBlock | null, { knowledge }: Deps): Block[] {
  const note = question?.input.type === 'choice' ? knowledge.phrases.question?.[`${fieldOf(question.input.id)}.note`] : undefined;
  return note ? [{ type: 'text', text: note }] : [];
}

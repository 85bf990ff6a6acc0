import type { Quote, RuleSet } from '../rules.js';

/** Official question id → its answer as one text. */
export type Answers = ReadonlyMap<string, string>;

/** What is wrong with quotes: every one has to stand verbatim in the answer it names. */
export function quoteMistakes(quotes: readonly Quote[], answers: Answers): string[] {
  return quotes.flatMap(({ entry, text }) => {
    const answer = answers.get(entry);
    if (answer === undefined) return [`böyle bir soru yok: "${entry}"`];
    return answer.includes(text) ? [] : [`bu sözler "${entry}" yanıtında geçmiyor: "${shortened(text)}"`];
  });
}

/**
 * The stretches of the official answers that no rule quotes and no reason excuses, each with its entry: whatever the FAQ says is
 * either a rule or said to be none.
 */
export function unaccounted({ rules, notRules }: Pick<RuleSet, 'rules' | 'notRules'>, answers: Answers): Quote[] {
  const quotes = [
    ...rules.flatMap((rule) => rule.quotes),
    ...notRules.flatMap(({ entry, texts }) => texts.map((text) => ({ entry, text }))),
  ];
  return [...answers].flatMap(([entry, answer]) => {
    const own = quotes.filter((quote) => quote.entry === entry).sort((a, b) => b.text.length - a.text.length);
    return own
      .reduce((left, { text }) => left.replaceAll(text, '\n'), answer)
      .split('\n')
      .map((text) => text.trim())
      .filter((text) => /\p{L}/u.test(text))
      .map((text) => ({ entry, text }));
  });
}

/** The beginning of a long text, for a message. */
export function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

const SHOWN = 80;

import type { KnowledgeFiles } from '../load.js';
import type { LabelledText } from '../matcher/examples.js';
import type { Problem } from '../problem.js';
import type { YamlFile } from '../yaml-file.js';

type ProblemAt = YamlFile<unknown>['problemAt'];
/** Makes a problem at one place. */
type Report = (message: string, more?: Parameters<ProblemAt>[2]) => Problem;

/** A warning-maker for the place where a text of the knowledge base stands. */
export function placeOf({ entries, refusals, smalltalk }: KnowledgeFiles, { label, owner, at }: LabelledText): Report {
  const isVariant = label < entries.length;
  const talk = owner - refusals.length;
  const file = isVariant ? entries[owner] : talk < 0 ? refusals[owner] : smalltalk;
  const list = isVariant ? ['variants'] : talk < 0 ? ['examples'] : [talk, 'examples'];
  return reportAt(file as YamlFile<unknown>, at === null ? ['question'] : [...list, at]);
}

/** A text that the bot says, with a warning-maker for its place. */
export interface SpokenText {
  readonly text: string;
  readonly report: Report;
}

/** The texts that the bot says: of entries, refusals, families, small talk and phrases. */
export function spokenTexts({ entries, refusals, families, smalltalk, phrases }: KnowledgeFiles): SpokenText[] {
  const at = (file: YamlFile<unknown>, path: readonly PropertyKey[], text: string | undefined): SpokenText[] =>
    text === undefined ? [] : [{ text, report: reportAt(file, path) }];
  return [
    ...entries.flatMap((file) => [
      ...at(file, ['label'], file.data.label),
      ...at(file, ['lead'], file.data.lead),
      ...file.data.answer.flatMap((paragraph, n) => at(file, ['answer', n], paragraph)),
    ]),
    ...refusals.flatMap((file) => [...at(file, ['about'], file.data.about), ...at(file, ['pointer'], file.data.pointer)]),
    ...Object.entries(families?.data ?? {}).flatMap(([id, { lead }]) => at(families as YamlFile<unknown>, [id, 'lead'], lead)),
    ...(smalltalk?.data ?? []).flatMap(({ reply }, n) => at(smalltalk as YamlFile<unknown>, [n, 'reply'], reply)),
    ...Object.entries(phrases?.data ?? {})
      .filter(([section]) => section !== 'commands')
      .flatMap(([section, texts]) =>
        Object.entries(texts).flatMap(([key, text]) => at(phrases as YamlFile<unknown>, [section, key], text)),
      ),
  ];
}

/** A warning-maker for a node of a file. */
export function reportAt(file: YamlFile<unknown>, path: readonly PropertyKey[]): Report {
  return (message, more) => file.problemAt(path, message, { severity: 'warning', ...more });
}

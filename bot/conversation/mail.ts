import type { Deps } from './deps.js';
import { say } from './format.js';
import type { Block, MailBlock, UnderstoodBlock, VerdictBlock } from './reply.js';

/**
 * The verdicts of a reply in words to send on, for the clerk who must convince the accountant: what was understood, what follows, the
 * words of the FAQ with the place of each, and the official letter where it matters. Null where nothing was decided.
 */
export function mailBlock(blocks: readonly Block[], { knowledge, rules }: Deps): MailBlock | null {
  const { phrases, programme } = knowledge;
  const verdicts = blocks.filter((block): block is VerdictBlock => block.type === 'verdict');
  if (verdicts.length === 0) return null;
  const understood = blocks.find((block): block is UnderstoodBlock => block.type === 'understood');
  const quotes = new Map(verdicts.flatMap((verdict) => verdict.quotes).map(({ quote, source }) => [quote, source]));
  const wanted = new Set(verdicts.flatMap(({ id }) => rules.verdicts[id]?.parameters ?? []));
  const parameters = (programme?.parameters ?? []).filter(({ id }) => wanted.has(id));
  const told = (note: string | undefined): string => {
    if (note === undefined) return '';
    return ` (${note === say(phrases, 'verdict', 'presumed') ? say(phrases, 'mail', 'presumed') : note})`;
  };
  const phrase = (key: string, values: Readonly<Record<string, string>> = {}): string => say(phrases, 'mail', key, values);
  const text = [
    phrase('greeting'),
    ...(understood
      ? [
          section(
            phrase('case'),
            understood.facts.map(({ label, value, note }) => `- ${label}: ${value}${told(note)}`),
          ),
        ]
      : []),
    section(
      phrase('verdict'),
      verdicts.map(({ subject, sentence }) => `- ${subject ? `${subject}: ` : ''}${sentence}`),
    ),
    section(
      phrase('quotes'),
      [...quotes].map(([quote, source]) => `- “${quote}” (${source})`),
    ),
    ...parameters.map(({ value }) => phrase('parameter', { value })),
    phrase('closing'),
  ].join('\n\n');
  const subject = phrase('subject', { programme: programme?.name ?? '', verdicts: verdicts.map(({ title }) => title).join(', ') });
  return { type: 'mail', title: phrase('title'), copy: phrase('copy'), copied: phrase('copied'), subject, text };
}

function section(heading: string, lines: readonly string[]): string {
  return [heading, ...lines].join('\n');
}

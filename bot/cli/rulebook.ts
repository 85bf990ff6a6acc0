import type { Knowledge } from '../../knowledge/load.js';
import type { Entry } from '../../knowledge/schema.js';
import type { Goal } from '../../rules/facts.js';
import { tableOf } from '../../rules/rule-table.js';
import type { NotARule, Quote, Rule, RuleSet } from '../../rules/rules.js';
import { aligned } from '../columns.js';
import { say } from '../conversation/format.js';

type Source = Pick<Knowledge, 'entries' | 'phrases' | 'programme'>;

/**
 * All rules as Markdown for the people who answer for them: for each official question the words of the FAQ, what they decide, and a
 * table of when; then the words that are no rule. Its columns are padded, so that it can be read in a terminal as it is.
 * @param goal only the rules that decide this; then the words that are no rule are left out, as they belong to no goal
 */
export function rulebookOf(knowledge: Source, rules: RuleSet, goal?: Goal): string {
  const { phrases, programme } = knowledge;
  const shown = rules.rules.some((rule) => isWanted(rule, goal)) ? knowledge.entries : [];
  const questions = shown.flatMap((entry) => questionLines(entry, knowledge, rules, goal));
  return [
    `# ${say(phrases, 'rulebook', 'title')}`,
    ...(programme ? [say(phrases, 'rulebook', 'source', { document: programme.document, year: String(programme.year) })] : []),
    ...(questions.length > 0 ? [say(phrases, 'rulebook', 'reading'), ...questions] : [say(phrases, 'rulebook', 'empty')]),
  ].join('\n\n');
}

/** Nothing where rules of one goal are wanted and the question has none. */
function questionLines(
  { id, question, label }: Entry,
  knowledge: Source,
  { rules, notRules, verdicts }: RuleSet,
  goal: Goal | undefined,
): string[] {
  const { phrases } = knowledge;
  const wanted = rules.filter((rule) => isWanted(rule, goal));
  const own = wanted.filter(({ entry }) => entry === id);
  const others = wanted.filter(({ entry, quotes }) => entry !== id && quotes.some((quote) => quote.entry === id));
  if (goal !== undefined && own.length === 0) return [];
  return [
    `## ${placed('question', id, knowledge)}`,
    ...(question === label ? [] : [question]),
    ...own.flatMap((rule) => ruleLines(rule, knowledge, verdicts)),
    ...(own.length === 0 && others.length === 0 ? [say(phrases, 'rulebook', 'noRules')] : []),
    ...(others.length > 0 ? [say(phrases, 'rulebook', 'quotedBy', { rules: others.map((rule) => `\`${rule.id}\``).join(', ') })] : []),
    ...(goal === undefined ? notRuleLines(id, notRules, knowledge) : []),
  ];
}

function isWanted(rule: Rule, goal: Goal | undefined): boolean {
  return goal === undefined || rule.goal === goal;
}

function ruleLines(rule: Rule, knowledge: Source, verdicts: RuleSet['verdicts']): string[] {
  const { phrases } = knowledge;
  const { id, quotes, because, says, goal, each } = rule;
  return [
    `### \`${id}\``,
    ...quotes.map((quote) => quoteLine(quote, rule, knowledge)),
    ...(because ? [say(phrases, 'rulebook', quotes.length > 0 ? 'because' : 'noQuote', { because })] : []),
    ...(says ? [say(phrases, 'rulebook', 'says', { says })] : []),
    say(phrases, 'rulebook', 'decides', { goal: say(phrases, 'goals', goal), each: say(phrases, 'rulebook', `each.${each}`) }),
    ruleTable(rule, knowledge, verdicts),
  ];
}

function quoteLine({ entry, text }: Quote, rule: Rule, knowledge: Source): string {
  return entry === rule.entry ? `> ${text}` : `> ${text}\n>\n> ${placed('quotedFrom', entry, knowledge)}`;
}

/** A question by its number and label: the number of the document, or its place where it has none. */
function placed(key: string, id: string, { entries, phrases }: Source): string {
  const at = entries.findIndex((entry) => entry.id === id);
  const { source, label = id } = entries[at] ?? {};
  return say(phrases, 'rulebook', key, { number: String(source?.item ?? at + 1), label });
}

function ruleTable(rule: Rule, { phrases }: Source, verdicts: RuleSet['verdicts']): string {
  const { columns, rows } = tableOf(rule);
  const verdict = rule.verdict === null ? say(phrases, 'rulebook', 'open') : (verdicts[rule.verdict]?.title ?? rule.verdict);
  const any = say(phrases, 'rulebook', 'any');
  return markdownTable([
    [...columns.map((fact) => say(phrases, 'facts', fact)), say(phrases, 'rulebook', 'verdict')],
    ...rows.map((row) => [
      ...columns.map((fact) => (row[fact] === undefined ? any : say(phrases, 'values', `${fact}.${row[fact]}`))),
      verdict,
    ]),
  ]);
}

/** The first row is the heading. */
function markdownTable(rows: readonly (readonly string[])[]): string {
  const [heading = [], ...body] = aligned(rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|'))));
  const rule = heading.map((cell) => '-'.repeat(cell.length));
  return [heading, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function notRuleLines(id: string, notRules: readonly NotARule[], { phrases }: Source): string[] {
  const own = notRules.filter(({ entry }) => entry === id);
  if (own.length === 0) return [];
  return [
    `### ${say(phrases, 'rulebook', 'notRules')}`,
    ...own.flatMap(({ texts, because }) => [
      texts.map((text) => `> ${text}`).join('\n>\n'),
      say(phrases, 'rulebook', 'notRule', { because }),
    ]),
  ];
}

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { fingerprint, readCompiled } from '../../bot/compiled.js';
import { foldersOf } from '../../bot/folders.js';
import { rootPath } from '../../bot/root.js';
import { yamlFiles } from '../../knowledge/files.js';
import { datedInternships } from '../../rules/facts.js';
import { type Analysis, analyse } from '../../rules/reading/analysis.js';
import { datesTold } from '../../rules/reading/dated/mentions.js';
import { type Ground, type Grounds, plausibility, WEIGHTS } from '../../rules/reading/dated/plausibility.js';
import { rolesIn, type Weighed, weighedIn } from '../../rules/reading/dated/read-dates.js';
import { settingOf } from '../../rules/reading/dated/setting.js';
import { datedMessage, trainDates } from '../../rules/reading/dated/training.js';
import type { MessageExample } from '../../rules/reading/learned/examples.js';
import { compileLexicon } from '../../rules/reading/lexicon.js';
import { restorer } from '../../rules/reading/vowels.js';

/**
 * Fits the weights of `rules/reading/dated/plausibility.ts` to the examples, and tells how often the dates of a message come out exactly
 * right. Each hand's messages are read by what the others taught; the weights they are judged by are fitted on the others too.
 */

const FOLDS = 6;
const EPOCHS = 40;
const RATE = 0.15;
/** Draws weights towards none: what is rarely seen should weigh little. */
const DECAY = 0.002;

interface Message extends MessageExample {
  readonly hand: string;
  readonly fold: number;
}

/** A message with what speaks for each way to take it, and which of them are right. */
interface Case {
  readonly message: Message;
  readonly ways: readonly { readonly grounds: Grounds; readonly isRight: boolean }[];
}

type Weights = Record<Ground, number>;

const NAMES = Object.keys(WEIGHTS) as Ground[];

function main(): void {
  const folders = foldersOf();
  const compiled = readCompiled(fingerprint([folders.knowledge, folders.rules]));
  if (!compiled) throw new Error('npm run build first');
  const lexicon = compileLexicon(compiled.lexicon);
  const restore = restorer(compiled.statements.vocabulary);
  const analysed = (text: string): Analysis => analyse(text, lexicon, restore);
  const messages = messagesByHand();
  const cases = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    console.error(`fold ${fold + 1} of ${FOLDS} …`);
    const trained = trainDates(
      messages.filter((one) => one.fold !== fold).flatMap((one) => datedMessage(one, analysed(one.text), lexicon) ?? []),
    );
    return messages
      .filter((one) => one.fold === fold)
      .flatMap((message): Case[] => {
        const analysis = analysed(message.text);
        const told = datesTold(analysis, lexicon);
        if (told.mentions.length === 0) return [];
        const right = datesOf(message.facts);
        const ways = weighedIn(analysis, told, rolesIn(analysis, told, lexicon, trained), settingOf(analysis, told, lexicon, trained));
        return [{ message, ways: ways.map((way) => ({ grounds: way.grounds, isRight: datesIn(way) === right })) }];
      });
  });
  const fitted = Array.from({ length: FOLDS }, (_, fold) => weightsFor(cases.filter(({ message }) => message.fold !== fold)));
  for (const hand of new Set(cases.map(({ message }) => message.hand))) {
    const own = cases.filter(({ message }) => message.hand === hand);
    const rate = (weightsOf: (one: Case) => Weights) =>
      `${((100 * own.filter((one) => isRight(one, weightsOf(one))).length) / own.length).toFixed(1)} %`.padStart(8);
    console.log(
      `${hand.padEnd(16)}${String(own.length).padStart(5)}${rate(() => WEIGHTS)}${rate(({ message }) => fitted[message.fold] as Weights)}`,
    );
  }
  const all = (weightsOf: (one: Case) => Weights) =>
    ((100 * cases.filter((one) => isRight(one, weightsOf(one))).length) / cases.length).toFixed(1);
  const reached = cases.filter(({ ways }) => ways.some((way) => way.isRight)).length;
  console.log(
    `all ${cases.length}: as they stand ${all(() => WEIGHTS)} %, fitted ${all(({ message }) => fitted[message.fold] as Weights)} %, among the hypotheses ${((100 * reached) / cases.length).toFixed(1)} %\n`,
  );
  const weights = weightsFor(cases);
  for (const name of NAMES) console.log(`  ${name}: ${Number(weights[name].toFixed(2))},`);
}

function messagesByHand(): Message[] {
  return yamlFiles(rootPath('rules', 'reading', 'examples', 'messages')).flatMap((file, n) =>
    (parse(readFileSync(file, 'utf8')) as MessageExample[]).map(({ text, goals, facts }) => ({
      text,
      goals,
      facts: Object.fromEntries(Object.entries(facts ?? {}).map(([id, value]) => [id, String(value)])),
      hand: basename(file, '.yaml'),
      fold: n % FOLDS,
    })),
  );
}

/** The dates of a case in one line, whatever the numbers of its internships. */
function datesOf(facts: MessageExample['facts']): string {
  const of = (id: string) => `${facts[`${id}.from`] ?? ''}–${facts[`${id}.to`] ?? ''}`;
  const numbers = datedInternships(Object.keys(facts));
  return `${numbers
    .map((number) => of(`internship${number}`))
    .sort()
    .join(' ')} | ${of('term')}`;
}

function datesIn({ hypothesis: { internships, term }, lengthened }: Weighed): string {
  const facts: Record<string, string> = {};
  internships.forEach(({ from, to }, at) => {
    const end = to?.date ?? lengthened.find(({ period }) => period === at)?.to;
    if (from) facts[`internship${at}.from`] = from.date;
    if (end) facts[`internship${at}.to`] = end;
  });
  if (term?.from) facts['term.from'] = term.from.date;
  if (term?.to && !(term.from && term.to.date < term.from.date)) facts['term.to'] = term.to.date;
  return datesOf(facts);
}

function isRight({ ways }: Case, weights: Weights): boolean {
  const odds = ways.map(({ grounds }) => plausibility(grounds, weights));
  return ways[odds.indexOf(Math.max(...odds))]?.isRight ?? false;
}

/** Conditional logistic regression: the right ways of each message against all of them; AdaGrad, in a fixed order. */
function weightsFor(cases: readonly Case[]): Weights {
  const weights = Object.fromEntries(NAMES.map((name) => [name, name === 'roles' ? 1 : 0])) as Weights;
  const squares = Object.fromEntries(NAMES.map((name) => [name, 1e-2])) as Weights;
  const taught = cases.filter(({ ways }) => ways.some((way) => way.isRight) && ways.some((way) => !way.isRight));
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const { ways } of taught) {
      const odds = ways.map(({ grounds }) => plausibility(grounds, weights));
      const highest = Math.max(...odds);
      const shares = odds.map((one) => Math.exp(one - highest));
      const all = shares.reduce((sum, one) => sum + one, 0);
      const right = shares.reduce((sum, one, at) => sum + (ways[at]?.isRight ? one : 0), 0);
      const slope: Grounds = {};
      ways.forEach(({ grounds, isRight: is }, at) => {
        const share = shares[at] as number;
        const off = share / all - (is ? share / Math.max(right, 1e-12) : 0);
        for (const [name, value] of Object.entries(grounds)) slope[name as Ground] = (slope[name as Ground] ?? 0) + off * value;
      });
      for (const name of NAMES) {
        const step = (slope[name] ?? 0) + DECAY * (weights[name] - (name === 'roles' ? 1 : 0));
        squares[name] += step * step;
        weights[name] -= (RATE * step) / Math.sqrt(squares[name]);
      }
    }
  return weights;
}

main();

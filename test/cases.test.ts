import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type CaseFile, readCases, runCase, titleOf } from '../bot/evaluation/cases.js';
import { rootPath } from '../bot/root.js';
import { yamlFiles } from '../knowledge/files.js';
import { copyCandidates, isNearCopy, isNearDuplicate, type Profile, profileOf } from '../knowledge/text/near-copy.js';
import { realBot } from './real-bot.js';

const files = readCases(rootPath('test', 'cases'));
const casesOf = (rule: string): CaseFile['cases'] => files.find(({ name }) => name === `rules/${rule}`)?.cases ?? [];

beforeAll(async () => {
  await realBot();
});

for (const { name, cases } of files)
  describe(name, () => {
    for (const one of cases)
      test(titleOf(one), async () => {
        const { respond } = await realBot();
        expect(runCase(one, respond)).toEqual([]);
      });
  });

describe('the cases', () => {
  test('show every rule in a file of its name', async () => {
    const { rules } = (await realBot()).deps.rules;
    const shown = files.flatMap(({ name }) => (name.startsWith('rules/') ? [name.slice('rules/'.length)] : []));
    expect(shown.sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  test("show each rule's verdict and all the words it rests on", async () => {
    const { rules } = (await realBot()).deps.rules;
    for (const { id, verdict, quotes } of rules) {
      const cases = casesOf(id);
      if (verdict !== null) expect([id, cases.flatMap(({ outcomes }) => outcomes)]).toEqual([id, expect.arrayContaining([verdict])]);
      for (const { text } of quotes)
        expect([id, text, cases.some((one) => one.quotes.some((beginning) => text.startsWith(beginning)))]).toEqual([id, text, true]);
    }
  });

  test('reach every verdict, and none that there is not', async () => {
    const { verdicts } = (await realBot()).deps.rules;
    const reached = new Set(files.flatMap(({ cases }) => cases.flatMap(({ outcomes }) => outcomes)));
    expect([...reached].sort()).toEqual(Object.keys(verdicts).sort());
  });

  test('are no near copies of labelled messages', () => {
    expect(copiesIn(labelled(), isNearCopy)).toEqual([]);
  });

  test('are no duplicates of what the reader learns from; short texts stand in longer ones by chance', () => {
    expect(copiesIn([...learned('sentences'), ...learned('messages')], isNearDuplicate)).toEqual([]);
  });
});

/** Pairs of what a case says and a known text that it copies. */
function copiesIn(texts: readonly string[], copies: typeof isNearCopy): string[][] {
  const known = texts.map(profileOf);
  expect(known.length).toBeGreaterThan(1000);
  const candidates = copyCandidates(known);
  return files
    .flatMap(({ cases }) => cases.flatMap(typedIn))
    .map(profileOf)
    .flatMap((said) =>
      candidates(said)
        .map((n) => known[n] as Profile)
        .filter((one) => copies(one, said))
        .map((one) => [said.text, one.text]),
    );
}

function typedIn({ text, conversation = [] }: CaseFile['cases'][number]): string[] {
  return [...(text ? [text] : []), ...conversation.filter((said) => typeof said === 'string')];
}

function labelled(): string[] {
  return yamlFiles(rootPath('test', 'eval')).flatMap((path) => (parseFile(path) as { text: string }[]).map(({ text }) => text));
}

/** What the reader learns from: whole messages, or the sentences that say one fact. */
function learned(which: 'messages' | 'sentences'): string[] {
  const folder = rootPath('rules', 'reading', 'examples');
  if (which === 'messages')
    return yamlFiles(join(folder, which)).flatMap((path) => (parseFile(path) as { text: string }[]).map(({ text }) => text));
  return yamlFiles(folder).flatMap((path) => {
    const examples = parseFile(path) as { says?: Record<string, string[]> };
    return Object.values(examples.says ?? {}).flat();
  });
}

function parseFile(path: string): unknown {
  return parse(readFileSync(path, 'utf8'));
}

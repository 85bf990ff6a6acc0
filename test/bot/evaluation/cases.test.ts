import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_MEMORY } from '../../../bot/conversation/memory.js';
import { type Case, readCases, runCase, titleOf } from '../../../bot/evaluation/cases.js';
import { reply } from '../../reply.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cases-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = (yaml: string) => {
  writeFileSync(join(folder, 'a.yaml'), `about: "x"\ncases:\n  - ${yaml}\n`);
  return readCases(folder);
};
const caseOf = (yaml: string): Case => written(yaml)[0]?.cases[0] as Case;

describe('reading cases', () => {
  test('names a file by its path and a case by its words', () => {
    const [file] = written('{ conversation: ["iki stajım var", { facts: { count: 2 } }], outcomes: [] }');
    expect(file?.name).toBe('a');
    expect(titleOf(file?.cases[0] as Case)).toBe('iki stajım var → {"facts":{"count":"2"}}');
  });

  test.each([
    ['{ text: "x" }', '"cases.0.outcomes": eksik alan'],
    ['{ outcomes: [] }', 'ya "text" ya da "conversation" yazın'],
    ['{ text: "x", conversation: ["y"], outcomes: [] }', 'ya "text" ya da "conversation" yazın'],
    ['{ text: "x", outcomes: [], facts: { internship1.stage: maybe } }', 'böyle bir bilgi ya da değer yok: maybe'],
    ['{ text: "x", outcomes: [], missing: [internship1.wage] }', 'böyle bir bilgi yok'],
    ['{ text: "x", outcomes: [], say: ["y"] }', 'bilinmeyen alan: "say"'],
  ])('a mistake is shown in its place: %s', (yaml, message) => {
    expect(() => written(yaml)).toThrow(/a\.yaml:\d+:\d+: /);
    expect(() => written(yaml)).toThrow(message);
  });
});

describe('running a case', () => {
  const differencesFrom = (yaml: string, rest: Parameters<typeof reply>[0]): string[] =>
    runCase(caseOf(yaml), () => ({ reply: reply(rest), memory: NO_MEMORY }));

  test('passes over what the case says nothing about', () => {
    expect(differencesFrom('{ text: "x", outcomes: [] }', { kind: 'none', missing: ['count'], reply: 'y' })).toEqual([]);
  });

  test('looks at the last reply of a conversation', () => {
    const replies = [reply({ outcomes: ['a'] }), reply({ outcomes: ['b'] })];
    const one = caseOf('{ conversation: ["x", "y"], outcomes: [b] }');
    expect(runCase(one, () => ({ reply: replies.shift() as ReturnType<typeof reply>, memory: NO_MEMORY }))).toEqual([]);
  });

  test('wants the verdicts in their order', () => {
    expect(differencesFrom('{ text: "x", outcomes: [a, b] }', { outcomes: ['b', 'a'] })).toEqual(['outcomes: expected a, b, got b, a']);
    expect(differencesFrom('{ text: "x", outcomes: [a] }', {})).toEqual(['outcomes: expected a, got none']);
  });

  test('an insurance-required that only repeats what another verdict says is no difference', () => {
    const surplus = { outcomes: ['both-allowed', 'insurance-required'] };
    expect(differencesFrom('{ text: "x", outcomes: [both-allowed] }', surplus)).toEqual([]);
    expect(differencesFrom('{ text: "x", outcomes: [both-allowed, insurance-required] }', { outcomes: ['both-allowed'] })).toHaveLength(1);
    expect(differencesFrom('{ text: "x", outcomes: [a] }', { outcomes: ['a', 'insurance-required'] })).toHaveLength(1);
  });

  test('wants all that was understood and nothing beyond it, presumptions apart', () => {
    const facts = [
      { id: 'internship1.stage', value: 'offered', words: 'teklif geldi' },
      { id: 'internship1.programme', value: 'inside', words: '', presumed: true },
    ];
    const yaml = '{ text: "x", outcomes: [], facts: { count: 2 }, presumed: [internship1.programme] }';
    expect(differencesFrom(yaml, { facts })).toEqual([
      'facts: count: expected 2, got nothing',
      'facts: internship1.stage: expected nothing, got offered from “teklif geldi”',
    ]);
    expect(differencesFrom('{ text: "x", outcomes: [], presumed: [] }', { facts })).toEqual([
      'presumed: expected none, got internship1.programme',
    ]);
  });

  test('wants computed days to be right', () => {
    const details = { overlap: { from: '2020-08-24', to: '2020-08-28' } };
    expect(differencesFrom('{ text: "x", outcomes: [], details: { overlap: { from: 2020-08-24, to: 2020-08-28 } } }', { details })).toEqual(
      [],
    );
    expect(differencesFrom('{ text: "x", outcomes: [], details: {} }', { details })).toEqual([
      'details: expected {}, got {"overlap":{"from":"2020-08-24","to":"2020-08-28"}}',
    ]);
  });

  test('looks for the words of the FAQ among the citations, and for what is said and not said in the text', () => {
    const given = { reply: 'İki staj da yapılabilir.', citations: [{ entry: 'a', quote: 'Dolayısıyla, iki staj' }] };
    const yaml = '{ text: "x", outcomes: [], quotes: ["Dolayısıyla, üç"], says: ["iki staj", "yasak"], saysNot: ["iki", "üç"] }';
    expect(differencesFrom(yaml, given)).toEqual([
      'quotes: not cited: “Dolayısıyla, üç”',
      'says: not said: “yasak”',
      'saysNot: said: “iki”',
    ]);
  });
});

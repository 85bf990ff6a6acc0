import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CHECKS } from '../../../knowledge/check/review.js';
import { inspectKnowledge } from '../../../knowledge/load.js';
import { trainMatcher } from '../../../knowledge/matcher/training.js';
import { formatProblem, isError } from '../../../knowledge/problem.js';

const RENEW = [
  'how do i renew a book',
  'extend my loan please',
  'renew loan online',
  'can i keep the book for longer',
  'longer loan period',
];
const CARD = ['i lost my card', 'card stolen', 'new library card please', 'my card is gone', 'replace a lost card'];

const OTHER = [
  'weather in paris',
  'bake a cake',
  'who won the match',
  'tell a joke',
  'train to rome',
  'cheap shoes',
  'hello there',
  'good night',
];

describe('the check', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'check-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const entry = (id: string, variants: readonly string[], more = ''): void =>
    write(`faq/${id}.yaml`, `id: ${id}\nquestion: "About ${id}?"\nanswer: So.\n${more}variants: ${JSON.stringify(variants)}\n`);
  const found = (check: keyof typeof CHECKS, today = '2026-11-24'): string[] => {
    const { knowledge, files } = inspectKnowledge(folder, { shownFrom: folder });
    const { predictions } = trainMatcher(knowledge, () => ({}));
    return (CHECKS[check]?.({ knowledge, files, predictions, today }) ?? []).map((problem) => {
      expect(isError(problem)).toBe(false);
      return formatProblem(problem);
    });
  };

  test('finds the same text under two questions, with its place and what to do', () => {
    entry('renew', RENEW);
    entry('card', [...CARD, 'RENEW loan, online!']);
    expect(found('copies')).toEqual([
      [
        'faq/renew.yaml:4:60: uyarı: bu metnin aynısı "card" altında da var',
        '  4 | variants: ["how do i renew a book","extend my loan please","renew loan online","can i keep the book for longer","longer loan period"]',
        `    | ${' '.repeat(59)}^`,
        '    = öneri: hangisine aitse orada bırakın, ötekini silin',
      ].join('\n'),
    ]);
  });

  test('finds near duplicates of another question, and repetitions', () => {
    entry('renew', [...RENEW, 'how may i renew my long loan today', 'Renew loan online']);
    entry('card', [...CARD, 'how may i renew my long loan now']);
    expect(found('copies').map((line) => line.split('\n')[0])).toEqual([
      expect.stringContaining('"card" altında neredeyse aynısı var: "how may i renew my long loan now"'),
      expect.stringContaining('bu metin listede iki kez var'),
    ]);
  });

  test('a refusal that repeats a question is found as well', () => {
    entry('renew', RENEW);
    write('refusals/x/opening.yaml', 'id: opening\nabout: hours\npointer: Ask.\nexamples: ["extend my loan, please"]\n');
    expect(found('copies')[0]).toContain('refusals/x/opening.yaml:4:12: uyarı: bu metnin aynısı "renew" altında da var');
  });

  test('finds the variant that fits another question better, judged by a matcher that has not seen it', () => {
    const cards = ['lost', 'stolen', 'gone', 'broken', 'found', 'mine'].flatMap((word) => [
      `my card is ${word}`,
      `library card ${word} please`,
    ]);
    const loans = ['novel', 'comic', 'film', 'game', 'map', 'atlas'].flatMap((word) => [
      `renew the ${word} loan`,
      `extend this ${word} please`,
    ]);
    entry('card', cards);
    entry('renew', [...loans, 'library card is lost please']);
    write('refusals/x/other.yaml', `id: other\nabout: x\npointer: Ask.\nexamples: ${JSON.stringify(OTHER)}\n`);
    const astray = found('strays');
    expect(astray).toHaveLength(1);
    expect(astray[0]).toMatch(/^faq\/renew\.yaml:4:\d+: uyarı: bu soru biçimi kendi sorusundan çok "card" sorusuna benziyor/);
  });

  test('names questions with few variants, the poorest first', () => {
    entry('renew', RENEW);
    entry('card', CARD.slice(0, 2));
    entry(
      'rich',
      [...RENEW, ...CARD].map((text) => `${text} or else`),
    );
    expect(found('fewVariants').map((line) => line.split(': ')[2])).toEqual([
      expect.stringContaining('yalnız 2 biçimi'),
      expect.stringContaining('yalnız 5 biçimi'),
    ]);
  });

  test.each([
    ['# Başlık', 'başlık'],
    ['| a | b |', 'tablo'],
    ['![logo](https://example.org/x.png)', 'resim'],
    ['`kod`', 'kod'],
    ['~~eski~~', 'üstü çizili'],
    ['<b>kalın</b>', 'HTML'],
  ])('%s in a text that the bot says cannot be shown in Teams', (text, name) => {
    entry('renew', RENEW, `lead: ${JSON.stringify(text)}\n`);
    expect(found('markdown')).toEqual([expect.stringContaining(`Teams bunu gösteremez: ${name}`)]);
  });

  test('bold text, links and what only people type are fine', () => {
    entry('renew', [...RENEW, '# renew'], 'lead: "**Yes**, see [the page](https://example.org)."\n');
    expect(found('markdown')).toEqual([]);
  });

  test('texts over what a channel can show are named with their limit', () => {
    entry('renew', [...RENEW, 'x'.repeat(2001)], `label: "${'ö'.repeat(41)}"\nlead: "${'a'.repeat(401)}"\n`);
    write('faq/long.yaml', `id: long\nlabel: Long\nquestion: Long?\nanswer: "${'ş'.repeat(10_001)}"\nvariants: []\n`);
    expect(found('limits').map((line) => line.split('\n')[0])).toEqual([
      expect.stringContaining('yanıtın bayt sayısı: 20009; en çok 16000'),
      expect.stringContaining('düğmedeki adın karakter sayısı: 41; en çok 40'),
      expect.stringContaining('kısa yanıtın karakter sayısı: 401; en çok 400'),
      expect.stringContaining('metin 2001 karakter'),
    ]);
  });

  test('a review date that has passed is named, on the day itself it has not', () => {
    entry('renew', RENEW, 'source: { item: 1, reviewed: 2025-11-24, reviewBy: 2026-11-24 }\n');
    expect(found('overdue', '2026-11-24')).toEqual([]);
    expect(found('overdue', '2026-11-25')).toEqual([expect.stringContaining('gözden geçirme tarihi geçmiş: 2026-11-24')]);
  });
});

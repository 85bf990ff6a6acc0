import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Deps } from '../../../bot/conversation/deps.js';
import type { LogLine } from '../../../bot/log/line.js';
import { inWords } from '../../../bot/report/charts.js';
import { reportOf } from '../../../bot/report/report.js';
import type { Period } from '../../../bot/review/period.js';
import { rootPath } from '../../../bot/root.js';
import { loadKnowledge } from '../../../knowledge/load.js';
import { NO_MATCH } from '../../../knowledge/matcher/matcher.js';
import { NO_RULES } from '../../../rules/rules.js';
import { period, thumb, turn } from '../review/lines.js';

/** The real one, with little to learn from. */
const whole = loadKnowledge(rootPath('knowledge'));
const knowledge = { ...whole, entries: whole.entries.map((entry) => ({ ...entry, variants: [] })), refusals: [], smalltalk: [] };
const verdicts = parse(readFileSync(rootPath('rules', 'verdicts.yaml'), 'utf8'));
const deps = {
  knowledge,
  rules: { ...NO_RULES, verdicts },
  matcher: { match: () => NO_MATCH },
  read: () => ({ facts: [], goals: [] }),
} as unknown as Deps;

function report(lines: readonly LogLine[], rest: Partial<Period> = {}): string {
  return reportOf(period(lines, rest), deps, new Date('2026-11-30T12:00Z')).markup;
}
/** The words of a page without its markup, one space between them. */
const wordsOf = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');

const answered = (entry: string, rest: Parameters<typeof turn>[1] = {}) => turn('x', { kind: 'answer', entry, confidence: 0.95, ...rest });
const LINES = [
  answered('staj-iptali'),
  answered('staj-iptali', { channel: 'teams', time: '2026-11-21T09:00Z' }),
  answered('gec-belge'),
  turn('x', { kind: 'verdict', entry: 'iki-staj', outcomes: ['dates-overlap'], confidence: 1 }),
  turn('merhaba', { kind: 'smalltalk' }),
  turn('kantin kac lira'),
  turn('kantin kac lira', { kind: 'suggestions' }),
  turn('yurtta oda var mi'),
  thumb('x', { entry: 'gec-belge', comment: 'tarihi yanlış anladı' }),
  thumb('', { liked: true, comment: 'sağ olun' }),
];

describe('the report', () => {
  const page = report(LINES);
  const words = wordsOf(page);

  test('tells period, questions, shares, thumbs and comments in Turkish', () => {
    for (const told of [
      'Staj Seferberliği botu: kullanım raporu',
      '1–30 Kasım 2026',
      '7 soru',
      '%57 yanıtlandı',
      '%14 seçenek sunuldu',
      '%29 “bilgi yok” dendi',
      '%50 beğenildi 1 olumlu, 1 olumsuz',
      'tarihi yanlış anladı',
      'sağ olun',
    ])
      expect(words.replace(/ (soru|yanıtlandı|seçenek sunuldu|“bilgi yok” dendi|beğenildi) (%?\d+)/g, ' $2 $1')).toContain(told);
  });

  test('counts topics by their label, channels by their name and verdicts by their title, the most frequent first', () => {
    expect(words).toMatch(/Kabul edilen stajın iptali 2 %50 Geç getirilen belgeler 1 %25 İki ayrı staj 1 %25 Hiç sorulmayan: /);
    expect(words).toContain('Web sayfası 7 %88 Microsoft Teams 1 %13');
    expect(words).toContain('Tarihler çakışıyor 1 %100');
  });

  test('shows the questions by day, as bars and in words and numbers', () => {
    expect(words).toContain('Günde ortalama 0,2 soru. En çok soru: 20 Kasım 2026, 6 soru.');
    expect(words).toContain('20 Kasım 2026 3 1 2 21 Kasım 2026 1 0 0');
    expect(inWords([])).toBe('Bu dönemde soru yok.');
  });

  test('names the questions without an answer and the disliked ones, and says what to do next', () => {
    expect(words).toMatch(/2 kantin kac lira 1 kez “bilgi yok” dedi, 1 kez seçenek sundu .* 1 yurtta oda var mi “bilgi yok” dedi/);
    expect(words).toMatch(/Neler beğenilmedi\? x Yanıtı: Geç getirilen belgeler tarihi yanlış anladı/);
    expect(words).toMatch(/1 soru kümesi .* npm run review -- --out oneri\.patch .* npm run review -- --min 1/);
  });

  test('is one file that asks nobody for anything and runs nothing', () => {
    expect(page).not.toMatch(/https?:\/\//);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\ssrc=|\shref=|\son\w+=/i);
    expect(page).toContain("default-src 'none'");
  });

  test('gives every chart a name and its numbers', () => {
    expect(page.match(/<table/g)?.length).toBe(page.match(/<caption|class="numbers"/g)?.length);
    for (const svg of page.match(/<svg[^>]*>/g) ?? []) expect(svg).toMatch(/aria-hidden="true"|role="img" aria-labelledby=/);
  });

  test('escapes whatever was written', () => {
    const nasty = '<script>alert(1)</script>"\'&<b>';
    const found = report([
      turn(nasty),
      thumb(nasty, { comment: nasty, entry: nasty }),
      turn('y', { channel: nasty as 'web', outcomes: [nasty] }),
    ]);
    expect(found).not.toContain('<script');
    expect(found).not.toContain('<b>');
    expect(found).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    fc.assert(
      fc.property(fc.string(), (text) => !/<(script|img|b)[\s>]/i.test(report([turn(`${text}<img src=x>`)]))),
      { numRuns: 20 },
    );
  });

  test('holds no text that stands not in the log', () => {
    const [first] = report([turn('benim adim [ad] kantin')]).match(/benim adim [^<]*/) ?? [];
    expect(first).toBe('benim adim [ad] kantin');
  });

  test('of an empty log says so, and what to do', () => {
    const empty = wordsOf(report([]));
    expect(empty).toContain('Bu dönemde bota hiçbir şey sorulmamış');
    expect(empty).toContain('QUESTION_LOG');
    expect(empty).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('counts many days by week', () => {
    const found = wordsOf(report(LINES, { from: '2026-08-01', to: '2026-11-30' }));
    expect(found).toContain('Haftalara göre sorular');
    expect(found).toContain('14–20 Kasım 2026 3 1 2');
  });

  test('tells of lines that could not be read', () => {
    expect(wordsOf(report(LINES, { broken: 1234 }))).toContain('okunamayan 1.234 satırı sayılmadı');
  });
});

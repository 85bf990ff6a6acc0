import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { rootPath } from '../../bot/root.js';
import { loadKnowledge } from '../../knowledge/load.js';
import { copyCandidates, isNearCopy, isNearDuplicate, type Profile, profileOf } from '../../knowledge/text/near-copy.js';
import { inspectExamples } from '../../rules/reading/load.js';

const knowledge = loadKnowledge(rootPath('knowledge'));
const normal = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the official questions', () => {
  test('are the twelve, in the order of the document', () => {
    expect(knowledge.entries.map(({ id }) => id)).toEqual([
      'kabul-listesi',
      'tekrar-staj-sigorta',
      'iki-staj',
      'zorunlu-staj-yok',
      'zorunlu-staj-sayilma',
      'resmi-yazi',
      'ders-donemi',
      'kabul-bildirimi',
      'staj-iptali',
      'isveren-bildirimi',
      'gec-belge',
      'kariyer-merkezi-gorevleri',
    ]);
  });

  test('hold the official text character for character, and nothing else', () => {
    const official = readFileSync(rootPath('knowledge', 'faq', 'staj-seferberligi-sss.txt'), 'utf8');
    const fromEntries = knowledge.entries.map(({ question, answer }) => normal(`• ${question} ${answer.join(' ')}`)).join(' ');
    expect(fromEntries).toBe(normal(official.slice(official.indexOf('•'))));
  });

  test('have at least 25 variants each', () => {
    for (const { id, variants } of knowledge.entries) expect([id, variants.length >= 25]).toEqual([id, true]);
  });

  test('are asked with and without Turkish letters', () => {
    for (const { id, variants } of knowledge.entries) {
      const ascii = variants.filter((text) => /^[\x20-\x7e\n]*$/.test(text)).length;
      expect([id, ascii >= 8 && variants.length - ascii >= 8]).toEqual([id, true]);
    }
  });
});

describe('the labelled messages', () => {
  const messages = [
    'dev-questions.yaml',
    'more-questions.yaml',
    'faculty-questions.yaml',
    'centre-questions.yaml',
    'wide-questions.yaml',
    'dates-questions.yaml',
    'inbox-questions.yaml',
    'post-questions.yaml',
    'mixed-questions.yaml',
  ].flatMap((file) => (parse(readFileSync(rootPath('test', 'eval', file), 'utf8')) as { text: string }[]).map(({ text }) => text));
  const known = [
    ...knowledge.entries.flatMap(({ variants }) => variants),
    ...knowledge.refusals.flatMap(({ examples }) => examples),
    ...knowledge.smalltalk.flatMap(({ examples }) => examples),
  ].map(profileOf);

  /** Pairs of a known text and a message that it copies. */
  const copiesIn = (texts: readonly Profile[], copies: typeof isNearCopy): string[][] => {
    const candidates = copyCandidates(texts);
    return messages.map(profileOf).flatMap((message) =>
      candidates(message)
        .map((n) => texts[n] as Profile)
        .filter((one) => copies(one, message))
        .map((one) => [one.text, message.text]),
    );
  };

  test('and their near copies do not stand in the knowledge base', () => {
    expect(known.length).toBeGreaterThan(2000);
    expect(copiesIn(known, isNearCopy)).toEqual([]);
  });

  test('are not what the reader learns from; a short one may stand inside a longer message by chance', () => {
    const { examples } = inspectExamples(rootPath('rules', 'reading', 'examples'));
    const learned = [...examples.statements, ...examples.messages].map(({ text }) => profileOf(text));
    expect(learned.length).toBeGreaterThan(5000);
    expect(copiesIn(learned, isNearDuplicate)).toEqual([]);
  });

  test('would be found if they did, by comparing candidates only', () => {
    const planted = copyCandidates(known.concat(profileOf('stajımı şimdi nasıl iptal ederim acaba')));
    expect(planted(profileOf('bu stajimi simdi nasil iptal ederim'))).toContain(known.length);
    const one = profileOf('bir iki uc dort elma');
    expect(copyCandidates([one, profileOf('elma armut'), profileOf('elma')])(profileOf('bir iki uc dort bes alti yedi armut'))).toContain(
      0,
    );
  });

  test('are told from what only resembles them', () => {
    expect(isNearCopy(profileOf('STAJI nasıl iptal ederim'), profileOf('staji nasil iptal ederim'))).toBe(true);
    expect(isNearCopy(profileOf('bu stajimi simdi nasil iptal ederim'), profileOf('stajı şimdi nasıl iptal ederim acaba'))).toBe(true);
    expect(isNearCopy(profileOf('stajdan nasıl vazgeçerim'), profileOf('staji nasil iptal ederim'))).toBe(false);
  });
});

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { rootPath } from '../../bot/root.js';
import { loadKnowledge } from '../../knowledge/load.js';
import { stem, words } from '../../knowledge/text/words.js';

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
  const messages = ['dev-questions.yaml', 'more-questions.yaml'].flatMap((file) =>
    (parse(readFileSync(rootPath('test', 'eval', file), 'utf8')) as { text: string }[]).map(({ text }) => text),
  );
  const known = [
    ...knowledge.entries.flatMap(({ variants }) => variants),
    ...knowledge.refusals.flatMap(({ examples }) => examples),
    ...knowledge.smalltalk.flatMap(({ examples }) => examples),
  ].map(profile);

  test('and their near copies do not stand in the knowledge base', () => {
    expect(known.length).toBeGreaterThan(2000);
    const copies = messages
      .map(profile)
      .flatMap((message) => known.filter((one) => isNearCopy(one, message)).map((one) => [one.text, message.text]));
    expect(copies).toEqual([]);
  });

  test('would be found if they did', () => {
    expect(isNearCopy(profile('STAJI nasıl iptal ederim'), profile('staji nasil iptal ederim'))).toBe(true);
    expect(isNearCopy(profile('bu stajimi simdi nasil iptal ederim'), profile('stajı şimdi nasıl iptal ederim acaba'))).toBe(true);
    expect(isNearCopy(profile('stajdan nasıl vazgeçerim'), profile('staji nasil iptal ederim'))).toBe(false);
  });

  interface Profile {
    readonly text: string;
    readonly words: readonly string[];
    readonly stems: ReadonlySet<string>;
  }

  function profile(text: string): Profile {
    const found = words(text);
    return { text, words: found, stems: new Set(found.map(stem)) };
  }

  /** Equal after folding, or four fifths of the stems of one of them shared where it has five words or more. */
  function isNearCopy(a: Profile, b: Profile): boolean {
    const shared = [...a.stems].filter((one) => b.stems.has(one)).length;
    const covered = ({ words: own, stems }: Profile): boolean => own.length >= 5 && shared / stems.size >= 0.8;
    return a.words.join(' ') === b.words.join(' ') || covered(a) || covered(b);
  }
});

import fc from 'fast-check';
import { NO_MEMORY, parseMemory } from '../../../bot/conversation/memory.js';
import { parseMessage } from '../../../bot/conversation/message.js';
import type { Reply } from '../../../bot/conversation/reply.js';
import { ask, conversation, realBot } from '../../real-bot.js';

beforeAll(async () => {
  await realBot();
});

test('a day that a form gives and that cannot be meant is told, and the case stays as it was', async () => {
  const [before, after] = await conversation('3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var', {
    facts: { 'internship1.from': '1990-01-01', 'internship1.to': '2020-08-28' },
  });
  expect(after?.reply).toContain('“1990-01-01” tarihi alınamadı');
  expect(after?.outcomes).toEqual(before?.outcomes);
});

describe('what the project promises on its first page', () => {
  test('a question about cancelling gets the procedure with its source', async () => {
    const reply = await ask('kabul ettiğim stajı iptal etmek istiyorum');
    expect(reply.entry).toBe('staj-iptali');
    expect(reply.reply).toContain('Kariyer Kapısı sistemi üzerinden stajı iptal etme taleplerini iletmelidir');
    expect(reply.reply).toContain('9. soru');
    expect(reply.citations.length).toBeGreaterThan(0);
  });

  test('two internships that share days overlap on those days', async () => {
    const reply = await ask('3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var');
    expect(reply).toMatchObject({
      kind: 'verdict',
      outcomes: ['dates-overlap'],
      details: { overlap: { from: '2020-08-24', to: '2020-08-28' } },
    });
    expect(reply.reply).toContain('24–28 Ağustos 2020');
  });

  test('without a mandatory internship in the department insurance is still due', async () => {
    expect(await ask('bölümümde zorunlu staj yok, sigortamı kim yapar')).toMatchObject({
      kind: 'verdict',
      outcomes: ['insurance-required'],
    });
  });

  test('a message that is too long is answered by its beginning, and the reply says how much was read', async () => {
    const long = `stajımı nasıl iptal ederim? ${'çok uğraştım '.repeat(200)}`;
    expect((await ask(long)).reply).toContain('yalnız ilk 2000 karakteri okundu');
    expect((await ask(long.slice(0, 2000))).reply).not.toContain('karakteri okundu');
  });

  test('pay is not in the FAQ, and the reply says so and who would know', async () => {
    const reply = await ask('staj ücreti ne kadar');
    expect(reply).toMatchObject({ kind: 'none', entry: null, citations: [] });
    expect(reply.reply).toContain('SSS');
  });
});

describe('every reply', () => {
  test.each([
    ['nothing', ''],
    ['blanks', '   \n\t '],
    ['ten thousand characters', 'staj '.repeat(2000)],
    ['emoji', '😀🎉👩‍🎓'.repeat(50)],
    ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['SQL', "'; DROP TABLE stajlar; --"],
    ['another script', 'Как отменить стажировку? 如何取消实习 كيف ألغي التدريب'],
    ['control characters', '\u0000\u0007\u001b[31m\u202e\ufffe'],
    ['a lone surrogate', 'staj \ud800 iptal'],
    ['prototype keys', '__proto__ constructor toString'],
  ])('to %s is polite and never repeats markup', async (_name, text) => {
    const reply = await ask(text);
    expect(reply.reply.length).toBeGreaterThan(10);
    expect(reply.reply).not.toContain('<');
    expect(['none', 'smalltalk', 'suggestions', 'answer']).toContain(reply.kind);
  });

  test('holds the contract, whatever was typed', async () => {
    const { respond, knowledge } = await realBot();
    const answers = new Map(knowledge.entries.map(({ id, answer }) => [id, answer.join(' ')]));
    const vocabulary =
      'staj iptal sigorta 3-28 ağustos 24.08.2020 dersler başlıyor kabul ettim belge yok ikisi çakışıyor mu okul öder peki hayır bilmiyorum ?'.split(
        ' ',
      );
    const sentence = fc.array(fc.constantFrom(...vocabulary), { maxLength: 14 }).map((words) => words.join(' '));
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), sentence);
    const keepsContract = (messages: readonly string[]): void => {
      let memory = NO_MEMORY;
      for (const one of messages) {
        const turn = respond({ text: one }, memory);
        memory = turn.memory;
        expectContract(turn.reply, answers);
        expect(parseMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
      }
    };
    fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), keepsContract), { numRuns: 150 });
  });

  function expectContract(
    { kind, confidence, suggestions, outcomes, citations, missing }: Reply,
    answers: ReadonlyMap<string, string>,
  ): void {
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(suggestions.length).toBeLessThanOrEqual(3);
    if (kind === 'answer' || kind === 'verdict') expect(citations.length).toBeGreaterThan(0);
    if (kind === 'question') expect(missing.length).toBeGreaterThan(0);
    if (outcomes.length > 0) expect(kind).toBe('verdict');
    for (const { entry, quote } of citations) expect(answers.get(entry)).toContain(quote);
  }
});

describe('a conversation', () => {
  test('asks for the one thing that is missing, and decides with the answer', async () => {
    const [question, verdict] = await conversation(
      'Staj Seferberliğinden iki kabulüm var, birincisi 3-28 Ağustos. İkisini de yapabilir miyim?',
      {
        facts: { 'internship2.from': '2020-09-07', 'internship2.to': '2020-10-02' },
      },
    );
    expect(question).toMatchObject({ kind: 'question', missing: ['internship2.from', 'internship2.to'] });
    expect(verdict).toMatchObject({ kind: 'verdict', outcomes: ['both-allowed'] });
  });

  test('takes an answer by button, by number and by words alike', async () => {
    const story = 'bana çıkan staj çok uzak, gitmek istemiyorum, mücbir bir sebebim de yok';
    for (const answer of [
      { facts: { 'internship1.stage': 'offered' } },
      '1',
      'henüz kabul etmedim',
      'Teklif geldi, henüz kabul edilmedi',
    ]) {
      const [question, verdict] = await conversation(story, answer);
      expect(question?.missing[0]).toBe('internship1.stage');
      expect([answer, verdict?.outcomes]).toEqual([answer, ['decline-offer']]);
    }
  });

  test.each(['7 Eylül - 2 Ekim', '07.09.2020-02.10.2020', '7 eylülde başlıyor 2 ekimde bitiyor'])(
    'takes dates typed as they come: %s',
    async (dates) => {
      const [, verdict] = await conversation(
        'Staj Seferberliğinden iki kabulüm var, birincisi 3-28 Ağustos. İkisini de yapabilir miyim?',
        dates,
      );
      expect(verdict?.outcomes).toEqual(['both-allowed']);
    },
  );

  test('takes a bare day for the start of the term', async () => {
    const [question, verdict] = await conversation("Stajım 14 Eylül'de başlayıp 9 Ekim'de bitiyor. Derslerle çakışıyor mu?", '28 eylül');
    expect(question?.missing).toEqual(['term.from']);
    expect(verdict).toMatchObject({ outcomes: ['term-overlap'], details: { shortenedEnd: '2020-09-27' } });
  });

  test('"bilmiyorum" is an answer and gets both sides', async () => {
    const [, both] = await conversation('bana çıkan staj çok uzak, gitmek istemiyorum, mücbir bir sebebim de yok', 'bilmiyorum');
    expect(both).toMatchObject({ kind: 'answer', outcomes: [], missing: [] });
    expect(both?.reply).toContain('henüz kabul edilmedi ise');
  });

  test('"baştan" forgets the case', async () => {
    const [, , again] = await conversation('3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var', 'baştan', 'peki sigorta?');
    expect(again?.details).toEqual({});
  });

  test('a number chooses among what was offered last', async () => {
    const [, answer] = await conversation('konular', '9');
    expect(answer).toMatchObject({ kind: 'answer', entry: 'staj-iptali', confidence: 1 });
  });

  test('a remark in between does not take the question off the table', async () => {
    const [, , verdict] = await conversation(
      'bana çıkan staj çok uzak, gitmek istemiyorum, mücbir bir sebebim de yok',
      'bugün hava nasıl',
      '1',
    );
    expect(verdict?.outcomes).toEqual(['decline-offer']);
  });

  test('facts told one after another make one case', async () => {
    const [first, second, third] = await conversation(
      '3-28 Ağustos stajım var, okul 21 Eylülde açılıyor, çakışır mı',
      'bir de 24 Ağustos - 18 Eylül var, ikisi de olur mu',
      'aslında ikincisi 31 Ağustosta başlıyor',
    );
    expect([first, second, third].map((reply) => reply?.outcomes)).toEqual([
      ['no-term-overlap'],
      ['dates-overlap', 'no-term-overlap'],
      ['both-allowed', 'no-term-overlap'],
    ]);
  });

  test('dates told after a verdict without them complete its case, and ask for nothing more', async () => {
    const [, dated] = await conversation('Stajım derslere denk geliyor, dersler 21 eylülde', '14 eylül 9 ekim');
    expect(dated).toMatchObject({
      outcomes: ['term-overlap'],
      missing: [],
      details: { overlap: { from: '2020-09-21', to: '2020-10-09' }, shortenedEnd: '2020-09-20' },
    });
  });

  test('a second internship told beside one and its term is compared with both', async () => {
    const [, second] = await conversation('stajım 3-28 ağustos, dersler 21 eylülde, çakışır mı', 'bir de 25 ağustos-18 eylül stajım var');
    expect(second?.outcomes).toEqual(['dates-overlap', 'no-term-overlap']);
  });

  test.each(['teşekkürler', 'neden soruyorsunuz', 'söylemek istemiyorum', '5 eylül', 'anlamadım'])(
    'what is no answer to the question for a reason gives none: %s',
    async (text) => {
      const [, reply] = await conversation('kabul ettiğim stajı iptal etmek istiyorum', text);
      expect(reply?.outcomes).toEqual([]);
    },
  );

  test('a length answers the question for the end', async () => {
    const [, reply] = await conversation('stajım 24 ağustosta başlıyor, dersler 14 eylülde başlıyor, çakışır mı', '4 hafta');
    expect(reply).toMatchObject({ outcomes: ['term-overlap'], details: { shortenedEnd: '2020-09-13' } });
  });

  test('days by themselves fill what is asked for, one after the other', async () => {
    const start = ['iki stajım var çakışıyor mu', '1 ağustos', '20 ağustos'] as const;
    expect((await conversation(...start, '19 ağustos')).at(-1)?.outcomes).toEqual(['dates-overlap']);
    expect((await conversation(...start, '21 ağustos')).at(-1)?.outcomes).toEqual(['both-allowed']);
  });

  test('a third internship added to two goes over the limit', async () => {
    const [, third] = await conversation('iki stajım var 3-28 Ağustos ve 24 Ağustos-18 Eylül', 'bir de 21 Eylül - 16 Ekim var');
    expect(third?.outcomes).toEqual(['over-limit', 'dates-overlap']);
  });

  test('"bilmiyorum" for the start leaves the end as it was', async () => {
    const [reply] = await conversation({
      facts: { 'internship1.from': 'unknown', 'internship1.to': '2020-09-18', 'term.from': '2020-09-14' },
    });
    expect(reply?.outcomes).toEqual(['term-overlap']);
  });

  test('the next question is not about the last student', async () => {
    const [, other] = await conversation(
      '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var',
      'bölümümde zorunlu staj yok, sigortamı kim yapar',
    );
    expect(other?.outcomes).toEqual(['insurance-required']);
  });

  test('a correction of the term changes the verdict', async () => {
    const [first, second] = await conversation(
      'stajım 14 Eylül - 9 Ekim, dersler 28 Eylülde başlıyor, çakışıyor mu',
      'yok, dersler 12 Ekimde başlıyormuş',
    );
    expect([first?.outcomes, second?.outcomes]).toEqual([['term-overlap'], ['no-term-overlap']]);
  });

  test('a form cannot end an internship before it begins: the end is asked for again', async () => {
    const [, again] = await conversation('stajım derslerle çakışıyor mu, dersler 28 Eylülde başlıyor', {
      facts: { 'internship1.from': '2020-08-28', 'internship1.to': '2020-08-03' },
    });
    expect(again).toMatchObject({ kind: 'question', missing: ['internship1.to'] });
    expect(again?.reply).toContain('“28 Ağustos 2020 – 3 Ağustos 2020” ifadesinde bitiş başlangıçtan önce');
  });

  test('a button shows its official answer', async () => {
    const [reply] = await conversation({ entry: 'resmi-yazi' });
    expect(reply).toMatchObject({ kind: 'answer', entry: 'resmi-yazi', confidence: 1 });
  });

  test('an unknown button and impossible facts do no harm', async () => {
    const replies = await conversation(
      { entry: '../../etc/passwd' },
      { facts: { 'internship1.from': '2020-02-31', __proto__: 'x' } as Record<string, string> },
    );
    expect(replies.map(({ kind }) => kind)).toEqual(['smalltalk', 'smalltalk']);
  });
});

describe('what comes from outside', () => {
  test.each([[null], [42], ['text'], [[]], [{}], [{ text: 1 }], [{ facts: [] }], [{ facts: { a: 1 } }], [{ entry: {} }]])(
    '%j is no message',
    (value) => {
      expect(parseMessage(value)).toHaveProperty('error');
    },
  );

  test('a forged memory is cleaned to what a form could have said', () => {
    const forged = {
      facts: { 'internship1.from': '2020-08-03', 'internship9.from': '2020-08-03', 'internship1.stage': '<b>', constructor: 'x' },
      goals: ['cancel', 'rm -rf'],
      topic: {},
      asked: ['internship1.stage', 'nonsense', 7],
    };
    expect(parseMemory(forged)).toEqual({
      facts: { 'internship1.from': '2020-08-03' },
      goals: ['cancel'],
      topic: null,
      asked: ['internship1.stage'],
      offered: [],
    });
    expect(parseMemory('x')).toEqual(NO_MEMORY);
  });
});

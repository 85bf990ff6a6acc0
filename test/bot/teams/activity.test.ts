import type { Block, OfficialBlock, UnderstoodBlock, VerdictBlock } from '../../../bot/conversation/reply.js';
import { type OutgoingActivity, plainActivity, toActivity } from '../../../bot/teams/activity.js';
import { CANCELLATION, CHOICES, citation, DATES, PHRASES, QUOTE, reply } from './fake-bot.js';

const CONTEXT = { phrases: PHRASES, domain: undefined, form: 'form-1' };

const textOf = ({ text }: OutgoingActivity) => text.split('\n\n');
const citationsOf = ({ entities }: OutgoingActivity) => {
  const [entity] = entities as unknown as [{ citation: { position: number; appearance: { name: string; abstract: string } }[] }];
  return entity.citation;
};
const cardOf = ({ attachments }: OutgoingActivity) => (attachments?.[0]?.content.body ?? []) as unknown as Record<string, unknown>[];

describe('a reply in Teams', () => {
  test('an answer says its lead, and the card beside it holds the official text with its source', () => {
    const activity = toActivity(CANCELLATION, CONTEXT);
    expect(textOf(activity)).toEqual(['Önce işverenle görüşün. [1]']);
    expect(said(activity)).toEqual([
      'Stajımı nasıl iptal ederim?',
      'Birinci paragraf.',
      'İkinci paragraf.',
      'Kaynak: Staj Seferberliği SSS (2020), 9. soru',
    ]);
    expect(cardOf(activity).find(({ isVisible }) => isVisible === false)).toBeDefined();
  });

  test('of two answers each lead bears the marks of its own', () => {
    const [lead, official] = CANCELLATION.blocks as [Block, OfficialBlock];
    const other = { ...official, entry: 'iki-staj' };
    const both = reply('answer', [lead, official, { type: 'lead', text: 'İkisi de olur.' }, other], {
      entry: 'staj-iptali',
      citations: [citation(QUOTE), { entry: 'iki-staj', quote: 'En fazla 2.' }],
    });
    expect(textOf(toActivity(both, CONTEXT))).toEqual(['Önce işverenle görüşün. [1]', 'İkisi de olur. [2]']);
  });

  test('a verdict says what is decided; the card shows the words it rests on, what is our reading and what would change it', () => {
    const verdict = reply('verdict', [VERDICT, UNDERSTOOD], { citations: [{ entry: 'iki-staj', quote: 'Tarihler çakışmamalıdır.' }] });
    const activity = toActivity(verdict, CONTEXT);
    expect(textOf(activity)).toEqual(['**1. staj: Tarihler çakışıyor**', 'İki staj aynı günlere geliyor. [1]']);
    expect(said(activity)).toEqual([
      'Dayanak',
      '“Tarihler çakışmamalıdır.”',
      'SSS (2020), 5. soru',
      'Bizim yorumumuz: Uç günler dahildir.',
      'Ne değiştirir',
      '• Biri kısalırsa.',
      '• Biri kayarsa.',
      'Ne yapmalısınız',
      'İşverenle görüşün.',
      'Anladığım',
    ]);
    expect(cardOf(activity)).toContainEqual({ type: 'FactSet', facts: [{ title: 'Birinci staj', value: '3–28 Ağustos 2020 (varsayım)' }] });
    expect(citationsOf(activity)[0]?.appearance.name).toBe('SSS (2020), 5. soru');
  });

  test('where several things are decided the card says which reason belongs to which', () => {
    const verdict = reply('verdict', [VERDICT, { ...VERDICT, id: 'over-limit', title: 'Hak aşılıyor', subject: '2. staj' }]);
    expect(said(toActivity(verdict, CONTEXT))).toEqual(expect.arrayContaining(['1. staj: Tarihler çakışıyor', '2. staj: Hak aşılıyor']));
  });

  test('what the university adds is marked as its own, and only a web address becomes a button', () => {
    const own = (url: string) =>
      toActivity(reply('answer', [{ type: 'text', text: 'Birime yazın.', own: true, link: { label: 'Yönerge', url } }]), CONTEXT);
    expect(said(own('https://uni.example/a_b(1)'))).toEqual(['Üniversitenizin notu', 'Birime yazın.']);
    expect(JSON.stringify(own('https://uni.example/a_b(1)'))).toContain('"url":"https://uni.example/a_b(1)"');
    expect(JSON.stringify(own('javascript:alert(1)'))).not.toContain('javascript');
  });

  test('thumbs stand under what answers, and under nothing else', () => {
    expect(toActivity(CANCELLATION, CONTEXT).channelData).toEqual({ feedbackLoop: { type: 'default' } });
    expect(toActivity(reply('smalltalk', []), CONTEXT).channelData).toBeUndefined();
  });

  test('every citation has its mark in the text, also one no block speaks of', () => {
    const activity = toActivity(
      reply('none', [{ type: 'lead', text: 'Yok.' }], { citations: [citation(QUOTE), citation('Başka.')] }),
      CONTEXT,
    );
    expect(activity.text).toBe('Yok. [1] [2]');
    expect(citationsOf(activity).map(({ position }) => position)).toEqual([1, 2]);
  });

  test('citations keep within the limits of Teams', () => {
    const long = Array.from({ length: 60 }, () => 'sözcük').join(' ');
    const citations = Array.from({ length: 25 }, (_, index) => citation(`${index} ${long}`));
    const activity = toActivity(reply('answer', [{ type: 'lead', text: 'Var.' }], { citations }), CONTEXT);
    expect(citationsOf(activity)).toHaveLength(20);
    for (const { appearance } of citationsOf(activity)) {
      expect(appearance.abstract.length).toBeLessThanOrEqual(160);
      expect(appearance.abstract).toMatch(/sözcük…$/);
    }
    expect(activity.text).not.toContain('[21]');
  });

  test('nothing in a text becomes markup', () => {
    const text = (value: string) => plainActivity(value).text;
    expect(text('<b>kalın</b> & *yıldız* [x](http://y)')).toBe('&lt;b&gt;kalın&lt;/b&gt; &amp; \\*yıldız\\* \\[x\\](http://y)');
    expect(text('# başlık\n- madde\n1. staj')).toBe('\\# başlık\n\\- madde\n1\\. staj');
    expect(text('http://a.tr/b_c_d _eğik_ 77152623-773.99-E.259')).toBe('http://a.tr/b_c_d \\_eğik\\_ 77152623-773.99-E.259');
  });

  test('a reply without blocks is said as its plain text', () => {
    expect(toActivity(reply('smalltalk', []), CONTEXT)).toEqual({ type: 'message', text: 'Düz metin.', textFormat: 'markdown' });
  });

  test('choices are buttons that send the official question and leave a trace in the chat', () => {
    const activity = toActivity(reply('suggestions', [CHOICES]), CONTEXT);
    expect(activity).toMatchObject({ text: '', summary: 'Düz metin.' });
    expect(cardOf(activity)).toEqual([
      expect.objectContaining({ type: 'TextBlock', text: 'Hangisini sordunuz?', wrap: true }),
      {
        type: 'ActionSet',
        actions: [
          {
            type: 'Action.Submit',
            title: 'Stajı iptal etmek',
            associatedInputs: 'none',
            data: { entry: 'staj-iptali', msteams: { type: 'messageBack', displayText: 'Stajı iptal etmek', text: 'Stajı iptal etmek' } },
          },
        ],
      },
    ]);
  });

  test('a question with choices sends the fact, in place or, where a client cannot, as a message', () => {
    const options = [
      { value: 'yes', label: 'evet' },
      { value: 'unknown', label: 'Bilmiyorum' },
    ];
    const activity = toActivity(
      reply('question', [
        { type: 'question', prompt: 'Kabul ettiniz mi?', input: { type: 'choice', id: 'internship1.stage', options }, submit: 'Gönder' },
      ]),
      CONTEXT,
    );
    const buttons = cardOf(activity).flatMap(({ actions }) => (actions as Record<string, unknown>[] | undefined) ?? []);
    expect(buttons.map(({ title }) => title)).toEqual(['Evet', 'Bilmiyorum']);
    for (const { type, data, fallback } of buttons)
      expect([type, fallback]).toMatchObject(['Action.Execute', { type: 'Action.Submit', data }]);
    expect(buttons.map(({ data }) => data)).toEqual([
      { form: 'form-1', facts: { 'internship1.stage': 'yes' } },
      { form: 'form-1', facts: { 'internship1.stage': 'unknown' } },
    ]);
  });

  test('a question for dates has a field for each, a button that sends them and one that says unknown', () => {
    const [, from, to, buttons] = cardOf(toActivity(reply('question', [DATES]), CONTEXT));
    expect(from).toMatchObject({ type: 'Input.Date', id: 'facts.internship1.from', label: 'Başlangıç', isRequired: true });
    expect(to).toMatchObject({ id: 'facts.internship1.to', errorMessage: PHRASES.dateRequired });
    const [submit, unknown] = (buttons?.actions ?? []) as Record<string, unknown>[];
    expect(submit).toMatchObject({ type: 'Action.Execute', title: 'Gönder', associatedInputs: 'auto', data: { form: 'form-1' } });
    expect(unknown).toMatchObject({
      title: 'Bilmiyorum',
      associatedInputs: 'none',
      data: { form: 'form-1', facts: { 'internship1.from': 'unknown', 'internship1.to': 'unknown' } },
    });
  });
});

const VERDICT: VerdictBlock = {
  type: 'verdict',
  id: 'dates-overlap',
  title: 'Tarihler çakışıyor',
  sentence: 'İki staj aynı günlere geliyor.',
  subject: '1. staj',
  quotes: [{ entry: 'iki-staj', quote: 'Tarihler çakışmamalıdır.', source: 'SSS (2020), 5. soru' }],
  quotesTitle: 'Dayanak',
  ours: 'Uç günler dahildir.',
  changes: ['Biri kısalırsa.', 'Biri kayarsa.'],
  changesTitle: 'Ne değiştirir',
  next: 'İşverenle görüşün.',
};

const UNDERSTOOD: UnderstoodBlock = {
  type: 'understood',
  title: 'Anladığım',
  correct: 'Düzelt',
  submit: 'Gönder',
  facts: [
    {
      id: 'a',
      label: 'birinci staj',
      value: '3–28 Ağustos 2020',
      note: 'varsayım',
      input: { type: 'dates', fields: [{ id: 'a', label: 'başlangıç', value: '2020-08-03' }] },
    },
  ],
};

/** The words of a card, piece by piece, folded or not. */
function said(activity: OutgoingActivity): string[] {
  const words = (piece: Record<string, unknown>): string[] => {
    if (piece.type === 'TextBlock') return [String(piece.text)];
    if (piece.type === 'RichTextBlock') return [(piece.inlines as { text: string }[]).map(({ text }) => text).join('')];
    return ((piece.items as Record<string, unknown>[] | undefined) ?? []).flatMap(words);
  };
  return cardOf(activity).flatMap(words);
}

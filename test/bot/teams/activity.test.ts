import { type OutgoingActivity, plainActivity, toActivity } from '../../../bot/teams/activity.js';
import { CANCELLATION, CHOICES, citation, DATES, PHRASES, QUOTE, reply } from './fake-bot.js';

const textOf = ({ text }: OutgoingActivity) => text.split('\n\n');
const citationsOf = ({ entities }: OutgoingActivity) => {
  const [entity] = entities as unknown as [{ citation: { position: number; appearance: { name: string; abstract: string } }[] }];
  return entity.citation;
};
const cardOf = ({ attachments }: OutgoingActivity) => attachments?.[0]?.content.body as Record<string, unknown>[];

describe('a reply in Teams', () => {
  test('an answer says its lead first, then the official text with its source', () => {
    expect(textOf(toActivity(CANCELLATION, PHRASES))).toEqual([
      'Önce işverenle görüşün. [1]',
      '**Resmî yanıt** [1]',
      '**Stajımı nasıl iptal ederim?**',
      'Birinci paragraf.',
      'İkinci paragraf.',
      '*Kaynak: Staj Seferberliği SSS (2020), 9. soru*',
    ]);
  });

  test('a verdict shows the words it rests on, what is our reading and what would change it', () => {
    const verdict = reply(
      'verdict',
      [
        {
          type: 'understood',
          title: 'Anladığım',
          correct: 'Düzelt',
          submit: 'Gönder',
          facts: [
            {
              id: 'a',
              label: 'Birinci staj',
              value: '3–28 Ağustos 2020',
              note: 'varsayım',
              input: { type: 'dates', fields: [{ id: 'a', label: 'başlangıç', value: '2020-08-03' }] },
            },
          ],
        },
        {
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
        },
      ],
      { citations: [{ entry: 'iki-staj', quote: 'Tarihler çakışmamalıdır.' }] },
    );
    expect(textOf(toActivity(verdict, PHRASES))).toEqual([
      '**Anladığım**',
      '- Birinci staj: 3–28 Ağustos 2020 (varsayım)',
      '**1. staj: Tarihler çakışıyor**',
      'İki staj aynı günlere geliyor.',
      '**Dayanak**',
      '> “Tarihler çakışmamalıdır.” [1] — *SSS (2020), 5. soru*',
      '**Bizim yorumumuz:** Uç günler dahildir.',
      '**Ne yapmalısınız:** İşverenle görüşün.',
      '**Ne değiştirir**',
      '- Biri kısalırsa.',
      '- Biri kayarsa.',
    ]);
    expect(citationsOf(toActivity(verdict, PHRASES))[0]?.appearance.name).toBe('SSS (2020), 5. soru');
  });

  test('what the university adds is marked as its own, and only a web address becomes a link', () => {
    const link = (url: string) =>
      toActivity(reply('answer', [{ type: 'text', text: 'Birime yazın.', own: true, link: { label: 'Yönerge', url } }]), PHRASES).text;
    expect(link('https://uni.example/a_b(1)')).toBe('**Üniversitenizin notu:** Birime yazın.\n\n[Yönerge](https://uni.example/a_b%281%29)');
    expect(link('javascript:alert(1)')).toBe('**Üniversitenizin notu:** Birime yazın.\n\nYönerge');
  });

  test('every citation has its mark in the text, also one no block speaks of', () => {
    const activity = toActivity(
      reply('none', [{ type: 'lead', text: 'Yok.' }], { citations: [citation(QUOTE), citation('Başka.')] }),
      PHRASES,
    );
    expect(activity.text).toBe('Yok. [1] [2]');
    expect(citationsOf(activity).map(({ position }) => position)).toEqual([1, 2]);
  });

  test('citations keep within the limits of Teams', () => {
    const long = Array.from({ length: 60 }, () => 'sözcük').join(' ');
    const citations = Array.from({ length: 25 }, (_, index) => citation(`${index} ${long}`));
    const activity = toActivity(reply('answer', [{ type: 'lead', text: 'Var.' }], { citations }), PHRASES);
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
    expect(toActivity(reply('smalltalk', []), PHRASES)).toEqual({ type: 'message', text: 'Düz metin.', textFormat: 'markdown' });
  });

  test('choices are buttons that send the official question and leave a trace in the chat', () => {
    const activity = toActivity(reply('suggestions', [CHOICES]), PHRASES);
    expect(activity).toMatchObject({ text: '', summary: 'Düz metin.' });
    expect(cardOf(activity)).toEqual([
      { type: 'TextBlock', text: 'Hangisini sordunuz?', wrap: true },
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

  test('a question with choices sends the fact', () => {
    const options = [
      { value: 'yes', label: 'Evet' },
      { value: 'unknown', label: 'Bilmiyorum' },
    ];
    const activity = toActivity(
      reply('question', [
        { type: 'question', prompt: 'Kabul ettiniz mi?', input: { type: 'choice', id: 'internship1.stage', options }, submit: 'Gönder' },
      ]),
      PHRASES,
    );
    const sent = cardOf(activity).flatMap(({ actions }) => (actions as { data: { facts: object } }[] | undefined) ?? []);
    expect(sent.map(({ data }) => data.facts)).toEqual([{ 'internship1.stage': 'yes' }, { 'internship1.stage': 'unknown' }]);
  });

  test('a question for dates has a field for each, a button that sends them and one that says unknown', () => {
    const [, from, to, buttons] = cardOf(toActivity(reply('question', [DATES]), PHRASES));
    expect(from).toMatchObject({ type: 'Input.Date', id: 'facts.internship1.from', label: 'Başlangıç', isRequired: true });
    expect(to).toMatchObject({ id: 'facts.internship1.to', errorMessage: PHRASES.dateRequired });
    const [submit, unknown] = (buttons?.actions ?? []) as Record<string, unknown>[];
    expect(submit).toMatchObject({ type: 'Action.Submit', title: 'Gönder' });
    expect(unknown).toMatchObject({
      title: 'Bilmiyorum',
      associatedInputs: 'none',
      data: { facts: { 'internship1.from': 'unknown', 'internship1.to': 'unknown' } },
    });
  });
});

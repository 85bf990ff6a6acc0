import { safeAddress } from '../../../../bot/conversation/addresses.js';
import { NO_MEMORY } from '../../../../bot/conversation/memory.js';
import type { Block } from '../../../../bot/conversation/reply.js';
import { renderBlocks, renderTurn } from '../../../../bot/web/chat/render.js';
import { html } from '../../../../bot/web/html/html.js';
import { linked } from '../../../../bot/web/html/links.js';
import { fakeBot } from '../fake-bot.js';

const bot = fakeBot();
const context = { phrases: bot.knowledge.phrases.web as never, memory: NO_MEMORY };
const rendered = (...blocks: Block[]) => renderBlocks(blocks, context).markup;
const HOSTILE = '<img src=x onerror=alert(1)>"\'&';

test('whatever is put into markup is escaped, in text and in attributes', () => {
  expect(html`<p title="${HOSTILE}">${HOSTILE}</p>`.markup).toBe(
    '<p title="&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;">&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;</p>',
  );
  expect(html`${['<', html`<b>`, null, false, undefined, 3]}`.markup).toBe('&lt;<b>3');
});

test('control characters never reach the page', () => {
  expect(html`${'a\u0000b\u001bc\nd'}`.markup).toBe('abc\nd');
});

test('what a person typed is shown as text', () => {
  const { markup } = renderTurn(HOSTILE, bot.respond({ text: 'x' }, NO_MEMORY).reply, context);
  expect(markup).not.toContain('<img');
  expect(markup).toContain('&lt;img src=x');
});

test('no block lets markup of its texts through', () => {
  const blocks: Block[] = [
    { type: 'lead', text: HOSTILE },
    { type: 'text', text: HOSTILE, own: true, link: { label: HOSTILE, url: `https://a.example/${HOSTILE}` } },
    { type: 'official', entry: HOSTILE, title: HOSTILE, question: HOSTILE, paragraphs: [HOSTILE], source: HOSTILE },
    {
      type: 'verdict',
      id: HOSTILE,
      title: HOSTILE,
      sentence: HOSTILE,
      subject: HOSTILE,
      quotes: [{ entry: HOSTILE, quote: HOSTILE, source: HOSTILE }],
      quotesTitle: HOSTILE,
      ours: HOSTILE,
      changes: [HOSTILE],
      changesTitle: HOSTILE,
      next: HOSTILE,
    },
    {
      type: 'understood',
      title: HOSTILE,
      correct: HOSTILE,
      submit: HOSTILE,
      facts: [
        {
          id: HOSTILE,
          label: HOSTILE,
          value: HOSTILE,
          note: HOSTILE,
          input: { type: 'choice', id: HOSTILE, options: [{ value: HOSTILE, label: HOSTILE }] },
        },
        {
          id: HOSTILE,
          label: HOSTILE,
          value: HOSTILE,
          input: { type: 'dates', fields: [{ id: HOSTILE, label: HOSTILE, value: HOSTILE }] },
        },
      ],
    },
    { type: 'mail', title: HOSTILE, copy: HOSTILE, copied: HOSTILE, subject: HOSTILE, text: HOSTILE },
    {
      type: 'question',
      prompt: HOSTILE,
      input: { type: 'choice', id: HOSTILE, options: [{ value: HOSTILE, label: HOSTILE }] },
      submit: HOSTILE,
    },
    {
      type: 'question',
      prompt: HOSTILE,
      input: { type: 'dates', fields: [{ id: HOSTILE, label: HOSTILE }], unknown: HOSTILE },
      submit: HOSTILE,
    },
    { type: 'choices', prompt: HOSTILE, items: [{ entry: HOSTILE, label: HOSTILE }] },
  ];
  const markup = rendered(...blocks);
  expect(markup).not.toContain('<img');
  expect(markup).not.toContain('onerror=alert(1)>"');
});

test('the official text is folded under its title, with its source in sight', () => {
  const markup = rendered({
    type: 'official',
    entry: 'e',
    title: 'Tamamı',
    question: 'Soru?',
    paragraphs: ['Bir.', 'İki.'],
    source: 'SSS, 9. soru',
  });
  expect(markup).toMatch(/<summary>.*Tamamı.*SSS, 9\. soru.*<\/summary>/);
  expect(markup).toContain('<p>Bir.</p><p>İki.</p>');
  expect(markup).not.toContain('<details open');
});

test('a web address becomes a link, the full stop after it does not', () => {
  expect(linked('Bkz. https://kariyerkapisi.cbiko.gov.tr. Sonra').markup).toBe(
    'Bkz. <a href="https://kariyerkapisi.cbiko.gov.tr" rel="noopener">https://kariyerkapisi.cbiko.gov.tr</a>. Sonra',
  );
});

test('a script is no address to link to', () => {
  expect(safeAddress('javascript:alert(1)')).toBeNull();
  expect(safeAddress('https://www.example.edu.tr/staj')).toBe('https://www.example.edu.tr/staj');
  expect(rendered({ type: 'text', text: 'Bkz.', link: { label: 'Yönerge', url: 'javascript:alert(1)' } })).not.toContain('href');
});

test('a sentence of the university and a reading of ours are marked as such', () => {
  const { own, ours } = context.phrases as Record<string, string>;
  expect(rendered({ type: 'text', text: 'Bölüme uğrayın.', own: true })).toContain(own);
  const markup = rendered(...bot.respond({ text: 'ağustos' }, NO_MEMORY).reply.blocks);
  expect(markup).toContain(ours);
  expect(markup).toContain('<blockquote>Öğrencilerin Staj Seferberliği kapsamında');
});

test('every question can be answered with "don\'t know"', () => {
  const choice: Block = {
    type: 'question',
    prompt: '?',
    input: { type: 'choice', id: 'f', options: [{ value: 'yes', label: 'Evet' }] },
    submit: 'Gönder',
  };
  expect(rendered(choice)).toContain('name="fact.f" value="unknown"');
  const dates: Block = {
    type: 'question',
    prompt: '?',
    input: { type: 'dates', fields: [{ id: 'd', label: 'Gün' }], unknown: 'Bilmiyorum' },
    submit: 'Gönder',
  };
  expect(rendered(dates)).toMatch(/name="unknown" value="1" formnovalidate>Bilmiyorum/);
  expect(rendered(dates)).toContain('<input type="date" name="fact.d" min="2000-01-01" max="2099-12-31" required>');
});

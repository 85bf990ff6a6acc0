import { formatDay, formatDays } from '../conversation/format.js';
import { REPLY_KINDS, type ReplyKind } from '../conversation/reply.js';
import { OWN_ACCENT, paletteCss } from '../web/brand/palette.js';
import { type Html, html, trusted } from '../web/html/html.js';
import { barTable, inWords, timeChart } from './charts.js';
import { number, share } from './format.js';
import { nextSteps } from './next-steps.js';
import type { Count, Disliked, Statistics } from './statistics.js';
import { STYLE } from './style.js';

/** A question that was often left without an answer, as it is told. */
export interface OpenQuestion {
  readonly text: string;
  readonly times: number;
  /** Other ways in which it was put. */
  readonly others: readonly string[];
  /** What the bot did: "3 kez seçenek sundu". */
  readonly said: string;
  /** Where it probably belongs. */
  readonly likely: string;
}

export interface ReportParts {
  /** Name of the programme and, where it is known, of the university. */
  readonly programme: string;
  readonly university: string | null;
  /** `#rrggbb`, or null for the bot's own colour. */
  readonly accent: string | null;
  /** ISO days. */
  readonly from: string;
  readonly to: string;
  readonly made: string;
  readonly statistics: Statistics;
  readonly open: readonly OpenQuestion[];
}

const OUTCOME_NAMES: Readonly<Record<ReplyKind, { readonly label: string; readonly tone: string }>> = {
  answer: { label: 'Resmî yanıt verildi', tone: 'accent' },
  verdict: { label: 'Durum değerlendirildi', tone: 'accent' },
  question: { label: 'Eksik bilgi soruldu', tone: 'accent' },
  suggestions: { label: 'Seçenek sunuldu', tone: 'middle' },
  none: { label: '“SSS’de bilgi yok” dendi', tone: 'open' },
  smalltalk: { label: 'Selam, teşekkür', tone: 'quiet' },
};
/** Of complaints and comments so many are shown. */
const SHOWN = 12;

/** The report as one HTML file that asks nobody for anything: no script, no picture, no font. */
export function reportPage(parts: ReportParts): Html {
  const { programme, university, accent, from, to, made, statistics } = parts;
  const title = `${programme} botu: kullanım raporu`;
  return html`<!doctype html>
<html lang="tr"><head><meta charset="utf-8"><title>${title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<style>${trusted(paletteCss(accent ?? OWN_ACCENT))}${trusted(STYLE)}</style></head>
<body><header>${university !== null && html`<p class="house">${university}</p>`}<h1>${title}</h1><p class="period">${formatDays({ from, to })}</p></header>
<main>${statistics.messages === 0 && statistics.complaints.length === 0 ? nothing() : content(parts)}
${section('Sırada ne var?', html`<ul class="steps">${nextSteps(statistics).map(({ text, command }) => html`<li>${text} <code>${command}</code></li>`)}</ul>`)}</main>
<footer><p>Rapor ${formatDay(made)} günü, botun soru günlüğünden hazırlandı. Günlükte kişi, adres ya da konuşma kimliği yoktur; ad, numara ve benzeri bilgiler yazılmadan önce çıkarılır, sorular küçük harfle ve Türkçe harfsiz saklanır.</p></footer></body></html>
`;
}

function nothing(): Html {
  return html`<section><p class="empty">Bu dönemde bota hiçbir şey sorulmamış ya da günlük tutulmamış.</p></section>`;
}

function content({ statistics, open }: ReportParts): Html {
  const { questions, messages, outcomes, buckets, topics, unasked, channels, verdicts } = statistics;
  const sum = (counts: readonly Count[]): number => counts.reduce((all, { count }) => all + count, 0);
  return html`${overview(statistics)}
${section('Ne zaman soruldu?', html`<p class="told">${inWords(buckets)}</p>${timeChart(buckets)}`)}
${section(
  'Bot ne yaptı?',
  barTable(
    `${number(messages)} iletinin sonucu`,
    'Sonuç',
    REPLY_KINDS.map((kind) => ({ ...OUTCOME_NAMES[kind], count: outcomes[kind] })),
    messages,
  ),
)}
${section(
  'Neler soruldu?',
  topics.length === 0
    ? html`<p>Resmî sorulardan hiçbiri yanıtlanmadı.</p>`
    : html`${barTable('Yanıtlanan resmî sorular', 'Resmî soru', topics, sum(topics))}${unasked.length > 0 && html`<p class="note">Hiç sorulmayan: ${unasked.join(' · ')}</p>`}`,
)}
<div class="pair">${section('Nereden soruldu?', barTable('Kanallar', 'Kanal', channels, messages))}
${section('Hangi kararlar verildi?', verdicts.length === 0 ? html`<p>Bu dönemde bir durum değerlendirilmedi.</p>` : barTable('Kararlar', 'Karar', verdicts, sum(verdicts)))}</div>
${section('Bot neyi bilemedi?', openTable(open, outcomes.none + outcomes.suggestions, questions))}
${section('Neler beğenilmedi?', complaints(statistics))}
${statistics.praise.length > 0 && section('Beğenenler ne yazdı?', html`<ul class="quotes">${statistics.praise.slice(0, SHOWN).map((one) => html`<li>${comment(one)}</li>`)}</ul>${more(statistics.praise.length)}`)}`;
}

function overview({ messages, questions, outcomes, liked, disliked }: Statistics): Html {
  const answered = outcomes.answer + outcomes.verdict + outcomes.question;
  const tile = (value: string, label: string, note: string): Html =>
    html`<div><dt>${label}</dt><dd><strong>${value}</strong><span>${note}</span></dd></div>`;
  return html`<section aria-label="Özet"><dl class="tiles">
${tile(number(questions), 'soru', outcomes.smalltalk > 0 ? `ve ${number(outcomes.smalltalk)} selam, teşekkür` : `${number(messages)} ileti`)}
${tile(share(answered, questions), 'yanıtlandı', `${number(answered)} soru`)}
${tile(share(outcomes.suggestions, questions), 'seçenek sunuldu', `${number(outcomes.suggestions)} soru`)}
${tile(share(outcomes.none, questions), '“bilgi yok” dendi', `${number(outcomes.none)} soru`)}
${tile(share(liked, liked + disliked), 'beğenildi', liked + disliked === 0 ? 'henüz oy yok' : `${number(liked)} olumlu, ${number(disliked)} olumsuz`)}
</dl></section>`;
}

function openTable(open: readonly OpenQuestion[], count: number, questions: number): Html {
  if (open.length === 0) return html`<p>Yanıtsız kalan soru yok.</p>`;
  return html`<p class="told">${number(questions)} sorudan ${number(count)} tanesi doğrudan yanıtlanamadı. Birbirine benzeyenler bir arada, en çok sorulan önce:</p>
<table class="list"><caption class="unseen">Yanıtsız kalan sorular</caption><thead><tr><th scope="col">Kez</th><th scope="col">Soru</th><th scope="col">Bot ne yaptı?</th><th scope="col">En yakını</th></tr></thead>
<tbody>${open.map(
    ({ text, times, others, said, likely }) =>
      html`<tr><td class="times">${number(times)}</td><th scope="row">${text}${others.length > 0 && html`<small>${others.join(' · ')}</small>`}</th><td data-head="Bot: ">${said}</td><td data-head="En yakını: ">${likely}</td></tr>
`,
  )}</tbody></table>`;
}

function complaints({ complaints: all, disliked }: Statistics): Html {
  if (all.length === 0)
    return disliked === 0
      ? html`<p>Beğenilmeyen yanıt yok.</p>`
      : html`<p>${number(disliked)} yanıt beğenilmedi; soruları bilinmiyor, yorum da yazılmamış.</p>`;
  return html`<ul class="complaints">${all.slice(0, SHOWN).map(complaint)}</ul>${more(all.length)}`;
}

function complaint({ text, answer, comments, times }: Disliked): Html {
  return html`<li><p class="asked">${text || 'Sorusu bilinmiyor'}${times > 1 && html` <span class="times">${number(times)} kez</span>`}</p>
${answer !== null && html`<p class="note">Yanıtı: ${answer}</p>`}${comments.map((one) => html`<blockquote>${comment(one)}</blockquote>`)}</li>
`;
}

/** A comment, and how often it was made in the same words. */
function comment({ label, count }: Count): Html {
  return html`${label}${count > 1 && html` <span class="times">${number(count)} kez</span>`}`;
}

function more(count: number): Html | false {
  return count > SHOWN && html`<p class="note">… ve ${number(count - SHOWN)} tane daha; hepsi günlükte.</p>`;
}

function section(title: string, body: Html): Html {
  return html`<section><h2>${title}</h2>${body}</section>`;
}

import { formatDays } from '../conversation/format.js';
import { type Html, html } from '../web/html/html.js';
import { average, number, share, shortDay } from './format.js';
import type { Bucket, Count } from './statistics.js';

/** A table whose middle column draws the numbers as bars: the chart is its own text alternative. */
export function barTable(caption: string, head: string, rows: readonly (Count & { readonly tone?: string })[], of: number): Html {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return html`<table class="bars"><caption>${caption}</caption>
<thead class="unseen"><tr><th scope="col">${head}</th><td></td><th scope="col">Sayı</th><th scope="col">Pay</th></tr></thead>
<tbody>${rows.map(
    ({ label, count, tone = 'accent' }) => html`<tr><th scope="row">${label}</th>
<td class="drawn"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="10"/><rect class="${tone}" width="${((100 * count) / most).toFixed(2)}" height="10"/></svg></td>
<td class="count">${number(count)}</td><td class="share">${share(count, of)}</td></tr>
`,
  )}</tbody></table>`;
}

/** The parts of a bar, from the ground up. */
const LAYERS = [
  { key: 'answered', label: 'yanıtlandı', tone: 'accent' },
  { key: 'offered', label: 'seçenek sunuldu', tone: 'middle' },
  { key: 'refused', label: '“bilgi yok” dendi', tone: 'open' },
] as const;

/** In units of the drawing. */
const SIZE = { width: 720, height: 230, left: 38, right: 6, top: 10, bottom: 28 };
/** So many dates stand under the bars. */
const DATES = 6;
/** Lines to read heights by. */
const LINES = 4;

/** Questions by day (or week) as stacked bars, with their numbers in a table that unfolds. */
export function timeChart(buckets: readonly Bucket[]): Html {
  const weekly = buckets.some(({ from, to }) => from !== to);
  const title = weekly ? 'Haftalara göre sorular' : 'Günlere göre sorular';
  return html`<figure class="time"><figcaption>${title}</figcaption>
<ul class="legend">${LAYERS.map(({ label, tone }) => html`<li><svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"><rect class="${tone}" width="10" height="10" rx="2"/></svg>${label}</li>`)}</ul>
<div class="scroll" role="group" tabindex="0" aria-label="${title}, grafik">${drawing(buckets, title)}</div>
<details><summary>Sayılarla göster</summary>${table(buckets, weekly)}</details></figure>`;
}

function drawing(buckets: readonly Bucket[], title: string): Html {
  const { width, height, left, right, top, bottom } = SIZE;
  const ticks = ticksUpTo(Math.max(1, ...buckets.map(totalOf)));
  const most = ticks.at(-1) ?? 1;
  const slot = (width - left - right) / buckets.length;
  const bar = Math.min(slot * 0.76, 44);
  const y = (count: number): number => height - bottom - ((height - top - bottom) * count) / most;
  const every = Math.ceil(buckets.length / DATES);
  return html`<svg class="days" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="gunler-baslik gunler-metin"><title id="gunler-baslik">${title}</title><desc id="gunler-metin">${inWords(buckets)}</desc>
${ticks.map((tick) => html`<line class="rule" x1="${left}" x2="${width - right}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}"/><text class="tick" x="${left - 8}" y="${(y(tick) + 4).toFixed(1)}" text-anchor="end">${number(tick)}</text>`)}
${buckets.map((bucket, n) => {
  const x = left + slot * n + (slot - bar) / 2;
  let below = 0;
  const pieces = LAYERS.filter(({ key }) => bucket[key] > 0).map(({ key, tone }) => {
    const from = below;
    below += bucket[key];
    return html`<rect class="${tone}" x="${x.toFixed(1)}" y="${y(below).toFixed(1)}" width="${bar.toFixed(1)}" height="${(y(from) - y(below)).toFixed(1)}"/>`;
  });
  const dated = n % every === 0 && (n === 0 || buckets.length - n >= every / 2);
  return html`<g><title>${formatDays(bucket)}: ${number(totalOf(bucket))}</title>${pieces}${dated && html`<text class="tick" x="${(left + slot * (n + 0.5)).toFixed(1)}" y="${height - 8}" text-anchor="${n === 0 ? 'start' : 'middle'}">${shortDay(bucket.from)}</text>`}</g>
`;
})}</svg>`;
}

function table(buckets: readonly Bucket[], weekly: boolean): Html {
  return html`<table class="numbers"><thead><tr><th scope="col">${weekly ? 'Hafta' : 'Gün'}</th>${LAYERS.map(({ label }) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>${buckets
    .filter((bucket) => totalOf(bucket) > 0)
    .map(
      (bucket) =>
        html`<tr><th scope="row">${formatDays(bucket)}</th>${LAYERS.map(({ key }) => html`<td>${number(bucket[key])}</td>`)}</tr>`,
    )}</tbody></table>`;
}

/** The chart in two sentences, for whoever cannot see it. */
export function inWords(buckets: readonly Bucket[]): string {
  const all = buckets.reduce((sum, bucket) => sum + totalOf(bucket), 0);
  const [busiest] = buckets.toSorted((a, b) => totalOf(b) - totalOf(a));
  if (!busiest || all === 0) return 'Bu dönemde soru yok.';
  const weekly = buckets.some(({ from, to }) => from !== to);
  return `${weekly ? 'Haftada' : 'Günde'} ortalama ${average(all / buckets.length)} soru. En çok soru: ${formatDays(busiest)}, ${number(totalOf(busiest))} soru.`;
}

function totalOf({ answered, offered, refused }: Bucket): number {
  return answered + offered + refused;
}

/** Whole, round numbers from 0 to the first that is no less than `most`. */
function ticksUpTo(most: number): number[] {
  const rough = most / LINES;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? 1;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, n) => n * step);
}

/** Look of the report: the house's colours and faces, on a screen by day and by night, and on A4. */
export const STYLE = `
:root{color-scheme:light dark;--surface:#fff;--ink:#17211f;--muted:#55625e;--line:#d9e0db;--open:#a85d0c;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif}
@media screen and (prefers-color-scheme:dark){:root{--surface:#18201e;--ink:#e7ecea;--muted:#a1afaa;--line:#2e3a37;--open:#e0a04c}}
*{box-sizing:border-box}
html{font:100%/1.5 var(--sans);color:var(--ink);background:var(--ground);-webkit-text-size-adjust:100%;text-size-adjust:100%;print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{max-width:60rem;margin:0 auto;padding:2.5rem 1.25rem 3rem;overflow-wrap:break-word}
h1,h2,p,ul,dl,dd,figure,blockquote,table{margin:0;padding:0}
ul{list-style:none}
header{padding-bottom:1.5rem}
.house{font-weight:600;color:var(--accent)}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.25rem);line-height:1.15;letter-spacing:-.015em;text-wrap:balance}
.period{margin-top:.35rem;font-size:1.1rem;color:var(--muted)}
section{margin-top:1rem;padding:1.5rem;border:1px solid var(--line);border-radius:1rem;background:var(--surface)}
h2{font-size:1.2rem;line-height:1.25;margin-bottom:.85rem}
.told{margin-bottom:.75rem}
.note,small,.told{color:var(--muted)}
.note{margin-top:.75rem;font-size:.9rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:1.25rem 1rem}
.tiles div{display:flex;flex-direction:column-reverse;justify-content:flex-end;padding-left:.9rem;border-left:3px solid var(--line)}
.tiles div:first-child,.tiles div:nth-child(2){border-color:var(--accent)}
.tiles dd{display:contents}
.tiles strong{order:2;font-size:2.1rem;line-height:1.1;font-weight:650;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.tiles dt{order:1;font-weight:600}
.tiles span{order:0;font-size:.875rem;color:var(--muted)}
table{width:100%;border-collapse:collapse;text-align:left}
caption{text-align:left;color:var(--muted);font-size:.9rem;padding-bottom:.4rem}
th{font-weight:inherit}
.bars th,.bars td{padding:.32rem 0;vertical-align:middle}
.bars tbody th{width:40%;padding-right:1rem;line-height:1.3}
.drawn{width:100%}
.drawn svg{display:block;width:100%;height:.8rem;border-radius:.2rem}
.count,.share{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.bars .count{padding-left:.9rem;font-weight:600}
.bars .share{padding-left:.9rem;color:var(--muted);min-width:3.4rem}
.track{fill:color-mix(in srgb,var(--line) 45%,transparent)}
.accent{fill:var(--accent)}
.middle{fill:color-mix(in srgb,var(--accent) 55%,var(--surface))}
.open{fill:var(--open)}
.quiet{fill:var(--muted)}
.pair caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem;align-items:stretch}
.pair .bars tbody th{width:56%}
figcaption{font-size:.9rem;color:var(--muted)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.35rem 0 .75rem;font-size:.9rem}
.legend li{display:flex;align-items:center;gap:.45rem}
.legend svg{width:.8rem;height:.8rem}
.scroll{overflow-x:auto}
.days{display:block;width:100%;min-width:34rem;height:auto}
.days g rect{stroke:var(--surface);stroke-width:1}
.rule{stroke:var(--line);stroke-width:1}
.tick{font-size:13px;fill:var(--muted);font-variant-numeric:tabular-nums}
details{margin-top:.75rem;font-size:.9rem}
summary{cursor:pointer;color:var(--accent);width:fit-content;padding:.35rem 0}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.numbers th,.numbers td{padding:.3rem .75rem .3rem 0;border-top:1px solid var(--line);font-variant-numeric:tabular-nums}
.numbers td,.numbers thead th+th{text-align:right}
.list{table-layout:fixed}
.list thead th:first-child{width:3.2rem}
.list,.asked,blockquote,.quotes{overflow-wrap:anywhere}
.list th,.list td{padding:.65rem 1rem .65rem 0;vertical-align:top;border-top:1px solid var(--line)}
.list thead th{padding-top:0;border:0;font-size:.875rem;color:var(--muted)}
.list tbody th{font-weight:600}
.list th:nth-child(2){width:40%}
.list td:nth-child(3){width:24%}
.list small{display:block;margin-top:.2rem;font-weight:400;font-size:.875rem}
.list td{font-size:.925rem}
.list tr>:last-child{padding-right:0}
.list .times{font-size:1.1rem;font-weight:650;color:var(--open);font-variant-numeric:tabular-nums}
.complaints li+li{margin-top:1rem;padding-top:1rem;border-top:1px solid var(--line)}
.asked{font-weight:600}
.asked .times,blockquote .times,.quotes .times{font-weight:400;font-size:.9rem;color:var(--muted)}
.complaints .note{margin:.1rem 0 0}
blockquote,.quotes li{margin-top:.5rem;padding:.45rem .9rem;border-left:3px solid var(--accent);border-radius:0 .5rem .5rem 0;background:var(--tint)}
.steps li{position:relative;padding-left:1.4rem}
.steps li+li{margin-top:.6rem}
.steps li::before{content:"→";position:absolute;left:0;color:var(--accent)}
code{padding:.1rem .4rem;border-radius:.35rem;background:var(--tint);font:.9em ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;white-space:nowrap}
.empty{font-size:1.1rem}
footer{margin-top:1.5rem;font-size:.875rem;color:var(--muted)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:44rem){
.pair{grid-template-columns:1fr}
section{padding:1.1rem}
.bars tbody tr{display:grid;grid-template-columns:1fr auto auto;align-items:baseline;padding:.25rem 0}
.bars tbody th,.pair .bars tbody th{width:auto;grid-column:1;grid-row:1}
code{white-space:normal;overflow-wrap:anywhere}
.bars .drawn{grid-column:1/-1;grid-row:2}
.bars th,.bars td{padding-top:.1rem;padding-bottom:.1rem}
.list thead{display:none}
.list tr{display:grid;grid-template-columns:2.2rem 1fr;padding:.7rem 0;border-top:1px solid var(--line)}
.list tr>*{padding:0!important;border:0!important;grid-column:2;width:auto!important}
.list .times{grid-column:1!important;grid-row:1}
.list td[data-head]::before{content:attr(data-head);color:var(--muted)}
}
@page{size:A4;margin:14mm}
@media print{
html{font-size:9pt;background:#fff}
.bars th,.bars td{padding:.14rem 0}
.days{max-height:50mm}
body{max-width:none;padding:0}
header{padding-bottom:.5rem}
section{padding:.9rem 1rem;margin-top:.7rem}
section,tr,li{break-inside:avoid}
section:has(.list),section:has(.complaints){break-inside:auto}
h2{break-after:avoid}
details{display:none}
.scroll{overflow:visible}
.days{min-width:0}
.tiles{grid-template-columns:repeat(5,1fr);gap:.75rem}
.tiles div{padding-left:.6rem}
.tiles strong{font-size:1.7rem}
}
`;

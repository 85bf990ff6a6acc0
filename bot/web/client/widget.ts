/**
 * The bubble on a page of the university. One script tag brings it; words and colours come with the script (see `bot/web/widget/routes.ts`).
 * It lives in a shadow tree of its own, so that neither page's styles reach the other, and writes no markup and no style attribute, so
 * that a strict policy of the page around it has nothing to allow but this script and one frame.
 */
declare const WIDGET: {
  readonly words: { readonly open: string; readonly close: string; readonly title: string };
  /** Accent, and what is written on it. */
  readonly light: readonly [string, string];
  readonly dark: readonly [string, string];
};

const NAME = 'staj-bot';
// As a module it is no current script.
const own = document.currentScript ?? document.querySelector('script[src$="/widget.js"]');
const { origin } = new URL((own as HTMLScriptElement).src);
const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE = 'M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z';
const CROSS = 'M6 6l12 12M18 6L6 18';

const FULL = '(max-width:480px),(max-height:480px)';
const STYLE = `
:host{all:initial;color-scheme:light dark;--accent:${WIDGET.light[0]};--on-accent:${WIDGET.light[1]};--bar:#fff;--ink:#17211f;--line:#8a9691}
*{box-sizing:border-box}
button{display:grid;place-items:center;padding:0;border:0;cursor:pointer;font:inherit;color:inherit;background:none}
button:focus-visible,iframe:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
svg{width:28px;height:28px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.bubble{border:2px solid transparent;position:fixed;right:max(16px,env(safe-area-inset-right));bottom:max(16px,env(safe-area-inset-bottom));z-index:2147483000;width:60px;height:60px;border-radius:50%;color:var(--on-accent);background:var(--accent);box-shadow:0 2px 12px rgb(0 0 0/.35)}
.bubble:focus-visible{outline:3px solid var(--on-accent);outline-offset:-6px}
.panel{position:fixed;inset:auto;margin:0;padding:0;right:16px;bottom:92px;z-index:2147483000;display:flex;flex-direction:column;width:400px;max-width:calc(100vw - 32px);height:640px;max-height:calc(100vh - 108px);max-height:calc(100dvh - 108px);overflow:hidden;border:1px solid var(--line);border-radius:16px;background:var(--bar);box-shadow:0 8px 40px rgb(0 0 0/.3)}
.panel:not([open]){display:none}
.bar{display:flex;align-items:center;justify-content:space-between;padding:4px 4px 4px 16px;border-bottom:1px solid var(--line);font:600 16px/1.4 system-ui,sans-serif;color:var(--ink);background:var(--bar)}
.bar button{width:44px;height:44px}
.bar svg{width:22px;height:22px}
iframe{flex:1;width:100%;border:0}
@media ${FULL}{.panel{inset:0;width:auto;max-width:none;height:auto;max-height:none;border:0;border-radius:0}}
@media (prefers-color-scheme:dark){:host{--accent:${WIDGET.dark[0]};--on-accent:${WIDGET.dark[1]};--bar:#18201e;--ink:#e7ecea;--line:#4a5853}}
@media (prefers-reduced-motion:no-preference){.bubble{transition:transform .15s}.bubble:hover{transform:scale(1.06)}}
@media print{.bubble,.panel{display:none}}`;

if (document.body) addWidget();
else document.addEventListener('DOMContentLoaded', addWidget);

function addWidget(): void {
  // A page may have the line twice.
  if (document.querySelector(NAME)) return;
  const host = document.createElement(NAME);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const bubble = button(WIDGET.words.open, BUBBLE);
  bubble.className = 'bubble';
  bubble.setAttribute('aria-expanded', 'false');
  const panel = document.createElement('dialog');
  panel.className = 'panel';
  panel.setAttribute('aria-label', WIDGET.words.title);
  const bar = element('div', 'bar');
  const title = element('span', 'title');
  title.textContent = WIDGET.words.title;
  const close = button(WIDGET.words.close, CROSS);
  bar.append(title, close);
  panel.append(bar);
  root.append(bubble, panel);
  document.body.append(host);

  let frame: HTMLIFrameElement | undefined;
  const show = (open: boolean): void => {
    if (!open) panel.close();
    else if (matchMedia(FULL).matches) panel.showModal();
    else panel.show();
    bubble.setAttribute('aria-expanded', String(open));
    bubble.setAttribute('aria-label', open ? WIDGET.words.close : WIDGET.words.open);
    // Nothing is asked of the bot's server before somebody opens it; after that, the conversation stays.
    if (open && !frame) {
      frame = addFrame(panel);
      frame.addEventListener('load', () => panel.open && frame?.focus(), { once: true });
    }
    (open ? frame : bubble)?.focus();
  };
  bubble.addEventListener('click', () => show(!panel.open));
  close.addEventListener('click', () => show(false));
  panel.addEventListener('cancel', (event) => {
    event.preventDefault();
    show(false);
  });
  root.addEventListener('keydown', (event) => (event as KeyboardEvent).key === 'Escape' && panel.open && show(false));
  addEventListener('message', (event) => {
    const mine = event.origin === origin && event.source === frame?.contentWindow;
    if (mine && (event.data as { stajBot?: unknown } | null)?.stajBot === 'close' && panel.open) show(false);
  });
}

function addFrame(panel: HTMLDialogElement): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = WIDGET.words.title;
  frame.allow = 'clipboard-write; web-share';
  frame.src = `${origin}/gomulu`;
  panel.append(frame);
  return frame;
}

function button(label: string, path: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.setAttribute('aria-label', label);
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  drawing.append(line);
  made.append(drawing);
  return made;
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

export {};

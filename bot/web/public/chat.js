// @ts-check
/**
 * The chat page with script: the same forms, sent without a reload, and a log that lasts as long as the tab.
 * The server renders every reply; what the conversation remembers stands in the last turn's `data-memory`.
 */

const STORED = 'conversation';
const KEPT_TURNS = 50;
const PATIENCE_MS = 300;
const TIMEOUT_MS = 15_000;

const log = byId('log');
const composer = /** @type {HTMLFormElement} */ (byId('composer'));
const box = /** @type {HTMLTextAreaElement} */ (byId('text'));
const coarsePointer = matchMedia('(pointer: coarse)');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let busy = false;

restore();
offerCopies();

document.addEventListener('submit', (event) => {
  event.preventDefault();
  if (busy) return;
  const form = /** @type {HTMLFormElement} */ (event.target);
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  const typed = form === composer;
  const said = typed ? box.value.trim() : saidBy(form, button);
  if (!said) return box.focus();
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.append(name, String(value));
  if (button?.name) fields.append(button.name, button.value);
  if (typed) box.value = '';
  exchange(fields, said, typed);
});

box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});

document.addEventListener('click', (event) => {
  const target = /** @type {Element} */ (event.target);
  if (target.closest('[data-restart]')) forget();
  const copy = target.closest('[data-copy]');
  if (copy instanceof HTMLElement) copyText(copy);
});

/** Without this script the buttons would do nothing, so they come hidden. */
function offerCopies() {
  for (const button of log.querySelectorAll('[data-copy]')) button.removeAttribute('hidden');
}

/**
 * Copies the text that stands before a button; where the clipboard is closed, it is selected instead.
 * @param {HTMLElement} button
 */
async function copyText(button) {
  const text = button.previousElementSibling;
  if (!text) return;
  getSelection()?.selectAllChildren(text);
  try {
    await navigator.clipboard.writeText(text.textContent ?? '');
    button.textContent = button.dataset.copied ?? '';
  } catch {
    // The text stays selected: the person's own copy command does the rest.
  }
}

/**
 * One exchange: shows what was said, asks the server, puts the reply below it; or, if that fails, a button to try again.
 * @param {URLSearchParams} fields
 * @param {string} said
 * @param {boolean} typed
 */
async function exchange(fields, said, typed) {
  log.querySelector('.failed')?.remove();
  fields.set('memory', memory());
  const turn = clone('pending');
  const bubble = /** @type {HTMLElement} */ (turn.querySelector('.said'));
  /** @type {HTMLElement} */ (turn.querySelector('.words')).textContent = said;
  log.append(turn);
  show(turn);
  // On a phone the keyboard would cover the reply; after a button, the way on leads through the new turn.
  if (!typed || coarsePointer.matches || document.activeElement === document.body) bubble.focus({ preventScroll: true });

  busy = true;
  const waiting = clone('waiting');
  const slow = setTimeout(() => turn.append(waiting), PATIENCE_MS);
  try {
    const received = await ask(fields);
    turn.dataset.memory = received.dataset.memory;
    turn.append(...received.querySelectorAll('.reply'));
    offerCopies();
    if (typed && box.value.trim() === said) box.value = '';
    save();
  } catch {
    if (typed && !box.value) box.value = said;
    const failure = clone('failure');
    failure.querySelector('[data-retry]')?.addEventListener('click', () => exchange(fields, said, typed));
    turn.classList.add('failed');
    turn.append(failure);
  } finally {
    clearTimeout(slow);
    waiting.remove();
    busy = false;
    show(turn);
  }
}

/**
 * The turn as the server renders it. Throws when the network, the server or the wait fails.
 * @param {URLSearchParams} fields
 * @returns {Promise<HTMLElement>}
 */
async function ask(fields) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), TIMEOUT_MS);
  try {
    const response = await fetch('/turn', { method: 'POST', body: fields, signal: patience.signal });
    const turn = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('.turn');
    if (!response.ok || !(turn instanceof HTMLElement)) throw new Error(`HTTP ${response.status}`);
    return turn;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What pressing a button says, in the words of the page: dates with their labels, and the button's own label where it carries an answer.
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | null} button
 */
function saidBy(form, button) {
  const dates = [...form.querySelectorAll('input')]
    .filter((input) => input.type === 'date' && input.valueAsDate)
    .map(
      (input) =>
        `${input.labels?.[0]?.textContent?.trim()}: ${input.valueAsDate?.toLocaleDateString('tr-TR', { dateStyle: 'long', timeZone: 'UTC' })}`,
    );
  const chosen = [...form.querySelectorAll('select')].map(
    (select) => `${select.labels?.[0]?.firstChild?.textContent?.trim()}: ${select.selectedOptions[0]?.textContent?.trim()}`,
  );
  const pressed = button?.name ? [button.textContent?.trim() ?? ''] : [];
  return [...dates, ...chosen, ...pressed].join(', ');
}

function memory() {
  const turns = log.querySelectorAll('[data-memory]');
  const last = /** @type {HTMLElement | undefined} */ (turns[turns.length - 1]);
  return last?.dataset.memory ?? '';
}

function save() {
  const turns = [...log.querySelectorAll('[data-memory]')].slice(-KEPT_TURNS).map((turn) => turn.outerHTML);
  try {
    sessionStorage.setItem(STORED, JSON.stringify({ page: location.search, turns: turns.join('') }));
  } catch {
    // Storage is full or switched off: the conversation goes on, it just won't outlive a reload.
  }
}

/** Brings the tab's conversation back after a reload. A link with another question starts a new one. */
function restore() {
  try {
    const stored = JSON.parse(sessionStorage.getItem(STORED) ?? 'null');
    if (stored?.page === location.search) {
      log.ariaLive = 'off';
      // A page that a form brought before this script ran shows one turn more than was stored.
      log.innerHTML = location.search ? stored.turns : stored.turns + log.innerHTML;
      setTimeout(() => {
        log.ariaLive = 'polite';
      }, 1000);
    }
  } catch {
    forget();
  }
  if (log.childElementCount > 0) save();
  if (log.childElementCount > 1 || !location.search) log.lastElementChild?.scrollIntoView();
}

function forget() {
  try {
    sessionStorage.removeItem(STORED);
  } catch {
    // Storage is switched off: there is nothing to forget.
  }
}

/** @param {HTMLElement} turn */
function show(turn) {
  turn.scrollIntoView({ block: 'start', behavior: calm.matches ? 'auto' : 'smooth' });
}

/** @param {string} id */
function clone(id) {
  const template = /** @type {HTMLTemplateElement} */ (byId(id));
  return /** @type {HTMLElement} */ (template.content.cloneNode(true).firstChild);
}

/** @param {string} id */
function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} is missing from the page`);
  return element;
}

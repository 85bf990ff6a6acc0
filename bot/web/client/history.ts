import { byId } from './dom.js';

/** The conversation of a tab, for as long as the tab lives. A link with another question has a conversation of its own. */

const KEPT_TURNS = 50;
const CONVERSATION = `conversation ${location.pathname}${location.search}`;
const DRAFT = 'draft';
/** A live region says what is put into it; what was read before is put back in silence. */
const SILENCE_MS = 1000;

const log = byId('log');

export function saveTurns(): void {
  const turns = [...log.querySelectorAll('[data-memory]')].slice(-KEPT_TURNS).map((turn) => turn.outerHTML);
  if (turns.length > 0) keep(CONVERSATION, turns.join(''));
}

/** Brings the conversation and the half-typed question back after a reload or the back button. */
export function restore(box: HTMLTextAreaElement): void {
  if (!box.value) box.value = kept(DRAFT) ?? '';
  const turns = kept(CONVERSATION);
  if (turns) {
    log.ariaLive = 'off';
    // A page that a form brought before this script ran shows one turn more than was stored.
    log.innerHTML = location.search ? turns : turns + log.innerHTML;
    setTimeout(() => {
      log.ariaLive = 'polite';
    }, SILENCE_MS);
  }
  saveTurns();
  if (log.childElementCount > 1 || !location.search) log.lastElementChild?.scrollIntoView();
}

/** Keeps what is being typed until it is sent. */
export function saveDraft(text: string): void {
  keep(DRAFT, text);
}

export function forget(): void {
  try {
    sessionStorage.removeItem(CONVERSATION);
  } catch {
    // Storage is switched off: there is nothing to forget.
  }
}

function keep(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Storage is full or switched off: the conversation goes on, it just won't outlive a reload.
  }
}

function kept(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

import { byId } from './dom.js';

/** The conversation of a tab, for as long as the tab lives. A link with another question has a conversation of its own. */

const KEPT_TURNS = 50;
const CONVERSATION = conversationOf(location);
const DRAFT = 'draft';
/** A live region says what is put into it; what was read before is put back in silence. */
const SILENCE_MS = 1000;

const log = byId('log');
let forgotten = false;

/** Keeps what is said so far; nothing once it was to be forgotten, as a reply may still be on its way. */
export function saveTurns(): void {
  if (forgotten) return;
  const turns = [...log.querySelectorAll('[data-memory]')].slice(-KEPT_TURNS).map((turn) => turn.outerHTML);
  if (turns.length > 0) keep(CONVERSATION, turns.join(''));
}

/** Brings the conversation and the half-typed question back after a reload or the back button. */
export function restore(box: HTMLTextAreaElement): void {
  if (box.value) saveDraft(box.value);
  else box.value = kept(DRAFT) ?? '';
  const turns = kept(CONVERSATION);
  if (turns) {
    log.ariaLive = 'off';
    // A page that a form brought before this script ran shows one turn more than was stored; loaded again, it is stored.
    log.innerHTML = location.search || !isFirstVisit() ? turns : turns + log.innerHTML;
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

/** Forgets the conversation here and at the address where a new one begins. */
export function forget(next: Pick<Location, 'pathname' | 'search'>): void {
  forgotten = true;
  try {
    for (const key of [CONVERSATION, conversationOf(next), DRAFT]) sessionStorage.removeItem(key);
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

function conversationOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  return `conversation ${pathname}${search}`;
}

/** False for a page that was loaded again or come back to. */
function isFirstVisit(): boolean {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return visit?.type === 'navigate';
}

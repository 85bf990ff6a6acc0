import { offerCopies } from './copy.js';
import { byId, clone, parsed } from './dom.js';
import { saveDraft, saveTurns } from './history.js';
import { send } from './send.js';

/** The log with script: forms are sent without a reload. The server renders every reply; what the conversation remembers stands in the last turn. */

const PATIENCE_MS = 300;

const log = byId('log');
const box = byId<HTMLTextAreaElement>('text');
const coarsePointer = matchMedia('(pointer: coarse)');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let busy = false;

export function isBusy(): boolean {
  return busy;
}

/** What is sent, and what of it is shown as said; `typed` is true for what stood in the box. */
export interface Said {
  readonly fields: URLSearchParams;
  readonly words: string;
  readonly typed: boolean;
}

/** One exchange: shows what was said, asks the server, puts the reply below it; or, if that fails, a button to try again. */
export async function exchange(said: Said): Promise<void> {
  const { fields, words, typed } = said;
  fields.set('memory', memory());
  const turn = clone('pending');
  const bubble = turn.querySelector<HTMLElement>('.said');
  const place = turn.querySelector('.words');
  if (place) place.textContent = words;
  log.append(turn);
  show(turn);
  // On a phone the keyboard would cover the reply; after a button, the way on leads through the new turn.
  if (!typed || coarsePointer.matches || document.activeElement === document.body) bubble?.focus({ preventScroll: true });

  busy = true;
  const waiting = clone('waiting');
  const slow = setTimeout(() => turn.append(waiting), PATIENCE_MS);
  try {
    const received = parsed(await send('/turn', fields), '.turn');
    if (!received) throw new Error('no turn in the reply');
    turn.dataset.memory = received.dataset.memory;
    turn.append(...[...received.children].slice(1));
    offerCopies();
    if (typed && box.value.trim() === words) box.value = '';
    saveDraft(box.value);
    saveTurns();
  } catch {
    if (typed && !box.value) box.value = words;
    offerRetry(turn, said);
  } finally {
    clearTimeout(slow);
    waiting.remove();
    busy = false;
    show(turn);
  }
}

/** A button under a turn that failed; when the connection comes back, it is pressed by itself. */
function offerRetry(turn: HTMLElement, said: Said): void {
  const failure = clone('failure');
  const retry = (): void => {
    if (busy || !turn.isConnected) return;
    removeEventListener('online', retry);
    turn.remove();
    exchange(said);
  };
  failure.querySelector('[data-retry]')?.addEventListener('click', retry);
  addEventListener('online', retry);
  turn.classList.add('failed');
  turn.append(failure);
}

function memory(): string {
  const turns = log.querySelectorAll<HTMLElement>('[data-memory]');
  return turns[turns.length - 1]?.dataset.memory ?? '';
}

function show(turn: HTMLElement): void {
  turn.scrollIntoView({ block: 'start', behavior: calm.matches ? 'auto' : 'smooth' });
}

import { byId, parsed } from './dom.js';
import { send } from './send.js';

/** Official questions that fit what is being typed, above the box. They are buttons of the box's own form. */

const PAUSE_MS = 180;
/** A shorter text says nothing yet; a longer one tells a case. Characters. */
const SHORTEST = 3;
const LONGEST = 80;
/** The box is so high where it shows two lines; pixels. */
const TWO_LINES = 64;

const list = byId('found');
const status = byId('found-status');
let timer = 0;
let asking = new AbortController();

/** Offers questions for what stands in the box, after a pause in typing. */
export function suggestFor(box: HTMLTextAreaElement): void {
  clearTimeout(timer);
  const text = box.value.trim();
  if (text.length >= SHORTEST && text.length <= LONGEST) timer = window.setTimeout(() => ask(text), PAUSE_MS);
  else hideSuggestions();
}

export function hideSuggestions(): void {
  clearTimeout(timer);
  asking.abort();
  list.hidden = true;
  list.replaceChildren();
  status.textContent = '';
}

/** Arrows lead from the box into the list, through it and back; Escape puts the list away. True if the key was taken. */
export function takeKey(key: string, box: HTMLTextAreaElement): boolean {
  if (list.hidden || !list.checkVisibility()) return false;
  if (key === 'Escape') {
    hideSuggestions();
    box.focus();
    return true;
  }
  const stops: HTMLElement[] = [...list.querySelectorAll('button'), box];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const inBox = stops[at] === box;
  // In a text of several lines the arrow goes up a line first.
  if (key === 'ArrowUp' && (!inBox || box.selectionStart === 0 || box.offsetHeight < TWO_LINES)) {
    stops[Math.max(at - 1, 0)]?.focus();
    return true;
  }
  if (key !== 'ArrowDown' || inBox) return false;
  stops[at + 1]?.focus();
  return true;
}

async function ask(text: string): Promise<void> {
  asking.abort();
  asking = new AbortController();
  const current = asking;
  try {
    const found = parsed(await send('/ara', new URLSearchParams({ text }), current), '.found');
    if (current.signal.aborted) return;
    const wasHidden = list.hidden;
    list.replaceChildren(...(found?.children ?? []));
    list.hidden = !found;
    if (!found) status.textContent = '';
    else if (wasHidden && list.checkVisibility()) status.textContent = list.dataset.told ?? '';
  } catch {
    // A suggestion that does not come is not missed.
    if (!current.signal.aborted) hideSuggestions();
  }
}

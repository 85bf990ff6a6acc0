import { exchange, isBusy } from './conversation.js';
import { answerClicks, offerCopies } from './copy.js';
import { byId } from './dom.js';
import { rate } from './feedback.js';
import { askToClose, liveInFrame } from './frame.js';
import { forget, restore, saveDraft } from './history.js';
import { saidBy } from './said.js';
import { fieldsOf } from './send.js';
import { hideSuggestions, suggestFor, takeKey } from './suggestions.js';

/** The chat page with script: the same forms as without, sent without a reload. */

const composer = byId<HTMLFormElement>('composer');
const box = byId<HTMLTextAreaElement>('text');

restore(box);
offerCopies();
answerClicks();
liveInFrame(box);
// An empty box is nothing to be told off for: it only takes the focus.
composer.noValidate = true;

document.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const button = event.submitter as HTMLButtonElement | null;
  if (form.matches('[data-feedback]')) rate(form, button);
  else if (!isBusy()) ask(form, button);
});

box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});

composer.addEventListener('keydown', (event) => {
  if (!event.isComposing && takeKey(event.key, box)) {
    event.preventDefault();
    event.stopPropagation();
  }
});

box.addEventListener('input', () => {
  saveDraft(box.value);
  suggestFor(box);
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') askToClose();
});

document.addEventListener('click', (event) => {
  const restart = (event.target as Element).closest<HTMLAnchorElement>('[data-restart]');
  if (restart) forget(restart);
});

function ask(form: HTMLFormElement, button: HTMLButtonElement | null): void {
  const typed = form === composer && !button?.name;
  const words = typed ? box.value.trim() : saidBy(form, button);
  if (!words) {
    box.focus();
    return;
  }
  const fields = fieldsOf(form, button);
  hideSuggestions();
  if (form === composer) box.value = '';
  exchange({ fields, words, typed });
}

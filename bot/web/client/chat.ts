import { empty, exchange, isBusy } from './conversation.js';
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
  if ((event.target as Element).closest('[data-restart]')) forget();
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
  if (form === composer) empty();
  exchange({ fields, words, typed });
}

import { clone, parsed } from './dom.js';
import { saveTurns } from './history.js';
import { fieldsOf, send } from './send.js';

/** Sends a thumb or the word that follows it; what comes back takes the form's place. */
export async function rate(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  form.querySelector('.failure')?.remove();
  const fields = fieldsOf(form, button);
  const buttons = form.querySelectorAll('button');
  // One press is one opinion.
  for (const each of buttons) each.disabled = true;
  try {
    const next = parsed(await send('/geri-bildirim', fields), 'main .feedback');
    if (!next) throw new Error('no form in the reply');
    next.tabIndex = -1;
    form.replaceWith(next);
    next.focus({ preventScroll: true });
    saveTurns();
  } catch {
    const failure = clone('failure');
    failure.querySelector('button')?.remove();
    form.append(failure);
    for (const each of buttons) each.disabled = false;
  }
}

import { clone, parsed } from './dom.js';
import { saveTurns } from './history.js';
import { fieldsOf, send } from './send.js';

/** Sends a thumb or the word that follows it; what comes back takes the form's place. */
export async function rate(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  form.querySelector('.failure')?.remove();
  try {
    const next = parsed(await send('/geri-bildirim', fieldsOf(form, button)), 'main .feedback');
    if (!next) throw new Error('no form in the reply');
    next.tabIndex = -1;
    form.replaceWith(next);
    next.focus({ preventScroll: true });
    saveTurns();
  } catch {
    const failure = clone('failure');
    failure.querySelector('button')?.remove();
    form.append(failure);
  }
}

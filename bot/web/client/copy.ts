/** Buttons that copy, print or hand on. Without the script they would do nothing, so they come hidden. */

export function offerCopies(): void {
  for (const button of document.querySelectorAll('[data-copy], [data-print]')) button.removeAttribute('hidden');
}

/** Answers to clicks on them, wherever on the page they stand, now or later. */
export function answerClicks(): void {
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    const copy = target.closest<HTMLElement>('[data-copy]');
    const share = target.closest<HTMLAnchorElement>('[data-share]');
    if (copy) copyText(copy);
    else if (target.closest('[data-print]')) print();
    else if (share) {
      event.preventDefault();
      handOn(share);
    }
  });
}

/** Copies the text that stands before a button; where the clipboard is closed, it is selected instead. */
async function copyText(button: HTMLElement): Promise<void> {
  const text = button.previousElementSibling ?? button.parentElement?.previousElementSibling;
  if (!text) return;
  getSelection()?.selectAllChildren(text);
  try {
    await navigator.clipboard.writeText(text.textContent ?? '');
    button.textContent = button.dataset.copied ?? '';
  } catch {
    // The text stays selected: the person's own copy command does the rest.
    button.textContent = button.dataset.selected ?? '';
  }
}

/** Hands a link on: with the phone's own sheet, else by copying it; where neither goes, it opens. */
async function handOn(link: HTMLAnchorElement): Promise<void> {
  try {
    if (navigator.share && matchMedia('(pointer: coarse)').matches) await navigator.share({ url: link.href });
    else {
      await navigator.clipboard.writeText(link.href);
      const label = link.querySelector('span');
      if (label) label.textContent = link.dataset.shared ?? '';
    }
  } catch (error) {
    if ((error as Error).name !== 'AbortError') open(link.href, window.parent === window ? '_self' : '_blank');
  }
}

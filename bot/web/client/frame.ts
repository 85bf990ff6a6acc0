/** The chat in a frame on another page: it tells that page when it wants to be closed, and takes the focus when it is given it. */
export function liveInFrame(box: HTMLTextAreaElement): void {
  if (window.parent === window) return;
  const take = (): void => {
    if (document.activeElement === document.body) box.focus({ preventScroll: true });
  };
  addEventListener('focus', take);
  // The frame may have been given it before this script ran.
  if (document.hasFocus()) take();
}

/** What is sent says nothing but that; any page may hear it. */
export function askToClose(): void {
  if (window.parent !== window) window.parent.postMessage({ stajBot: 'close' }, '*');
}

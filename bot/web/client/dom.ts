/** The element with an id; the server put it there, so that a missing one is a mistake of ours. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} is missing from the page`);
  return element as T;
}

/** A copy of what a template holds. */
export function clone(id: string): HTMLElement {
  return byId<HTMLTemplateElement>(id).content.cloneNode(true).firstChild as HTMLElement;
}

/** What a page or a piece of one, as the server sent it, holds under a selector; null if nothing. */
export function parsed(markup: string, selector: string): HTMLElement | null {
  return new DOMParser().parseFromString(markup, 'text/html').querySelector(selector);
}

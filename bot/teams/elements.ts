import { splitAddresses } from '../conversation/addresses.js';

/** Pieces of an Adaptive Card, version 1.5, which every Teams client draws. */
export type Element = Readonly<Record<string, unknown>> & { readonly type: string };

/** How prose looks; sizes and colours are the client's own, so that light and dark both read well. */
interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly subtle?: boolean;
  readonly separator?: boolean;
}

/**
 * Sentences as they stand. A RichTextBlock knows no markdown: nothing a person or the knowledge base writes becomes a list or a
 * link ("1. staj", "*"), and nothing has to be escaped. Web addresses can be pressed.
 */
export function prose(text: string, { bold, italic, subtle, separator }: Look = {}): Element {
  const look = {
    ...(bold ? { weight: 'Bolder' } : {}),
    ...(italic ? { italic: true } : {}),
    ...(subtle ? { isSubtle: true, size: 'Small' } : {}),
  };
  const inlines = splitAddresses(text).map((piece) => ({
    type: 'TextRun',
    text: piece.text,
    ...look,
    ...(piece.address ? { color: 'Accent', selectAction: { type: 'Action.OpenUrl', url: piece.text } } : {}),
  }));
  return { type: 'RichTextBlock', inlines, ...(separator ? { separator: true, spacing: 'Medium' } : {}) };
}

/** Prose of several lines, each a paragraph of its own. */
export function paragraphsOf(text: string, look: Look = {}): Element[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => prose(line, look));
}

/** A short title of our own phrases; screen readers jump from one to the next. */
export function heading(text: string): Element {
  return { type: 'TextBlock', text: unlisted(text), wrap: true, weight: 'Bolder', size: 'Default', style: 'heading', spacing: 'Medium' };
}

/** Titles beside their values. */
export function factSet(facts: readonly { readonly title: string; readonly value: string }[]): Element {
  return { type: 'FactSet', facts: facts.map(({ title, value }) => ({ title: unlisted(title), value: unlisted(value) })) };
}

/** Titles and facts are markdown: "1. staj" would become a list. A blank that does not break keeps it a word. */
function unlisted(text: string): string {
  return text.replace(/^(\d+\.) /, '$1\u00a0');
}

/** Pieces on a ground of their own. `id` names what a toggle shows; it starts hidden. */
export function box(items: readonly Element[], id?: string): Element {
  return { type: 'Container', style: 'emphasis', items, ...(id ? { id, isVisible: false } : {}) };
}

/** A button that folds a box in and out. */
export function toggle(title: string, id: string): Element {
  return row({ type: 'Action.ToggleVisibility', title, targetElements: [id] });
}

/** Buttons that share a row; Teams cuts long labels that do. */
export function row(...actions: readonly Element[]): Element {
  return { type: 'ActionSet', actions };
}

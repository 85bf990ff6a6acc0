/** Markup that is safe to send: written in this code, with everything put into it escaped. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | readonly Part[] | null | undefined | false;

/** Template tag: strings are escaped, `Html` is kept, lists are joined, `null`, `undefined` and `false` vanish. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: literals.reduce((text, literal, index) => text + put(parts[index - 1]) + literal) };
}

/** Markup of this package's own (an icon, a file), taken as it is. */
export function trusted(markup: string): Html {
  return { markup };
}

function put(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(put).join('');
  return escaped(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(CONTROLS, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

// HTML forbids these in text; a browser would replace or refuse them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

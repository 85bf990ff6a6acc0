/**
 * Text as Teams shows it, character by character: nothing in it becomes bold, a link or HTML.
 * Underscores inside a word stay as they are, so that addresses keep working. For text behind other text in its line.
 */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]~|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** The same for text that begins a line: nothing becomes a heading or a list either ("1. staj"). */
export function escapeMarkdown(text: string): string {
  return escapeInline(text)
    .replace(/^(\s*)([#+=-])/gm, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s)/gm, '$1\\$2');
}

/** Paragraphs of Teams markdown: a single line break would collapse, so each line becomes a paragraph. */
export function paragraphs(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split(/\n+/))
    .filter((line) => line.trim() !== '')
    .join('\n\n');
}

/** A link, or only its label where the address is not one a person should follow. */
export function markdownLink(label: string, url: string): string {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (!target || !['https:', 'http:', 'mailto:'].includes(target.protocol)) return escapeInline(label);
  return `[${escapeInline(label)}](${target.href.replace(/\(/g, '%28').replace(/\)/g, '%29')})`;
}

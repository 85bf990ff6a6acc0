/** Width and height of each page of a PDF that Chromium made, in points. */
export function pagesOf(pdf: Buffer): (readonly [number, number])[] {
  const text = pdf.toString('latin1');
  const pages = text.match(/\/Type\s*\/Page\b/g) ?? [];
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)\s*\]/g)];
  return pages.map((_page, at) => [Number(boxes[at]?.[1]), Number(boxes[at]?.[2])] as const);
}

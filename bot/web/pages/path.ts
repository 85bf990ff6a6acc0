/** Path of the page of an official question. */
export function pathOf(entry: string): string {
  return `/s/${encodeURIComponent(entry)}`;
}

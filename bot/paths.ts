/** Names of the fields in the addresses: the question to ask, the topic to share. */
export const ASK = 'soru';
export const TOPIC = 'konu';

/** Path of the page of an official question. */
export function pathOf(entry: string): string {
  return `/s/${encodeURIComponent(entry)}`;
}

/** Path of the chat with a question asked. */
export function askPath(question: string): string {
  return `/?${ASK}=${encodeURIComponent(question)}`;
}

/** A page or file of the share page for a topic; null is the whole bot. */
export function sharePath(path: string, entry: string | null): string {
  return entry === null ? path : `${path}?${TOPIC}=${encodeURIComponent(entry)}`;
}

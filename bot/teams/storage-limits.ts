/** How long a conversation is remembered that nobody goes on with; ms. */
export const MAX_AGE = 24 * 60 * 60 * 1000;
/** How long a turn waits for a storage that does not answer; ms. */
export const TIMEOUT = 1500;
/** How long a storage that failed is left alone; ms. */
export const PAUSE = 5000;

/** So many characters of a message are read: the question stands in them, and the rest costs time. */
export const MAX_TEXT = 2000;

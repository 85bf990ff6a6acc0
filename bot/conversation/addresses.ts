/** A piece of text; one that is a web address can be followed. */
interface Piece {
  readonly text: string;
  readonly address: boolean;
}

// A full stop or comma at the end belongs to the sentence, not to the address.
const ADDRESS = /(https?:\/\/[^\s<>"'()“”‘’]*[^\s<>"'()“”‘’.,;:!?])/;

/** The text cut at the web addresses in it; joined, the pieces give it back. */
export function splitAddresses(text: string): Piece[] {
  return text
    .split(ADDRESS)
    .map((piece, index) => ({ text: piece, address: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

/** The address if it is one that a reply may link to (web, mail or telephone), otherwise null. */
export function safeAddress(address: string): string | null {
  return /^(https?:\/\/|mailto:|tel:)\S+$/i.test(address) ? address : null;
}

/** The whole number above 0 that an option holds. Throws an Error that names the option. */
export function countIn(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${option}: "${text}" is no whole number above 0`);
  return number;
}

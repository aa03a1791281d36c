/** What a cell was understood as, and the pieces nobody understood, as typed. */
export interface Understood<T> {
  values: T[];
  unknown: string[];
}

/**
 * The same words whatever their accents, case, punctuation and spaces: «Élèves – 6/11» and «eleves
 * 6 11».
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll("œ", "oe")
    .replaceAll("Œ", "oe")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Several values of one cell: separated by ; or | or a line end. */
export function pieces(text: string): string[] {
  return text
    .split(/[;|\n]/)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

/** The run from one item to another, over the end of the order if need be: «novembre à février». */
export function runFrom<T>(order: readonly T[], first: T, last: T): T[] {
  const [start, end] = [order.indexOf(first), order.indexOf(last)];
  return start <= end
    ? order.slice(start, end + 1)
    : [...order.slice(start), ...order.slice(0, end + 1)];
}

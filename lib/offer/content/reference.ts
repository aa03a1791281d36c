/** Crockford's alphabet: no I, L, O or U, so that a reference can be read out on the telephone. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * A public reference such as `7K3M-9QXD`: 40 random bits, so that knowing one says nothing of the
 * others.
 * @param bytes 8 random bytes
 */
export function referenceFrom(bytes: Uint8Array): string {
  const letters = Array.from(bytes.slice(0, 8), (byte) => alphabet[byte % alphabet.length]).join(
    "",
  );
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/**
 * Reads a reference as people type it: any case, with or without its dash, O for 0 and I or L for
 * 1.
 */
export function parseReference(text: string): string | null {
  const letters = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(letters)
    ? `${letters.slice(0, 4)}-${letters.slice(4)}`
    : null;
}

/** What may be a reference in a sentence: as a whole, or with its dash or a figure within. */
const within = /(?<![\p{L}\p{N}-])[\dA-Z]{4}[-\u2010-\u2013]?[\dA-Z]{4}(?![\p{L}\p{N}-])/giu;

/** The references a text may hold: «réf. 7K3M-9QXD», «7k3m 9qxd». */
export function referencesIn(text: string): string[] {
  const parts = (text.match(within) ?? []).filter((part) => /[\d-]/.test(part)).slice(0, 5);
  return [text, ...parts].flatMap((part) => parseReference(part) ?? []);
}

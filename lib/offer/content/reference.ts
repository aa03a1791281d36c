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

/** What Windows-1252 has at 0x80 to 0x9F; a space where it has nothing. */
const signs = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/**
 * A text of Windows-1252 that was read as Latin-1: the euro, curly apostrophes, dashes and «œ» are
 * control characters there. Where it has no sign, nothing is left.
 */
export function windowsSigns(text: string): string {
  return text.replaceAll(/[\u0080-\u009f]/g, (char) =>
    (signs[char.charCodeAt(0) - 0x80] ?? "").trim(),
  );
}

/** Signs that nobody sees; those that join an emoji, or letters of other scripts, are not here. */
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * What somebody typed or pasted, as a reader sees it: accents composed, control, direction and
 * zero-width characters gone, one kind of line end. Tabulations stay.
 */
export function readable(text: string): string {
  return windowsSigns(text)
    .replaceAll(/\r\n?|[\v\f\u2028\u2029]/g, "\n")
    .replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f]|\p{Cs}/gu, "")
    .replaceAll(invisible, "")
    .normalize("NFC");
}

/** Whether there is something to see: «», spaces, joiners, accents without a letter are nothing. */
export function isVisible(text: string): boolean {
  return /[^\s\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

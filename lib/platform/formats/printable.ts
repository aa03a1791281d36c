/** Signs people paste that the font does not have, by what says the same. */
const replacements: Readonly<Record<string, string>> = {
  "→": "->",
  "✓": "-",
  "✔": "-",
  "➢": "-",
  "▪": "•",
  "■": "•",
  "●": "•",
  "‑": "-",
  "\u00AD": "",
  "\t": " ",
  "\u2028": "\n",
  "\u2029": "\n",
  "\r": "",
};

/** What the font draws: Latin letters of Europe and the punctuation of French. */
const drawn =
  /[\n\u0020-\u007E\u00A0-\u017F\u2013\u2014\u2018-\u201A\u201C-\u201E\u2022\u2026\u2039\u203A\u20AC\u2122]/u;

/**
 * A text with signs that the font has, and none that steers a reader (control and direction signs).
 */
export function printable(text: string): string {
  return [...text.normalize("NFC").replaceAll("\r\n", "\n")]
    .map((char) => {
      const known = replacements[char] ?? char;
      if (known === "" || [...known].every((sign) => drawn.test(sign))) return known;
      if (/[\p{Cc}\p{Cf}\p{M}]/u.test(known)) return "";
      if (/\p{Zs}/u.test(known)) return "\u00A0";
      const base = [...known.normalize("NFKD")].filter((sign) => drawn.test(sign)).join("");
      return base || "?";
    })
    .join("");
}

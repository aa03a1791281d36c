/** Longest stem of a name that every system still saves. */
const stemLimit = 80;

/**
 * A name for a file made of an offer: its reference first, so that a folder of them sorts, then its
 * title in plain letters.
 */
export function offerFileName(
  reference: string,
  title: string,
  ending: "pdf" | "zip" | "ics",
): string {
  const plain = title
    .replaceAll(/[œŒ]/g, "oe")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, stemLimit)
    .replaceAll(/^-|-$/g, "");
  return `${["offre", reference, plain].filter(Boolean).join("-")}.${ending}`;
}

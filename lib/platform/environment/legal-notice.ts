import type { Environment } from "./env";

/**
 * What the law asks the legal page to name and its operator did not give.
 * @returns the end of a sentence; null when nothing is missing, or nobody outside reads the page
 */
export function missingOfLegalNotice({
  mode,
  legal,
}: Pick<Environment, "mode" | "legal">): string | null {
  if (mode !== "production") return null;
  const missing = [
    ...(legal.publicationDirector ? [] : ["qui dirige la publication (PUBLICATION_DIRECTOR)"]),
    ...(legal.hostingProvider ? [] : ["qui héberge le portail (HOSTING_PROVIDER)"]),
  ];
  if (missing.length === 0) return null;
  return `les mentions légales ne disent pas ${missing.join(" ni ")}, ce que la loi demande`;
}

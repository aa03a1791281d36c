import { xmlText } from "./atom";

/** An index of sitemaps (sitemaps.org). */
export function sitemapIndex(addresses: readonly string[]): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex ` +
    `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses.map((address) => `<sitemap><loc>${xmlText(address)}</loc></sitemap>`).join("")}</sitemapindex>\n`
  );
}

/** One file of a sitemap. */
export function sitemap(pages: readonly { address: string; changedAt?: Date }[]): string {
  const urls = pages.map(
    ({ address, changedAt }) =>
      `<url><loc>${xmlText(address)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ""}</url>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ` +
    `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("\n")}</urlset>\n`
  );
}

/** Public pages that are the same for everyone and no offer's. */
export const fixedPages = [
  "/",
  "/offres",
  "/offres/carte",
  "/offres/calendrier",
  "/aide",
  "/aide/trouver-une-offre",
  "/api-ouverte",
  "/accessibilite",
  "/mentions-legales",
  "/confidentialite",
] as const;

import { xmlText } from "./atom";
import { fixedPages } from "./public-pages";

/** Addresses that one file may have (sitemaps.org). */
export const mostAddresses = 50_000;

/** An index of sitemaps (sitemaps.org). */
export function sitemapIndex(addresses: readonly string[]): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex ` +
    `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses.map((address) => `<sitemap><loc>${xmlText(address)}</loc></sitemap>`).join("")}</sitemapindex>\n`
  );
}

interface SitemapPage {
  address: string;
  changedAt?: Date;
}

/** One file of a sitemap. */
export function sitemap(pages: readonly SitemapPage[]): string {
  const urls = pages.map(
    ({ address, changedAt }) =>
      `<url><loc>${xmlText(address)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ""}</url>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ` +
    `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("\n")}</urlset>\n`
  );
}

export function fixedAddresses(origin: string): SitemapPage[] {
  return fixedPages.map((path) => ({ address: `${origin}${path}` }));
}

/** Offers as pages of a sitemap. */
export function offerAddresses(
  origin: string,
  offers: readonly { reference: string; publishedAt: Date }[],
): SitemapPage[] {
  return offers.map(({ reference, publishedAt }) => ({
    address: `${origin}/offres/${reference}`,
    changedAt: publishedAt,
  }));
}

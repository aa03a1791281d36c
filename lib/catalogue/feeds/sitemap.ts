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

/**
 * One file of a sitemap. It does not say when a page changed last: when an offer was published is
 * known, not when its last change was approved.
 */
export function sitemap(addresses: readonly string[]): string {
  const urls = addresses.map((address) => `<url><loc>${xmlText(address)}</loc></url>`);
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ` +
    `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("\n")}</urlset>\n`
  );
}

export function fixedAddresses(origin: string): string[] {
  return fixedPages.map((path) => `${origin}${path}`);
}

/** Offers as pages of a sitemap. */
export function offerAddresses(origin: string, offers: readonly { reference: string }[]): string[] {
  return offers.map(({ reference }) => `${origin}/offres/${reference}`);
}

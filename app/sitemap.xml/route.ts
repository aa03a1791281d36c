import { filesWithOffers } from "@/lib/catalogue/queries/sitemap";
import { sitemapIndex } from "@/lib/catalogue/sitemap";
import { cacheable } from "@/lib/open-data/respond";
import { env } from "@/lib/platform/env";

// Offers come and go while the portal runs.
export const dynamic = "force-dynamic";

/** The sitemap as an index: a million offers do not fit into one file. */
export async function GET(request: Request): Promise<Response> {
  const files = await filesWithOffers();
  return cacheable(request, sitemapIndex(["pages", ...files].map((name) => `${env.origin}/sitemap/${name}`)), { mediaType: "application/xml; charset=utf-8", seconds: 3600 });
}

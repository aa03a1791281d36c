import { filesWithOffers } from "@/lib/catalogue/queries/sitemap";
import { catalogueVersion } from "@/lib/catalogue/queries/version";
import { sitemapIndex } from "@/lib/catalogue/sitemap";
import { listed } from "@/lib/open-data/respond";
import { unlessBusy } from "@/lib/platform/busy";
import { env } from "@/lib/platform/env";
import { keyOf } from "@/lib/platform/store";

// Offers come and go while the portal runs.
export const dynamic = "force-dynamic";

const head = { mediaType: "application/xml; charset=utf-8", seconds: 3600 };

/** The sitemap as an index: a million offers do not fit into one file. */
export function GET(request: Request): Promise<Response> {
  return unlessBusy(async () =>
    listed(request, keyOf("sitemap", "index", await catalogueVersion()), head, async () => {
      const files = ["pages", ...(await filesWithOffers())];
      return sitemapIndex(files.map((name) => `${env.origin}/sitemap/${name}`));
    }),
  );
}

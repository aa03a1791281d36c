import { filesWithOffers } from "@/lib/catalogue/feeds/queries/sitemap";
import { sitemapIndex } from "@/lib/catalogue/feeds/sitemap";
import { listed } from "@/lib/catalogue/open-data/respond";
import { catalogueVersion } from "@/lib/catalogue/search/queries/version";
import { env } from "@/lib/platform/environment/env";
import { answerOrBusy } from "@/lib/platform/load/busy";
import { keyOf } from "@/lib/platform/load/store";

// Offers come and go while the portal runs.
export const dynamic = "force-dynamic";

const head = { mediaType: "application/xml; charset=utf-8", seconds: 3600 };

/** The sitemap as an index: a million offers do not fit into one file. */
export function GET(request: Request): Promise<Response> {
  return answerOrBusy(async () =>
    listed(request, keyOf("sitemap", "index", await catalogueVersion()), head, async () => {
      const files = ["pages", ...(await filesWithOffers())];
      return sitemapIndex(files.map((name) => `${env.origin}/sitemap/${name}`));
    }),
  );
}

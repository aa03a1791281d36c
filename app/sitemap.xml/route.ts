import { fixedPages } from "@/lib/catalogue/feeds/public-pages";
import { allOffers, sitemapFiles } from "@/lib/catalogue/feeds/queries/sitemap";
import {
  fixedAddresses,
  mostAddresses,
  offerAddresses,
  sitemap,
  sitemapIndex,
} from "@/lib/catalogue/feeds/sitemap";
import { listed } from "@/lib/catalogue/open-data/respond";
import { catalogueVersion } from "@/lib/catalogue/search/queries/version";
import { env } from "@/lib/platform/environment/env";
import { answerOrBusy } from "@/lib/platform/load/busy";
import { keyOf } from "@/lib/platform/load/store";

// Offers come and go while the portal runs.
export const dynamic = "force-dynamic";

const head = { mediaType: "application/xml; charset=utf-8", seconds: 3600 };

/** The sitemap in one file, or its index where one has no room for every offer. */
export function GET(request: Request): Promise<Response> {
  return answerOrBusy(async () =>
    listed(request, keyOf("sitemap", "whole", await catalogueVersion()), head, async () => {
      const { origin } = env;
      const offers = await allOffers(mostAddresses - fixedPages.length);
      if (offers) return sitemap([...fixedAddresses(origin), ...offerAddresses(origin, offers)]);
      const files = ["pages", ...Array.from({ length: sitemapFiles }, (_, file) => String(file))];
      return sitemapIndex(files.map((name) => `${origin}/sitemap/${name}`));
    }),
  );
}

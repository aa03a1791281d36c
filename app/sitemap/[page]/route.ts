import { offersOfFile, sitemapFiles } from "@/lib/catalogue/feeds/queries/sitemap";
import {
  fixedAddresses,
  mostAddresses,
  offerAddresses,
  sitemap,
} from "@/lib/catalogue/feeds/sitemap";
import { listed } from "@/lib/catalogue/open-data/respond";
import { catalogueVersion } from "@/lib/catalogue/search/queries/version";
import { env } from "@/lib/platform/environment/env";
import { answerOrBusy } from "@/lib/platform/load/busy";
import { keyOf } from "@/lib/platform/load/store";

const head = { mediaType: "application/xml; charset=utf-8", seconds: 3600 };

/** What the index names: `pages`, or the number of a file of offers. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ page: string }> },
): Promise<Response> {
  const { page } = await params;
  const isFile = /^(0|[1-9]\d?)$/.test(page) && Number(page) < sitemapFiles;
  if (page !== "pages" && !isFile) return new Response(null, { status: 404 });
  return answerOrBusy(async () =>
    listed(request, keyOf("sitemap", page, await catalogueVersion()), head, async () => {
      if (page === "pages") return sitemap(fixedAddresses(env.origin));
      const offers = await offersOfFile(Number(page), mostAddresses);
      return sitemap(offerAddresses(env.origin, offers));
    }),
  );
}

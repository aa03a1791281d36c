import { sitemapFiles, sitemapOffers } from "@/lib/catalogue/queries/sitemap";
import { catalogueVersion } from "@/lib/catalogue/queries/version";
import { fixedPages, sitemap } from "@/lib/catalogue/sitemap";
import { listed } from "@/lib/open-data/respond";
import { unlessBusy } from "@/lib/platform/busy";
import { env } from "@/lib/platform/env";
import { keyOf } from "@/lib/platform/store";

const head = { mediaType: "application/xml; charset=utf-8", seconds: 3600 };

/** `pages`, or the number of a file of offers. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ page: string }> },
): Promise<Response> {
  const { page } = await params;
  const isFile = /^(0|[1-9]\d?)$/.test(page) && Number(page) < sitemapFiles;
  if (page !== "pages" && !isFile) return new Response(null, { status: 404 });
  return unlessBusy(async () =>
    listed(request, keyOf("sitemap", page, await catalogueVersion()), head, async () => {
      if (page === "pages")
        return sitemap(fixedPages.map((path) => ({ address: `${env.origin}${path}` })));
      const offers = await sitemapOffers(Number(page));
      return sitemap(
        offers.map(({ reference, publishedAt }) => ({
          address: `${env.origin}/offres/${reference}`,
          changedAt: publishedAt,
        })),
      );
    }),
  );
}

import { sitemapFiles, sitemapOffers } from "@/lib/catalogue/queries/sitemap";
import { fixedPages, sitemap } from "@/lib/catalogue/sitemap";
import { cacheable } from "@/lib/open-data/respond";
import { env } from "@/lib/platform/env";

const mediaType = "application/xml; charset=utf-8";

/** `pages`, or the number of a file of offers. */
export async function GET(request: Request, { params }: { params: Promise<{ page: string }> }): Promise<Response> {
  const { page } = await params;
  if (page === "pages") return cacheable(request, sitemap(fixedPages.map((path) => ({ address: `${env.origin}${path}` }))), { mediaType, seconds: 3600 });
  if (!/^(0|[1-9]\d?)$/.test(page) || Number(page) >= sitemapFiles) return new Response(null, { status: 404 });
  const offers = await sitemapOffers(Number(page));
  return cacheable(request, sitemap(offers.map(({ reference, publishedAt }) => ({ address: `${env.origin}/offres/${reference}`, changedAt: publishedAt }))), { mediaType, seconds: 3600 });
}

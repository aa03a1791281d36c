import { atomFeed } from "@/lib/catalogue/feeds/atom";
import { unknownPlace } from "@/lib/catalogue/open-data/parameters";
import { apiLimit, listed, withinRate } from "@/lib/catalogue/open-data/respond";
import { type CatalogueFilter, catalogueHref, readFilter } from "@/lib/catalogue/search/filter";
import { searchInWords } from "@/lib/catalogue/search/filter-words";
import { understoodToFind } from "@/lib/catalogue/search/queries/loosen";
import { isPlaceUnknown } from "@/lib/catalogue/search/queries/resolve";
import { searchPage } from "@/lib/catalogue/search/queries/search";
import { searchSizeOf } from "@/lib/catalogue/search/queries/search-size";
import { answerKey } from "@/lib/catalogue/search/queries/version";
import { whenInWords } from "@/lib/offer/availability/availability-words";
import { env } from "@/lib/platform/environment/env";

const entries = 50;

const head = { mediaType: "application/atom+xml; charset=utf-8", seconds: 300 };

/** The newest offers of a search, for a feed reader. */
export function GET(request: Request): Promise<Response> {
  return withinRate(request, apiLimit, async () => {
    const filter = {
      ...readFilter(new URL(request.url).search),
      tri: "recentes" as const,
      apres: "",
    };
    return listed(request, await answerKey("atom", filter), head, () => feedOf(filter));
  });
}

async function feedOf(filter: CatalogueFilter): Promise<string> {
  const meaning = await understoodToFind(filter);
  const { search, terms } = meaning;
  // A feed reader would give up on an error, or hide it: an empty feed says itself why.
  const unknown = isPlaceUnknown(meaning);
  const { offers } = unknown
    ? { offers: [] }
    : await searchPage(search, await searchSizeOf(search, [""]), entries);
  return atomFeed(
    {
      link: `${env.origin}${catalogueHref({ ...filter, tri: "" }, {}, "/offres/flux.atom")}`,
      page: `${env.origin}${catalogueHref({ ...filter, tri: "" })}`,
      title: `Offres de stage : ${searchInWords(search.filter, terms)}`,
      ...(unknown ? { subtitle: unknownPlace } : {}),
      author: env.agency.agencyName,
      entries: offers.map((offer) => ({
        link: `${env.origin}/offres/${offer.reference}`,
        title: offer.title,
        summary:
          `${offer.structureName}, ${offer.communeName} (${offer.department}). ` +
          whenInWords(offer),
        published: offer.publishedAt,
      })),
    },
    // A feed without entries is as old as the portal: a moving date would be news each time.
    new Date(0),
  );
}

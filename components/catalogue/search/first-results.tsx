import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { catalogueHref } from "@/lib/catalogue/search/filter";
import { viewPaths } from "@/lib/catalogue/search/labels";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { countedOffers } from "./count";
import { OfferCards } from "./offer-cards";
import { cardOf } from "./offer-lines";

/** Offers that stand beside a map, or below a calendar: the list has all of them. */
export const firstResults = { beside: 6, below: 4 };

/** The first offers of a search beside what it is drawn on, and the way to its list. */
export function FirstResults({ found }: { found: Catalogue }) {
  return (
    <div className="min-w-0">
      <OfferCards offers={found.page.offers.map((offer) => cardOf(offer, found.terms))} />
      <WayToList found={found} />
    </div>
  );
}

/**
 * The same in a few words, two elements each: a calendar has a link for each half-day.
 * @param id where a link over what stands before it leads
 */
export function FirstResultsInWords({ found, id }: { found: Catalogue; id: string }) {
  return (
    <>
      <ul
        id={id}
        tabIndex={-1}
        className="mt-4 grid gap-2.5 text-sm whitespace-pre-line wrap-anywhere xl:grid-cols-2"
      >
        {found.page.offers
          .map((offer) => cardOf(offer, found.terms))
          .map(({ reference, title, where, mark, facts }) => (
            <li
              key={reference}
              className="rounded-lg border border-line bg-surface px-2.5 py-1.5 text-muted"
            >
              <Link
                href={`/offres/${reference}`}
                className="text-base font-bold text-accent underline underline-offset-3"
              >
                {title}
              </Link>
              {["", where, [mark, facts].filter(Boolean).join(" · ")].join("\n")}
            </li>
          ))}
      </ul>
      <WayToList found={found} />
    </>
  );
}

function WayToList({ found: { search, counts } }: { found: Catalogue }) {
  return (
    <ButtonLink
      href={catalogueHref(search.filter, { apres: "" }, viewPaths.list)}
      variant="secondary"
      className="mt-4 print:hidden"
    >
      Voir {countedOffers(counts.total)} en liste
    </ButtonLink>
  );
}

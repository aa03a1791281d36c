import { Link } from "@/components/ui/link";
import type { NeighbourDto } from "@/lib/catalogue/search/queries/neighbours";
import { counted } from "@/lib/platform/values/french";
import { structureWords } from "@/lib/reference/commune/labels";

/** A few other offers: where, and for how many. */
export function NeighbourList({
  title,
  id,
  offers,
}: {
  title: string;
  id: string;
  offers: readonly NeighbourDto[];
}) {
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-2 text-xl font-bold">
        {title}
      </h2>
      <ul className="space-y-3">
        {offers.map((offer) => (
          <li key={offer.reference}>
            <Link
              href={`/offres/${offer.reference}`}
              className="inline-block py-1 font-semibold text-accent underline underline-offset-4"
            >
              {offer.title}
            </Link>
            <p className="text-muted">
              {structureWords(offer.structureName, offer.communeName, offer.department)}
              {offer.kilometres === null
                ? ""
                : offer.kilometres < 1
                  ? ", sur place"
                  : `, à environ ${Math.round(offer.kilometres)} km`}
              {` · ${counted(offer.places, "place", "places")}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { termFacet } from "@/lib/catalogue/facets";
import type { CatalogueCardDto } from "@/lib/catalogue/queries/search";
import { supportLabels } from "@/lib/offer/labels";
import type { NumberedTerm } from "@/lib/vocabulary/queries";

const kilometres = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 0 });

/** One offer in a list of results. */
export function OfferResult({ offer, terms }: { offer: CatalogueCardDto; terms: readonly NumberedTerm[] }) {
  const themes = terms.filter(({ kind, number }) => kind === "theme" && offer.facets.includes(termFacet(number)));
  return (
    <Card>
      <h3 className="text-lg font-bold">
        <Link href={`/offres/${offer.reference}`} className="break-words text-accent underline underline-offset-4">
          {offer.title}
        </Link>
      </h3>
      <p className="mt-1">
        {offer.structureName} · {offer.communeName} ({offer.department})
        {offer.kilometres === null ? "" : offer.kilometres < 1 ? " · sur place" : ` · à environ ${kilometres.format(offer.kilometres)} km`}
      </p>
      <p className="text-muted">
        {offer.places} {offer.places > 1 ? "places" : "place"}
        {offer.lodging ? ` · ${supportLabels.lodging}` : ""}
        {offer.catering ? ` · ${supportLabels.catering}` : ""}
      </p>
      {offer.availability.map((words) => (
        <p key={words} className="text-muted">
          {words}
        </p>
      ))}
      <p className="mt-3 flex flex-wrap gap-2">
        {themes.map(({ number, label }) => (
          <Badge key={number} tone="neutral">
            {label}
          </Badge>
        ))}
      </p>
    </Card>
  );
}

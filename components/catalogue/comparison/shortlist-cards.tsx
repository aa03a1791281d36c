import { linesOf } from "@/components/catalogue/search/offer-lines";
import { RemoveLink } from "@/components/catalogue/shortlist/own-shortlist";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { availabilityWords } from "@/lib/offer/availability/availability-words";
import type { PublicOfferDto } from "@/lib/offer/projection/queries/public-offer";
import type { NumberedTerm } from "@/lib/reference/vocabulary/queries";

/** The offers of a selection, each with what can be done with it. */
export function ShortlistCards({
  offers,
  references,
  terms,
}: {
  offers: readonly PublicOfferDto[];
  references: readonly string[];
  terms: readonly NumberedTerm[];
}) {
  return (
    <ul className="space-y-4">
      {offers.map((offer) => {
        const { site, structure, availability } = offer.page;
        const { reference, title, where, details, mark, themes } = linesOf(
          {
            ...offer,
            structureName: structure.name,
            communeName: site.communeName,
            department: site.department,
            availability: availabilityWords(availability),
            kilometres: null,
          },
          terms,
        );
        return (
          <Card key={reference} as="li" className="break-inside-avoid">
            <h2 className="text-lg font-bold wrap-anywhere">
              <Link
                href={`/offres/${reference}`}
                className="text-accent underline underline-offset-4"
              >
                {title}
              </Link>
            </h2>
            <p className="mt-1">{where}</p>
            {[...details, `Référence ${reference}`].map((words) => (
              <p key={words} className="text-muted">
                {words}
              </p>
            ))}
            <p className="mt-3 flex flex-wrap gap-2">
              {mark ? <Badge tone="warning">{mark}</Badge> : null}
              {themes.map((theme) => (
                <Badge key={theme} tone="neutral">
                  {theme}
                </Badge>
              ))}
            </p>
            <p className="mt-4 flex flex-wrap gap-2 print:hidden">
              <ButtonLink href={`/offres/${reference}/contact`} rel="nofollow" variant="secondary">
                Écrire à la structure<span className="sr-only"> : {title}</span>
              </ButtonLink>
              <RemoveLink shown={references} removed={[reference]} about={title} />
            </p>
          </Card>
        );
      })}
    </ul>
  );
}

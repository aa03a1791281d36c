import { linesOf } from "@/components/catalogue/search/offer-lines";
import { RemoveLink } from "@/components/catalogue/shortlist/own-shortlist";
import { ButtonLink } from "@/components/ui/button";
import { availabilityWords } from "@/lib/offer/availability/availability-words";
import { monthStrip } from "@/lib/offer/availability/month-strip";
import type { PublicOfferDto } from "@/lib/offer/projection/queries/public-offer";
import { now } from "@/lib/platform/values/clock";
import type { NumberedTerm } from "@/lib/reference/vocabulary/queries";
import { OfferSummary } from "./offer-summary";

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
        const lines = linesOf(
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
        const { reference, title } = lines;
        return (
          <OfferSummary
            key={reference}
            offer={{ ...lines, details: [...lines.details, `Référence ${reference}`] }}
            strip={monthStrip(offer.ahead, offer.campaign, now())}
          >
            <p className="mt-4 flex flex-wrap gap-2 print:hidden">
              <ButtonLink href={`/offres/${reference}/contact`} rel="nofollow" variant="secondary">
                Écrire à la structure<span className="sr-only"> : {title}</span>
              </ButtonLink>
              <RemoveLink shown={references} removed={[reference]} about={title} />
            </p>
          </OfferSummary>
        );
      })}
    </ul>
  );
}

import { Facts, Section } from "@/components/ui/layout";
import { offerorFacts } from "@/lib/offer/content/facts";
import type { OfferDetailDto, RevisionDto } from "@/lib/offer/view/queries/offer-detail";
import { OfferSections } from "./offer-sections";

/** A submitted offer, whole: for its structure and for the ARS. */
export function OfferDetail({ offer, revision }: { offer: OfferDetailDto; revision: RevisionDto }) {
  return (
    <OfferSections
      offer={revision.preview}
      offeror={
        <Section title="Offreur" id="offreur">
          <Facts facts={offerorFacts(offer)} />
        </Section>
      }
    />
  );
}

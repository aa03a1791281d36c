import type { ReactNode } from "react";
import { Facts, Section } from "@/components/ui/layout";
import type { OfferDetailDto, RevisionDto } from "@/lib/offer/queries/offer-detail";
import { phoneInWords } from "@/lib/platform/fields";
import { OfferSections } from "./offer-sections";

/** A submitted offer, whole: for its structure and for the ARS. */
export function OfferDetail({ offer, revision }: { offer: OfferDetailDto; revision: RevisionDto }) {
  const { content } = revision;
  return (
    <OfferSections
      offer={{
        title: revision.title,
        description: content.description,
        themes: revision.themes,
        audiences: revision.audiences,
        places: content.places,
        availability: content.availability,
        lodging: content.lodging,
        catering: content.catering,
        site: { ...content.site, type: revision.siteType },
        referent: content.referent,
        documents: revision.documents,
      }}
      offeror={<Offeror offer={offer} />}
    />
  );
}

function Offeror({ offer }: { offer: OfferDetailDto }): ReactNode {
  const { structure, depositor } = offer;
  return (
    <Section title="Offreur" id="offreur">
      <Facts
        facts={[
          ["Structure offrente", structure.name],
          ["Type de structure", structure.type],
          ["Adresse", `${structure.street}, ${structure.postcode} ${structure.communeName}`],
          ["Représentant de la structure", `${structure.representativeName}, ${structure.representativeFunction}`],
          ["Administrateur", `${depositor.name}, ${depositor.function}`],
          ["Téléphone", phoneInWords(depositor.phone)],
          ["Email", depositor.addressConfirmed ? depositor.email : `${depositor.email} (à confirmer)`],
        ]}
      />
    </Section>
  );
}

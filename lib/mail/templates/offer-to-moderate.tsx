import type { MailFrame, OfferFacts } from "../schema";
import { MailLayout, Paragraph } from "./layout";
import { sample as offerSample } from "./offer-received";

export const subject = (offer: OfferFacts) => `Offre à valider : ${offer.title}`;

export const sample: OfferFacts = {
  ...offerSample,
  link: "https://portail.example/admin/offres/exemple",
};

export function OfferToModerate({ offer, frame }: { offer: OfferFacts; frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Une offre attend votre décision"
      preview={`${offer.structureName}, ${offer.communeName}`}
      action={{ label: "Examiner l'offre", href: offer.link }}
    >
      <Paragraph>
        {offer.structureName} vient de déposer « {offer.title} » : {offer.places} places à{" "}
        {offer.communeName}.
      </Paragraph>
      <Paragraph>{offer.availability.join(" · ")}</Paragraph>
    </MailLayout>
  );
}

import type { MailFrame, OfferFacts } from "../schema";
import { MailLayout, Paragraph, Quote, Words } from "./layout";
import { sample as offerSample } from "./offer-received";

export const subject = (offer: OfferFacts) => `Offre refusée : ${offer.title}`;

export const sample: OfferFacts = {
  ...offerSample,
  reason: "Cette action ne relève pas du service sanitaire.",
};

export function OfferRefused({ offer, frame }: { offer: OfferFacts; frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Votre offre n'est pas retenue"
      preview={offer.reason}
      action={{ label: "Voir mon offre", href: offer.link }}
    >
      <Paragraph>L'agence n'a pas retenu « {offer.title} », pour cette raison :</Paragraph>
      <Quote>{offer.reason}</Quote>
      <Words>{frame.texts.mailRefused}</Words>
    </MailLayout>
  );
}

import { visibilityWords } from "@/lib/offer/visibility";
import type { MailFrame, OfferFacts } from "../schema";
import { MailLayout, Paragraph, Words } from "./layout";
import { sample as offerSample } from "./offer-received";

export const subject = (offer: OfferFacts) => `Offre validée : ${offer.title}`;

export const sample: OfferFacts = {
  ...offerSample,
  standing: { ...offerSample.standing, visibility: "visible" },
};

export function OfferApproved({ offer, frame }: { offer: OfferFacts; frame: MailFrame }) {
  const standing = visibilityWords(offer.standing, "letter");
  const label =
    offer.standing.visibility === "unpublished" ? "Publier mon offre" : "Voir mon offre";
  return (
    <MailLayout
      frame={frame}
      title="Votre offre est validée"
      preview={standing}
      action={{ label, href: offer.link }}
    >
      <Paragraph>L’agence a validé « {offer.title} ».</Paragraph>
      <Paragraph>{standing}</Paragraph>
      <Words>{frame.texts.mailApproved}</Words>
    </MailLayout>
  );
}

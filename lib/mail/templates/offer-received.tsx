import type { MailFrame, OfferFacts } from "../schema";
import { MailLayout, Paragraph, Words } from "./layout";

export const subject = (offer: OfferFacts) => `Offre reçue : ${offer.title}`;

export const sample: OfferFacts = {
  title: "Prévention de l'obésité",
  structureName: "Collège Jules-Ferry",
  communeName: "Épinal",
  places: 5,
  availability: ["Mars à mai : lundi, mardi et jeudi matin"],
  reason: "",
  remarks: [],
  standing: { visibility: "pending", pausedUntil: null, elapsed: false },
  link: "https://portail.example/espace/offres/exemple",
};

export function OfferReceived({ offer, frame }: { offer: OfferFacts; frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Votre offre est bien reçue"
      preview={`${offer.title} attend sa validation.`}
      action={{ label: "Voir mon offre", href: offer.link }}
    >
      <Paragraph>
        « {offer.title} » ({offer.places} places, {offer.communeName}) est transmise à l'agence, qui
        la validera ou vous demandera une correction. Vous serez prévenu par mail.
      </Paragraph>
      <Paragraph>{offer.availability.join(" · ")}</Paragraph>
      <Words>{frame.texts.mailReceived}</Words>
    </MailLayout>
  );
}

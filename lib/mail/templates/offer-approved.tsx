import type { MailFrame, OfferFacts } from "../schema";
import { MailLayout, Paragraph, Words } from "./layout";
import { sample as offerSample } from "./offer-received";

export const subject = (offer: OfferFacts) => `Offre validée : ${offer.title}`;

export const sample: OfferFacts = { ...offerSample, isPublished: true };

export function OfferApproved({ offer, frame }: { offer: OfferFacts; frame: MailFrame }) {
  const label = offer.isPublished ? "Voir mon offre" : "Publier mon offre";
  return (
    <MailLayout frame={frame} title="Votre offre est validée" preview={offer.isPublished ? "Elle est publiée." : "Il reste à la publier."} action={{ label, href: offer.link }}>
      <Paragraph>L'agence a validé « {offer.title} ».</Paragraph>
      <Paragraph>
        {offer.isPublished
          ? "Elle est publiée : les établissements de formation et les étudiants la trouvent dès maintenant."
          : "Elle n'est pas encore publiée. Publiez-la depuis sa page pour que les établissements et les étudiants la trouvent."}
      </Paragraph>
      <Words>{frame.texts.mailApproved}</Words>
    </MailLayout>
  );
}

import type { MailFrame, OfferFacts } from "../schema";
import { MailLayout, Paragraph, Quote } from "./layout";
import { sample as offerSample } from "./offer-received";

export const subject = (offer: OfferFacts) => `Correction demandée : ${offer.title}`;

export const sample: OfferFacts = {
  ...offerSample,
  reason: "Précisez le rôle des étudiants.",
  remarks: [{ label: "Nombre de places", words: "Vingt étudiants en même temps ?" }],
};

export function OfferChangesRequested({ offer, frame }: { offer: OfferFacts; frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Une correction est demandée"
      preview={offer.reason}
      action={{ label: "Corriger mon offre", href: offer.link }}
    >
      <Paragraph>
        Avant de valider « {offer.title} », l'agence vous demande une correction :
      </Paragraph>
      <Quote>{offer.reason}</Quote>
      {offer.remarks.map(({ label, words }) => (
        <Quote key={label}>{`${label} : ${words}`}</Quote>
      ))}
      <Paragraph>
        Modifiez l'offre, puis soumettez-la de nouveau. Tout ce que vous aviez saisi est conservé.
      </Paragraph>
    </MailLayout>
  );
}

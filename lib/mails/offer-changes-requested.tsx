import { stillVisibleInWords } from "@/lib/offer/lifecycle/visibility";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph, Quote } from "./layout";
import { offerReceived } from "./offer-received";
import { offerRevision } from "./params";
import { offerFacts } from "./queries";

export const offerChangesRequested = defineMail({
  kind: "offerChangesRequested",
  params: offerRevision,
  reader: "owner",
  facts: (offer) => offerFacts(offer, "espace"),
  subject: ({ title }) => `Correction demandée : ${title}`,
  Body: ({ title, reason, remarks, standing, link, frame }) => {
    const stillVisible = stillVisibleInWords(standing);
    return (
      <MailLayout
        frame={frame}
        title="Une correction est demandée"
        preview={reason}
        action={{ label: "Corriger mon offre", href: link }}
      >
        <Paragraph>Avant de valider « {title} », l’agence vous demande une correction :</Paragraph>
        <Quote>{reason}</Quote>
        {remarks.map(({ label, words }) => (
          <Quote key={label}>{`${label} : ${words}`}</Quote>
        ))}
        {stillVisible ? <Paragraph>{stillVisible}</Paragraph> : null}
        <Paragraph>
          Modifiez l’offre, puis soumettez-la de nouveau. Tout ce que vous aviez saisi est conservé.
        </Paragraph>
      </MailLayout>
    );
  },
  sample: {
    ...offerReceived.sample,
    reason: "Précisez le rôle des étudiants.",
    remarks: [{ label: "Nombre de places", words: "Vingt étudiants en même temps ?" }],
  },
});

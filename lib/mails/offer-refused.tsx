import { stillVisibleInWords } from "@/lib/offer/lifecycle/visibility";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph, Quote, Words } from "./layout";
import { offerReceived } from "./offer-received";
import { offerRevision } from "./params";
import { offerFacts } from "./queries";

export const offerRefused = defineMail({
  kind: "offerRefused",
  params: offerRevision,
  reader: "owner",
  facts: (offer) => offerFacts(offer, "espace"),
  subject: ({ title, standing }) =>
    stillVisibleInWords(standing)
      ? `Modifications refusées : ${title}`
      : `Offre refusée : ${title}`,
  text: "mailRefused",
  Body: ({ title, reason, standing, link, frame }) => {
    const stillVisible = stillVisibleInWords(standing);
    return (
      <MailLayout
        frame={frame}
        title={
          stillVisible ? "Vos modifications ne sont pas retenues" : "Votre offre n’est pas retenue"
        }
        preview={reason}
        action={{ label: "Voir mon offre", href: link }}
      >
        <Paragraph>
          L’agence n’a pas retenu {stillVisible ? "vos modifications de " : null}« {title} », pour
          cette raison :
        </Paragraph>
        <Quote>{reason}</Quote>
        {stillVisible ? <Paragraph>{stillVisible}</Paragraph> : null}
        <Words>{frame.texts.mailRefused}</Words>
      </MailLayout>
    );
  },
  sample: { ...offerReceived.sample, reason: "Cette action ne relève pas du service sanitaire." },
});

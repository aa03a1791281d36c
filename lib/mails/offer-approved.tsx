import { visibilityWords } from "@/lib/offer/lifecycle/visibility";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph, Words } from "./layout";
import { offerReceived } from "./offer-received";
import { offerRevision } from "./params";
import { offerFacts } from "./queries";

export const offerApproved = defineMail({
  kind: "offerApproved",
  params: offerRevision,
  reader: "owner",
  facts: (offer) => offerFacts(offer, "espace"),
  subject: ({ title }) => `Offre validée : ${title}`,
  text: "mailApproved",
  Body: ({ title, standing, link, frame }) => {
    const visibility = visibilityWords(standing, "letter");
    const label = standing.visibility === "unpublished" ? "Publier mon offre" : "Voir mon offre";
    return (
      <MailLayout
        frame={frame}
        title="Votre offre est validée"
        preview={visibility}
        action={{ label, href: link }}
      >
        <Paragraph>L’agence a validé « {title} ».</Paragraph>
        <Paragraph>{visibility}</Paragraph>
        <Words>{frame.texts.mailApproved}</Words>
      </MailLayout>
    );
  },
  sample: {
    ...offerReceived.sample,
    standing: { ...offerReceived.sample.standing, visibility: "visible" },
  },
});

import { counted } from "@/lib/platform/values/french";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph, Words } from "./layout";
import { offerRevision } from "./params";
import { offerFacts } from "./queries";

export const offerReceived = defineMail({
  kind: "offerReceived",
  params: offerRevision,
  reader: "owner",
  facts: (offer) => offerFacts(offer, "espace"),
  subject: ({ title }) => `Offre reçue : ${title}`,
  text: "mailReceived",
  Body: ({ title, places, communeName, availability, link, frame }) => (
    <MailLayout
      frame={frame}
      title="Votre offre est bien reçue"
      preview={`${title} attend sa validation.`}
      action={{ label: "Voir mon offre", href: link }}
    >
      <Paragraph>
        « {title} » ({counted(places, "place", "places")}, {communeName}) est transmise à l’agence,
        qui la validera ou vous demandera une correction. Vous serez prévenu par mail.
      </Paragraph>
      <Paragraph>{availability.join(" · ")}</Paragraph>
      <Words>{frame.texts.mailReceived}</Words>
    </MailLayout>
  ),
  sample: {
    title: "Prévention de l’obésité",
    structureName: "Collège Jules-Ferry",
    communeName: "Épinal",
    places: 5,
    availability: ["Mars à mai : lundi, mardi et jeudi matin"],
    reason: "",
    remarks: [],
    standing: { visibility: "pending", pausedUntil: null, elapsed: false },
    link: "https://portail.example/espace/offres/exemple",
  },
});
